import type { CellCoverage, CellWalk, CoverageReport } from "../api/index.ts";
import { sql, type Sql } from "../store/index.ts";
import type { Cell } from "../places/index.ts";
import { boxOf } from "./box.ts";
import { iso, type FieldContext } from "./context.ts";
import { namedArea, namedPerson } from "./reach.ts";

/** Cells told of at once: a large district's. */
const mostCells = 20_000;

/** Cells listed one by one in a report: a sub-district's. */
const mostRows = 1_500;

interface Row {
  readonly cell: string;
  readonly points: number;
  readonly people: number;
  readonly first_at: number;
  readonly last_at: number;
}

/** Which cells of the unit grid were walked, by day. */
export function makeCoverage({
  db,
  city,
  places,
  directory,
}: Pick<FieldContext, "db" | "city" | "places" | "directory">) {
  async function read(day: string, where: Sql): Promise<CellCoverage[]> {
    const rows = await db.query<Row>(sql`
      select cell, sum(points)::bigint as points, count(*) as people, min(first_at) as first_at, max(last_at) as last_at
      from cell_coverage where city = ${city.code} and day = ${day}::date and ${where}
      group by cell order by cell limit ${mostCells}`);
    return rows.map((row) => ({
      cell: row.cell,
      points: row.points,
      people: row.people,
      firstAt: iso(row.first_at),
      lastAt: iso(row.last_at),
    }));
  }

  return {
    ofPerson: (person: string, day: string) => read(day, sql`person = ${person}`),
    /** A cell's code begins with its area's. */
    ofArea: (area: string, day: string) => read(day, sql`cell like ${`${area}%`}`),

    /** How much of an area was walked, by the areas within it and by cell. */
    async report(area: string, day: string): Promise<CoverageReport> {
      const within = places.areas().filter(({ parent }) => parent === area);
      const digits = within[0]?.code.length ?? area.length;
      const [walked, people] = await Promise.all([
        read(day, sql`cell like ${`${area}%`}`),
        db.query<{ part: string | null; people: number }>(sql`
          select part, count(distinct person) as people from (
            select left(cell, ${digits}::int) as part, person from cell_coverage
            where city = ${city.code} and day = ${day}::date and cell like ${`${area}%`}) walked
          group by grouping sets ((part), ())`),
      ]);
      const cells = places.cellsIn(area, Infinity);
      const byCell = new Map(walked.map((one) => [one.cell, one]));
      // A cell that the grid has no more still counts for who walked it, and not among the cells of today.
      const figures = (code: string, part: string | null) => {
        const inside = cells.filter((cell) => cell.code.startsWith(code));
        return {
          cells: inside.length,
          covered: inside.filter((cell) => byCell.has(cell.code)).length,
          people: people.find((one) => one.part === part)?.people ?? 0,
        };
      };
      return {
        day,
        area: namedArea({ places }, area),
        ...figures(area, null),
        areas: within.map(({ code, outline }) => ({
          area: namedArea({ places }, code),
          bounds: [...boxOf(outline)],
          ...figures(code, code),
        })),
        ...(cells.length > mostRows
          ? {}
          : {
              rows: cells
                .map((cell) => cellWalk(cell, byCell.get(cell.code)))
                .toSorted((one, other) => Number(one.points > 0) - Number(other.points > 0)),
            }),
      };
    },
  };

  function cellWalk({ code, outline }: Cell, walked: CellCoverage | undefined): CellWalk {
    const grid = places.grid(code);
    return {
      cell: code,
      bounds: [...boxOf(outline)],
      ...(grid === undefined ? {} : { grid: { id: grid.code, name: grid.name } }),
      ...(grid?.collector === undefined ? {} : { collector: namedPerson({ directory }, grid.collector) }),
      points: walked?.points ?? 0,
      people: walked?.people ?? 0,
      ...(walked === undefined ? {} : { firstAt: walked.firstAt, lastAt: walked.lastAt }),
    };
  }
}
