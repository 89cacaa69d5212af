import { sql, type Sql } from "../store/index.ts";

/**
 * The map's tallies: finished cases counted by square, so that a map tile of any city reads a bounded number of rows.
 * A level divides the world (spherical Mercator, EPSG:3857) into 2^level by 2^level squares; at 35° N they 4 km wide at
 * the first of these levels and 62 m at the last. Every one is kept, so that a tile of any zoom reads as few squares.
 */
export const tallyLevels = [13, 14, 15, 16, 17, 18, 19] as const;

/** Positions are summed in 2^26 parts of the world, half a metre, so that a square's points have a middle. */
export const tallyGrain = 26;

/** Months are counted from this year's January, the first being 1; what is older counts there. */
const firstYear = 2000;

/** The number of a month `YYYY-MM` in the tallies. */
function monthNumber(month: string): number {
  const [year = firstYear, at = 1] = month.split("-").map(Number);
  return Math.max(1, (year - firstYear) * 12 + at);
}

/** Which part of the tallies is made at once; all of it where nothing is said. */
export interface TallySlice {
  readonly level: number;
  /** How much of the type: nothing, its class, or all of it. */
  readonly depth: "none" | "class" | "type";
  readonly scope: "city" | "district" | "units";
}

export const tallySlices: readonly TallySlice[] = tallyLevels.flatMap((level) =>
  (["none", "class", "type"] as const).flatMap((depth) =>
    (["city", "district", "units"] as const).map((scope) => ({ level, depth, scope })),
  ),
);

/**
 * Finished cases with what the tallies need to know of them: the units among their parties, the key of that set, and
 * where they stand. Units are told from persons by the city's own list.
 *
 * @param found a select of (procedure, state, type, district, department, parties text[], lng, lat, opened, step)
 */
export const tallySpots = (city: string, found: Sql): Sql => sql`
  select f.procedure, f.state, f.type, nullif(f.district, '') as district, f.step, u.units,
    nullif(f.department, '') as department,
    case when u.units is not null then '@' || left(md5(coalesce(f.department, '') || '|' || array_to_string(u.units, ' ')), 12) end as scope,
    floor(m.x * ${2 ** tallyGrain})::bigint as at_x, floor(m.y * ${2 ** tallyGrain})::bigint as at_y,
    greatest(1, (extract(year from o.opened) - ${firstYear}) * 12 + extract(month from o.opened))::int as month
  from (${found}) f
  cross join lateral (select
    (f.lng + 180) / 360 as x,
    (1 - ln(tan(r.lat) + 1 / cos(r.lat)) / pi()) / 2 as y
    from (select radians(least(85, greatest(-85, f.lat))) as lat) r) m
  cross join lateral (select f.opened at time zone
    coalesce((select zone from city where city = ${city}), 'UTC') as opened) o
  cross join lateral (select array_agg(id order by id) as units from unit
    where city = ${city} and id = any(f.parties)) u`;

/**
 * What the spots add to each square, as rows of `map_tally`.
 * @param spots the name of a table or of a part of the statement, made by `tallySpots`
 */
export function tallySquares(spots: Sql, slice?: TallySlice): Sql {
  const levels = slice ? [slice.level] : tallyLevels;
  const scopes = { city: sql`''`, district: sql`s.district`, units: sql`s.scope` };
  const depths = { none: sql`''`, class: sql`left(s.type, 2)`, type: sql`s.type` };
  const several = (list: readonly Sql[]) =>
    list.length === 1
      ? sql`select ${sql.join(list, sql``)}`
      : sql`select distinct unnest(array[${sql.join(list, sql`, `)}]::text[])`;
  const scope = several(slice ? [scopes[slice.scope]] : Object.values(scopes));
  const type = several(slice ? [depths[slice.depth]] : Object.values(depths));
  return sql`
  select scope, type, level, x, y, procedure, state, sum(count)::bigint as count,
    sum(sum_x)::bigint as sum_x, sum(sum_y)::bigint as sum_y,
    -- Up to each month, from the first on: what came before it is null and takes a bit a month.
    ('{' || string_agg(repeat(coalesce(so_far::text, 'NULL') || ',', month - before - 1) || coalesce(so_far, 0) + count,
      ',' order by month) || '}')::integer[] as opened
  from (
    select *, lag(month, 1, 0) over own as before,
      sum(count) over (own rows between unbounded preceding and 1 preceding) as so_far
    from (
      select k.scope, t.type, l.level, (s.at_x >> (${tallyGrain}::int - l.level))::int as x,
        (s.at_y >> (${tallyGrain}::int - l.level))::int as y, s.procedure, s.state, s.month,
        sum(s.step) as count, sum(s.step * s.at_x) as sum_x, sum(s.step * s.at_y) as sum_y
      from ${spots} s cross join lateral (${scope}) k(scope) cross join lateral (${type}) t(type)
      cross join unnest(${[...levels]}::int[]) l(level)
      where k.scope is not null and t.type is not null
      group by 1, 2, 3, 4, 5, 6, 7, 8
    ) moved where count <> 0 or sum_x <> 0 or sum_y <> 0
    window own as (partition by scope, type, level, x, y, procedure, state order by month)
  ) dated
  group by 1, 2, 3, 4, 5, 6, 7`;
}

/** Adds squares to the tallies, in the order of their key, so that two who add at once never wait in a circle. */
export const addSquares = (city: string, squares: Sql): Sql => sql`
  insert into map_tally as t (city, scope, type, level, x, y, procedure, state, count, sum_x, sum_y, opened)
  select ${city}, q.* from (${squares}) q order by scope, type, level, x, y, procedure, state
  on conflict (city, scope, type, level, x, y, procedure, state) do update set
    count = t.count + excluded.count, sum_x = t.sum_x + excluded.sum_x, sum_y = t.sum_y + excluded.sum_y,
    -- A month that one of them has not come to yet is as its last one.
    opened = array(select
      coalesce(a, case when at > cardinality(t.opened) then t.opened[cardinality(t.opened)] else 0 end)
      + coalesce(b, case when at > cardinality(excluded.opened) then excluded.opened[cardinality(excluded.opened)] else 0 end)
      from unnest(t.opened, excluded.opened) with ordinality as u(a, b, at) order by at)`;

/** How many of a row of `map_tally` (alias `t`) were opened from one month to another, both included. */
export function openedBetween(from: string | undefined, to: string | undefined): Sql {
  const until = (month: number) => sql`coalesce(t.opened[least(${month}::int, cardinality(t.opened))], 0)`;
  const last = to === undefined ? sql`t.count` : until(monthNumber(to));
  return from === undefined ? last : sql`(${last} - ${until(monthNumber(from) - 1)})`;
}

/** Remembers which set of units and which department a scope stands for. */
export const addScopes = (city: string, spots: Sql): Sql => sql`
  insert into map_tally_scope (city, scope, units, department)
  select distinct ${city}, s.scope, s.units, s.department from ${spots} s where s.scope is not null
  order by s.scope on conflict do nothing`;
