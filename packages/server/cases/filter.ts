import type { CaseFilter } from "../api/index.ts";
import { sql, type Sql } from "../store/index.ts";
import { within } from "./polygon.ts";
import { searchQuery } from "./search-terms.ts";

/** A list's filter as conditions on table `cases` (alias `c`). `queue` is not among them: it picks the table. */
export function conditions(filter: CaseFilter, now: number): Sql[] {
  const all: Sql[] = [];
  const at = new Date(now);
  if (filter.procedure !== undefined) all.push(sql`c.procedure = ${filter.procedure}`);
  if (filter.state?.length)
    all.push(
      filter.state.length === 1 ? sql`c.state = ${filter.state[0] ?? ""}` : sql`c.state = any(${filter.state}::text[])`,
    );
  if (filter.open !== undefined) all.push(filter.open ? sql`not c.final` : sql`c.final`);
  if (filter.colour?.length)
    all.push(
      sql`(${sql.join(
        filter.colour.map((one) => light(one, at)),
        sql` or `,
      )})`,
    );
  if (filter.type !== undefined)
    all.push(filter.type.length <= 2 ? sql`c.type like ${`${filter.type}%`}` : sql`c.type = ${filter.type}`);
  // Component matters carry the component's code; its classes are 01 to 05 (GB/T 47678.5).
  if (filter.kind !== undefined) all.push(filter.kind === "component" ? sql`c.type < '06'` : sql`c.type >= '06'`);
  if (filter.department !== undefined) all.push(sql`c.department = ${filter.department}`);
  if (filter.component !== undefined) all.push(sql`c.component = ${filter.component}`);
  if (filter.area !== undefined && filter.area.length > 4)
    all.push(
      filter.area.length === 6
        ? sql`c.district = ${filter.area}`
        : sql`(c.district = ${filter.area.slice(0, 6)} and c.area like ${`${filter.area}%`})`,
    );
  if (filter.source !== undefined) all.push(sql`c.source = ${filter.source}`);
  if (filter.request !== undefined) all.push(sql`${filter.request} = any(c.requests)`);
  if (filter.openedFrom !== undefined) all.push(sql`c.opened_at >= ${filter.openedFrom}::timestamptz`);
  if (filter.openedTo !== undefined) all.push(sql`c.opened_at < ${filter.openedTo}::timestamptz`);
  if (filter.text?.trim()) all.push(words(filter.text.trim()));
  if (filter.box !== undefined) {
    const [west = 0, south = 0, east = 0, north = 0] = filter.box.split(",").map(Number);
    all.push(sql`c.point && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`);
  }
  if (filter.polygon !== undefined) all.push(within(filter.polygon));
  return all;
}

function light(colour: "green" | "yellow" | "red", at: Date): Sql {
  if (colour === "red") return sql`(c.due_at < ${at} and not c.final)`;
  if (colour === "yellow") return sql`(c.warn_at < ${at} and c.due_at >= ${at} and not c.final)`;
  return sql`(c.warn_at >= ${at} and not c.final)`;
}

function words(text: string): Sql {
  if (/^\d{17}$/.test(text)) return sql`c.no = ${text}`;
  const query = searchQuery(text);
  return query === "" ? sql`false` : sql`c.search @@ ${query}::tsquery`;
}

/** Conditions joined, `true` where there are none. */
export function allOf(list: readonly Sql[]): Sql {
  return list.length === 0 ? sql`true` : sql.join(list, sql` and `);
}
