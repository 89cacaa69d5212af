import { worldOf } from "@xiuhua/core/place";
import type { Procedure } from "@xiuhua/core/procedure";
import type { City } from "../city/index.ts";
import { sql, type Database, type Sql } from "../store/index.ts";
import type { Write } from "./journal.ts";
import { nearestClock } from "./row.ts";

/** What the map needs of an unfinished case. */
export interface OpenCase {
  readonly no: string;
  readonly seq: number;
  readonly procedure: string;
  readonly state: string;
  readonly type: string | null;
  readonly department: string | null;
  readonly area: string | null;
  readonly parties: readonly string[];
  /** Where it lies on the square world of spherical Mercator (EPSG:3857), 0 to 1 from the west and the north. */
  readonly x: number;
  readonly y: number;
  /** Month of opening in the city, `YYYY-MM`. */
  readonly month: string;
  /** Milliseconds since 1970; infinite where no clock runs. */
  readonly warn: number;
  readonly due: number;
}

export interface OpenCases {
  /** Resolves once they are read. */
  ready(): Promise<void>;
  /** Hands over those in one square of the map: the world has 2^zoom columns and rows of them. */
  each(zoom: number, column: number, row: number, take: (one: OpenCase) => void): void;
  /** What this process wrote. */
  written(writes: readonly Write[]): void;
  /** Looks for what other processes wrote. */
  refresh(): Promise<void>;
}

/** They are found by squares of this level: 2^12 a side of the world, 8 km at 35° N. */
const squareLevel = 12;
const squaresASide = 2 ** squareLevel;
/**
 * How far back a look for others' writes reaches again, in milliseconds: a write becomes visible later than its time says,
 * and clocks differ. Our own choice.
 */
const overlapMs = 10_000;
/** Everything is read anew so often, for what bears a time long past: an import, a mended case. */
const rereadMs = 5 * 60_000;

/**
 * The unfinished cases in memory: some tens of thousands in the largest of cities, read in a fraction of a second. Their
 * light changes with the time, so it is told here, not tallied. Kept true by what the journal writes and by looking for
 * what other processes wrote; nobody reads it but through the gate (`sees`).
 */
export function makeOpenCases(options: {
  readonly db: Database;
  readonly city: City;
  readonly now: () => number;
}): OpenCases {
  const { db, city, now } = options;
  const cases = new Map<string, OpenCase>();
  const squares = new Map<number, Set<OpenCase>>();
  /** Versions told of during a reading, open and finished: what was read before them is older. */
  let told: Map<string, number> | undefined;
  let changedAt = 0;
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  const squareOf = ({ x, y }: OpenCase) => Math.floor(x * squaresASide) * squaresASide + Math.floor(y * squaresASide);

  function put(no: string, seq: number, one: OpenCase | undefined): void {
    const before = cases.get(no);
    if (before && before.seq > seq) return;
    if ((told?.get(no) ?? 0) > seq) return;
    told?.set(no, seq);
    if (before) {
      cases.delete(no);
      squares.get(squareOf(before))?.delete(before);
    }
    if (!one) return;
    cases.set(no, one);
    const key = squareOf(one);
    const square = squares.get(key) ?? new Set();
    squares.set(key, square.add(one));
  }

  function take(row: Row): void {
    changedAt = Math.max(changedAt, row.changed_at);
    put(row.no, row.seq, row.final || row.lng === null || row.lat === null ? undefined : caseOf(city, row));
  }

  async function readAll(): Promise<void> {
    const unseen = new Set(cases.keys());
    for await (const rows of db.stream<Row>(select(city.code, sql`not c.final and c.point is not null`)))
      for (const row of rows) {
        unseen.delete(row.no);
        take(row);
      }
    // Finished by somebody else since: not read, and not told of.
    for (const no of unseen) if (told?.has(no) !== true) put(no, Infinity, undefined);
    readAt = now();
  }

  async function readChanged(): Promise<void> {
    // Another process's clock may be ahead: what this one's clock has not come to is not taken for seen.
    const since = new Date(Math.min(changedAt, now()) - overlapMs);
    for (const row of await db.query<Row>(select(city.code, sql`c.changed_at > ${since}`))) take(row);
  }

  function single(read: () => Promise<void>): Promise<void> {
    told ??= new Map();
    reading ??= read().finally(() => (told = reading = undefined));
    return reading;
  }

  return {
    ready: async () => {
      while (readAt === -Infinity) await single(readAll);
    },
    each(zoom, column, row, take) {
      const side = 2 ** zoom;
      const across = 2 ** Math.max(0, squareLevel - zoom);
      const [left, top] = [Math.floor((column / side) * squaresASide), Math.floor((row / side) * squaresASide)];
      for (let at = left; at < left + across; at += 1)
        for (let down = top; down < top + across; down += 1)
          for (const one of squares.get(at * squaresASide + down) ?? [])
            if (Math.floor(one.x * side) === column && Math.floor(one.y * side) === row) take(one);
    },
    written(writes) {
      if (readAt === -Infinity && reading === undefined) return;
      for (const { procedure, record } of writes) put(record.no, record.seq, ofRecord(city, procedure, record));
    },
    async refresh() {
      if (readAt === -Infinity) return;
      await single(now() - readAt > rereadMs ? readAll : readChanged);
    },
  };
}

interface Row extends Omit<OpenCase, "x" | "y" | "month" | "warn" | "due"> {
  readonly final: boolean;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly warn_at: number | null;
  readonly due_at: number | null;
  readonly opened_at: number;
  readonly changed_at: number;
}

const select = (city: string, which: Sql): Sql => sql`
  select c.no, c.seq, c.procedure, c.state, c.final, c.type, c.department, c.area, c.parties, st_x(c.point) as lng,
    st_y(c.point) as lat, c.warn_at, c.due_at, c.opened_at, c.changed_at
  from cases c where c.city = ${city} and ${which}`;

function caseOf(city: City, row: Row): OpenCase {
  const { final: _final, warn_at, due_at, opened_at, changed_at: _changedAt, lng, lat, ...rest } = row;
  return {
    ...rest,
    ...onWorld(lng ?? 0, lat ?? 0),
    month: monthOf(city, opened_at),
    warn: warn_at ?? Infinity,
    due: due_at ?? Infinity,
  };
}

/** Undefined where it is finished or has no place. */
function ofRecord(city: City, procedure: Procedure, record: Write["record"]): OpenCase | undefined {
  const { place, type, department } = procedure.index(record);
  if (place === undefined || procedure.states[record.state]?.final === true) return undefined;
  const clock = nearestClock(record);
  return {
    no: record.no,
    seq: record.seq,
    procedure: record.procedure,
    state: record.state,
    type: type ?? null,
    department: department ?? null,
    area: place.area ?? null,
    parties: record.parties,
    ...onWorld(place.lng, place.lat),
    month: monthOf(city, record.openedAt),
    warn: clock?.warn ?? Infinity,
    due: clock?.due ?? Infinity,
  };
}

function onWorld(lng: number, lat: number): { readonly x: number; readonly y: number } {
  const [x, y] = worldOf(lng, lat);
  return { x, y };
}

const monthOf = ({ calendar }: City, at: number): string => calendar.localDate(at).slice(0, 7);
