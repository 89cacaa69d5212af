import type { CaseTileQuery } from "../api/index.ts";
import { allOf, conditions, monthNumber, seenBy, tallyGrain, tallyLevels, type Sight } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import { sql, type Queryable, type Sql } from "../store/index.ts";
import { boxOf, type Tile } from "./tile.ts";

/** Finished cases of one state in one square; x and y are their middle on the world, 0 to 1. */
export interface FinishedSquare {
  readonly procedure: string;
  readonly state: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

export interface FinishedCase {
  readonly no: string;
  readonly procedure: string;
  readonly state: string;
  readonly lng: number;
  readonly lat: number;
}

export interface FinishedRequest {
  readonly db: Queryable;
  readonly city: City;
  readonly tile: Tile;
  readonly query: CaseTileQuery;
  readonly sight: Sight;
}

/**
 * Finished cases of a tile by square of `level`. From the tallies where they know the answer, else from the rows, by the
 * gate: for readers of single sub-districts or of their own cases, and for a department within a district.
 */
export function finishedSquares(request: FinishedRequest, level: number): Promise<FinishedSquare[]> {
  const scope = scopeOf(request);
  const type = typeOf(request.query);
  return scope && type ? fromTallies(request, level, sql`${scope} and ${type}`) : fromRows(request, level);
}

/** The finest level that is tallied. */
export const finest = Math.max(...tallyLevels);

/** The level whose tally answers for another: the same, or the next finer one. */
export const tallied = (level: number): number => tallyLevels.find((one) => one >= level) ?? finest;

/** How many finished cases lie in a tile, whoever may see them: tells how much reading their rows would cost. Told to nobody. */
export async function finishedTotal({ db, city, tile }: FinishedRequest): Promise<number> {
  const [row] = await db.query<{ count: number }>(sql`
    select coalesce(sum(t.count), 0)::int8 as count from map_tally t
    where t.city = ${city.code} and t.scope = '' and t.type = '' and ${inTile(tile, finest)}`);
  return row?.count ?? 0;
}

/** Finished cases of a tile one by one: of one that has not many. */
export function finishedCases(request: FinishedRequest): Promise<FinishedCase[]> {
  return request.db.query<FinishedCase>(sql`
    select c.no, c.procedure, c.state, st_x(c.point) as lng, st_y(c.point) as lat
    from cases c where ${rowsOf(request)}`);
}

/** Whose tally answers, as a condition on table `map_tally` (alias `t`); undefined where none does. */
function scopeOf({ city, query, sight }: FinishedRequest): Sql | undefined {
  const area = query.area !== undefined && query.area.length > 4 ? query.area : undefined;
  const { department } = query;
  if (area !== undefined && (area.length !== 6 || department !== undefined)) return undefined;
  const named = (which: Sql) =>
    sql`t.scope in (select s.scope from map_tally_scope s where s.city = ${city.code} and ${which})`;
  if (sight.all) {
    if (department !== undefined) return named(sql`s.department = ${department}`);
    return sql`t.scope = ${area ?? ""}`;
  }
  if (sight.areas.length > 0) {
    // Whole districts alone: a smaller area has no tally of its own, and a department's would count some twice.
    if (sight.units.size > 0 || department !== undefined || sight.areas.some((code) => code.length !== 6))
      return undefined;
    return sql`t.scope = any(${sight.areas.filter((code) => area === undefined || code === area)}::text[])`;
  }
  if (sight.units.size === 0 || area !== undefined) return undefined;
  const theirs = sql`s.units && ${[...sight.units]}::text[]`;
  return named(department === undefined ? theirs : sql`${theirs} and s.department = ${department}`);
}

/** Which types' tallies answer; undefined where none do. */
function typeOf({ type, kind }: CaseTileQuery): Sql | undefined {
  if (kind !== undefined) {
    if (type !== undefined) return undefined;
    return kind === "component"
      ? sql`length(t.type) = 2 and t.type < '06'`
      : sql`length(t.type) = 2 and t.type >= '06'`;
  }
  return type?.length === 1 ? undefined : sql`t.type = ${type ?? ""}`;
}

/** The squares of a level that lie in a tile. */
function inTile({ z, x, y }: Tile, level: number): Sql {
  const across = 2 ** (level - z);
  const span = (column: Sql, at: number) =>
    sql`${column} between ${Math.floor(at * across)}::int and ${Math.ceil((at + 1) * across) - 1}::int`;
  return sql`t.level = ${level} and ${span(sql`t.x`, x)} and ${span(sql`t.y`, y)}`;
}

function fromTallies({ db, city, tile, query }: FinishedRequest, level: number, whose: Sql): Promise<FinishedSquare[]> {
  const stored = tallied(level);
  const from = query.from === undefined ? 1 : monthNumber(query.from);
  const to = query.to === undefined ? sql.empty : sql`${monthNumber(query.to)}::int`;
  const count =
    query.from === undefined && query.to === undefined
      ? sql`t.count`
      : sql`(select coalesce(sum(v), 0) from unnest(t.months[${from}::int:${to}]) v)`;
  const grain = 2 ** tallyGrain;
  return db.query<FinishedSquare>(sql`
    select procedure, state, sum(n)::int8 as count,
      sum(mean_x * n)::float8 / sum(n)::float8 / ${grain}::float8 as x,
      sum(mean_y * n)::float8 / sum(n)::float8 / ${grain}::float8 as y
    from (
      select t.procedure, t.state, t.x >> ${stored - level}::int as x, t.y >> ${stored - level}::int as y,
        ${count} as n, t.sum_x::float8 / t.count as mean_x, t.sum_y::float8 / t.count as mean_y
      from map_tally t
      where t.city = ${city.code} and ${whose} and ${inTile(tile, stored)} and t.count > 0
        ${query.procedure === undefined ? sql.empty : sql`and t.procedure = ${query.procedure}`}
        ${query.state?.length ? sql`and t.state = any(${query.state}::text[])` : sql.empty}
    ) squares where n > 0 group by procedure, state, x, y`);
}

function fromRows(request: FinishedRequest, level: number): Promise<FinishedSquare[]> {
  const size = 2 ** level;
  return request.db.query<FinishedSquare>(sql`
    select procedure, state, count(*)::int8 as count, avg(x) as x, avg(y) as y
    from (
      select c.procedure, c.state, (st_x(c.point) + 180) / 360 as x,
        (1 - ln(tan(radians(st_y(c.point))) + 1 / cos(radians(st_y(c.point)))) / pi()) / 2 as y
      from cases c where ${rowsOf(request)}
    ) spots group by procedure, state, floor(x * ${size}::float8), floor(y * ${size}::float8)`);
}

/** From here on the place is the narrowest condition. */
const placeFrom = 15;

/** The finished cases asked for that this reader may see, on table `cases` (alias `c`). */
function rowsOf({ city, tile, query, sight }: FinishedRequest): Sql {
  const { view: _view, colour: _colour, open: _open, from, to, ...filter } = query;
  const { calendar } = city;
  const [west, south, east, north] = boxOf(tile);
  const opened = {
    ...(from === undefined ? {} : { openedFrom: iso(calendar.atLocal(`${from}-01`, "00:00")) }),
    ...(to === undefined ? {} : { openedTo: iso(calendar.atLocal(`${monthAfter(to)}-01`, "00:00")) }),
  };
  // Close by the place finds the few rows; from afar it is the reader's own cases that are few.
  const seen = tile.z >= placeFrom ? sql`(${seenBy(sight)}) is true` : seenBy(sight);
  return sql`c.city = ${city.code} and c.final and ${seen}
    and c.point && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)
    and st_x(c.point) < ${east} and st_y(c.point) > ${south}
    and ${allOf(conditions({ ...filter, ...opened }, 0))}`;
}

const iso = (at: number): string => new Date(at).toISOString();

function monthAfter(month: string): string {
  const [year = 0, at = 1] = month.split("-").map(Number);
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, "0")}`;
}
