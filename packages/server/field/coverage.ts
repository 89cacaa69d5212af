import type { CellCoverage } from "../api/index.ts";
import { sql, type Sql } from "../store/index.ts";
import { iso, type FieldContext } from "./context.ts";

/** Cells told of at once: a large district's. */
const mostCells = 20_000;

interface Row {
  readonly cell: string;
  readonly points: number;
  readonly people: number;
  readonly first_at: number;
  readonly last_at: number;
}

/** Which cells of the unit grid were walked, by day. */
export function makeCoverage({ db, city }: Pick<FieldContext, "db" | "city">) {
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
  };
}
