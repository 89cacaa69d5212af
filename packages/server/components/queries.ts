import type { ComponentDueQuery, ComponentListQuery } from "../api/index.ts";
import { searchQuery } from "../cases/index.ts";
import { sql, type Queryable, type Sql } from "../store/index.ts";
import { documentOf } from "./save.ts";

/** A row of a list. */
export interface ListRow {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly lng: number;
  readonly lat: number;
  readonly area: string;
  readonly cell: string | null;
  readonly owner_code: string | null;
  readonly owner_name: string | null;
  readonly next_inspection: string | null;
}

const columns = sql`c.code, c.name, c.type, c.state, st_x(c.point) as lng, st_y(c.point) as lat, c.area, c.cell,
  c.owner_code, c.owner_name, c.next_inspection`;

export type Box = readonly [west: number, south: number, east: number, north: number];
export type Position = readonly [lng: number, lat: number];

/** In a box, the nearest to a position first. The index walks outwards by degrees; metres put the page in order. */
export function listNear(
  db: Queryable,
  city: string,
  box: Box,
  [lng, lat]: Position,
  query: ComponentListQuery,
  limit: number,
): Promise<(ListRow & { metres: number })[]> {
  const at = sql`st_setsrid(st_makepoint(${lng}, ${lat}), 4326)`;
  return db.query<ListRow & { metres: number }>(sql`
    select p.* from (
      select ${columns}, st_distancesphere(c.point, ${at}) as metres from component c
      where c.city = ${city} and c.point && st_makeenvelope(${box[0]}, ${box[1]}, ${box[2]}, ${box[3]}, 4326)
        and ${sql.join(conditions(query), sql` and `)}
      order by c.point <-> ${at} limit ${limit}) p
    order by p.metres, p.code`);
}

/** Some of those in a box that still stand, for the map; in no order. */
export function componentsIn(
  db: Queryable,
  city: string,
  box: Box,
  limit: number,
): Promise<Pick<ListRow, "code" | "type" | "name" | "state" | "lng" | "lat">[]> {
  return db.query(sql`
    select c.code, c.type, c.name, c.state, st_x(c.point) as lng, st_y(c.point) as lat from component c
    where c.city = ${city} and c.point && st_makeenvelope(${box[0]}, ${box[1]}, ${box[2]}, ${box[3]}, 4326)
      and c.state <> 'removed' limit ${limit}`);
}

/** By code, after another one. */
export function listByCode(
  db: Queryable,
  city: string,
  query: ComponentListQuery,
  after: string,
  limit: number,
): Promise<ListRow[]> {
  return db.query<ListRow>(sql`
    select ${columns} from component c
    where c.city = ${city} and c.code > ${after} and ${sql.join(conditions(query), sql` and `)}
    order by c.code limit ${limit}`);
}

/** A day and a code: where a page of the due list begins. */
export interface DueCursor {
  readonly on: string;
  readonly code: string;
}

/** Due for inspection until a day, the longest overdue first. @param owners only these owners' */
export function listDue(
  db: Queryable,
  city: string,
  query: ComponentDueQuery,
  due: { readonly until: string; readonly owners?: readonly string[]; readonly after?: DueCursor },
  limit: number,
): Promise<ListRow[]> {
  const { until, owners, after } = due;
  const from = after ? sql`and (c.next_inspection, c.code) > (${after.on}::date, ${after.code}::text)` : sql.empty;
  const page = (of: Sql) => sql`
    select c.* from component c
    where c.city = ${city} and c.next_inspection is not null and c.next_inspection <= ${until}::date ${of} ${from}
      and ${sql.join(conditions(query.type === undefined ? {} : { type: query.type }), sql` and `)}
    order by c.next_inspection, c.code limit ${limit}`;
  // Each owner is one range of one index; the ranges' beginnings are merged.
  const rows = owners
    ? sql`select r.* from unnest(${owners}::text[]) as o(owner) cross join lateral (${page(sql`and c.owner_code = o.owner`)}) r`
    : page(sql.empty);
  return db.query<ListRow>(sql`
    select ${columns} from (${rows}) c order by c.next_inspection, c.code limit ${limit}`);
}

function conditions(query: Pick<ComponentListQuery, "text" | "type" | "state" | "owner">): Sql[] {
  const { type, state, owner } = query;
  const text = query.text?.trim() ?? "";
  return [
    ...(type === undefined ? [] : [type.length <= 2 ? sql`c.type like ${`${type}%`}` : sql`c.type = ${type}`]),
    ...(state === undefined ? [] : [sql`c.state = ${state}`]),
    ...(owner === undefined ? [] : [sql`c.owner_code = ${owner}`]),
    ...(text === "" ? [] : [/^\d{4,}$/.test(text) ? begins(text) : named(text)]),
    sql`true`,
  ];
}

/** Codes that begin alike are one range of the primary key, under any collation: digits sort as digits everywhere. */
function begins(digits: string): Sql {
  const stem = digits.replace(/9+$/, "");
  const beyond = stem === "" ? undefined : `${stem.slice(0, -1)}${Number(stem.at(-1)) + 1}`;
  return beyond === undefined ? sql`c.code >= ${digits}` : sql`c.code >= ${digits} and c.code < ${beyond}`;
}

function named(text: string): Sql {
  const query = searchQuery(text);
  return query === "" ? sql`false` : sql`c.search @@ ${query}::tsquery`;
}

export interface EventRow {
  readonly seq: number;
  readonly kind: "changed" | "state" | "inspected" | "imported";
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly person: string;
  readonly note: string | null;
  /** By column: before and after. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export interface DetailRow extends ListRow {
  readonly seq: number;
  readonly recorded_at: number;
  readonly recorded_by: string;
  readonly document: Readonly<Record<string, string | number | null>>;
  /** Newest first. */
  readonly events: readonly EventRow[];
}

/** Newest events of a component that are shown. */
const mostEvents = 200;

/** One component with its history, in one round trip. */
export async function findComponent(db: Queryable, city: string, code: string): Promise<DetailRow | undefined> {
  const [row] = await db.query<DetailRow>(sql`
    select ${columns}, c.seq, c.recorded_at, c.recorded_by, ${documentOf} as document,
      (select coalesce(jsonb_agg(e order by e.seq desc), '[]') from (
        select e.seq, e.kind, round(extract(epoch from e.at) * 1000) as at, e.person, e.note, e.changes
        from component_event e where e.city = c.city and e.component = c.code
        order by e.seq desc limit ${mostEvents}) e) as events
    from component c where c.city = ${city} and c.code = ${code}`);
  return row;
}
