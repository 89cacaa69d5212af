import type { CaseTileQuery } from "../api/index.ts";
import { allOf, conditions, openedBetween, seenBy, tallyGrain, tallyLevels, type Sight } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import { sql, type Queryable, type Sql } from "../store/index.ts";
import { boxOf, type Tile } from "./tile.ts";

/** Finished cases in one square; x and y are their middle in `tallyGrain` parts of the world. */
export interface FinishedHeat {
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

/** Those of one state. */
export interface FinishedSquare extends FinishedHeat {
  readonly procedure: string;
  readonly state: string;
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
  return squaresOf<FinishedSquare>(request, level, sql`procedure, state,`);
}

/** The same, whatever their states. */
export function finishedHeat(request: FinishedRequest, level: number): Promise<FinishedHeat[]> {
  return squaresOf<FinishedHeat>(request, level, sql.empty);
}

/** @param apart columns by which the cases of a square are told apart */
function squaresOf<Square extends FinishedHeat>(
  request: FinishedRequest,
  level: number,
  apart: Sql,
): Promise<Square[]> {
  const scope = scopeOf(request);
  const type = typeOf(request.query);
  const found = scope && type ? tallySquares(request, level, sql`${scope} and ${type}`) : rowSquares(request, level);
  // Whole numbers: shorter to send and to read than fractions. Cut, not rounded: a middle stays in its square. “Offset 0”
  // keeps the planner from working out the months anew in each of the sums.
  return request.db.query<Square>(sql`
    select ${apart} sum(n)::int8 as count, floor(sum(x * n) / sum(n))::int8 as x, floor(sum(y * n) / sum(n))::int8 as y
    from (${found} offset 0) found where n > 0 group by ${apart} column_x, row_y`);
}

const grain = 2 ** tallyGrain;

/** The finest level that is tallied. */
export const finest = Math.max(...tallyLevels);

/** The level whose tally answers for another: the same, or the coarsest for one that is coarser yet. */
const tallied = (level: number): number => tallyLevels.find((one) => one >= level) ?? finest;

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
    if (sight.seats.length > 0 || department !== undefined || sight.areas.some((code) => code.length !== 6))
      return undefined;
    return sql`t.scope = any(${sight.areas.filter((code) => area === undefined || code === area)}::text[])`;
  }
  const [seat, another] = sight.seats;
  // Two posts over different procedures would have some counted twice; and who has a post in one procedure alone has most
  // of what they see by their own hand, and it is little.
  if (seat === undefined || another !== undefined || seat.procedures.length < 2 || area !== undefined) return undefined;
  const theirs = sql`s.units && ${[...seat.units]}::text[]`;
  const scope = named(department === undefined ? theirs : sql`${theirs} and s.department = ${department}`);
  return sql`(${scope} and t.procedure = any(${seat.procedures}::text[]))`;
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

/** Squares out of the tallies: how many, and the middle of what lies in them. */
function tallySquares({ city, tile, query }: FinishedRequest, level: number, whose: Sql): Sql {
  const stored = tallied(level);
  return sql`
    select t.procedure, t.state, t.x >> ${stored - level}::int as column_x, t.y >> ${stored - level}::int as row_y,
      ${openedBetween(query.from, query.to)}::float8 as n, t.sum_x::float8 / t.count as x, t.sum_y::float8 / t.count as y
    from map_tally t
    where t.city = ${city.code} and ${whose} and ${inTile(tile, stored)} and t.count > 0
      ${query.procedure === undefined ? sql.empty : sql`and t.procedure = ${query.procedure}`}
      ${query.state?.length ? sql`and t.state = any(${query.state}::text[])` : sql.empty}`;
}

/** The same, case by case. */
function rowSquares(request: FinishedRequest, level: number): Sql {
  const shift = 2 ** (tallyGrain - level);
  return sql`
    select procedure, state, floor(x / ${shift}::float8) as column_x, floor(y / ${shift}::float8) as row_y, 1::float8 as n, x, y
    from (
      select c.procedure, c.state, (st_x(c.point) + 180) / 360 * ${grain}::float8 as x,
        (1 - ln(tan(radians(st_y(c.point))) + 1 / cos(radians(st_y(c.point)))) / pi()) / 2 * ${grain}::float8 as y
      from cases c where ${rowsOf(request)}
    ) spots`;
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
