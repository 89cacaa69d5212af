import type { FieldMe } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import type { Bulletins } from "./bulletins.ts";
import { hour, iso, type FieldContext } from "./context.ts";
import type { makeCoverage } from "./coverage.ts";
import { shiftOf, type Duty } from "./duty.ts";
import { namedArea } from "./reach.ts";
import { metresAlong } from "./thin.ts";
import type { Track } from "./track.ts";

/** Cells of one person's responsibility that are listed; a whole district's are no walk. */
const mostCells = 3_000;

/** Roles whose area is walked. */
const walkers = ["collector", "supervisor", "handler"];

/** Where a reader is responsible in the street; undefined for the whole city, or nowhere. */
export function ownArea(reader: Reader): string | undefined {
  const grants = walkers.flatMap((role) => reader.grants.filter((grant) => grant.role === role));
  const area = (grants[0] ?? reader.grants[0])?.area;
  return area === undefined || area.length <= 4 ? undefined : area;
}

/** What the app shows first: my shift, my grid, what I walked of it today, what waits for me. */
export function makeMe(
  context: FieldContext,
  parts: {
    readonly duty: Duty;
    readonly track: Track;
    readonly coverage: ReturnType<typeof makeCoverage>;
    readonly bulletins: Bulletins;
    readonly waiting: (reader: Reader) => Promise<number>;
    readonly push: boolean;
  },
) {
  const { city, places, now } = context;
  const { duty, track, coverage, bulletins } = parts;

  /** The responsibility grid that is the person's own, else the cells of their area if somebody can walk them. */
  function gridOf(person: string, area: string | undefined): string[] {
    const own = places.cellsOf(person);
    if (own.length > 0) return [...own];
    const inArea = area === undefined ? [] : places.cellsIn(area, mostCells + 1);
    return inArea.length > mostCells ? [] : inArea.map(({ code }) => code);
  }

  return async function me(reader: Reader): Promise<FieldMe> {
    const at = now();
    const today = city.calendar.localDate(at);
    const { person } = reader;
    const area = ownArea(reader);
    const cells = gridOf(person, area);
    const [shift, planned, covered, points, tasks, words] = await Promise.all([
      duty.current(person),
      duty.planned(person, at, 24 * hour),
      coverage.ofPerson(person, today),
      track.pointsOf(person, today),
      parts.waiting(reader),
      bulletins.list(reader),
    ]);
    const mine = new Set(cells);
    const { trackSeconds, trackMetres, trackAccuracy, trackDays, farMetres } = city.field;
    return {
      ...(shift === undefined ? {} : { shift: shiftOf(shift) }),
      ...(planned === undefined
        ? {}
        : { planned: { role: planned.role, startsAt: iso(planned.starts_at), endsAt: iso(planned.ends_at) } }),
      ...(area === undefined ? {} : { area: namedArea(context, area) }),
      cells,
      coverage: {
        day: today,
        total: cells.length,
        covered: covered.filter(({ cell }) => mine.has(cell)).length,
        cells: covered,
        metres: metresAlong(points),
      },
      tasks,
      bulletins: words,
      rules: { trackSeconds, trackMetres, trackAccuracy, trackDays, farMetres },
      push: parts.push,
    };
  };
}
