const scopes = ["''", "district", "scope"];
const types = ["''", "left(type, 2)", "type"];
const levels = [14, 16, 18];

/** One part at a time, as when the tallies were made. */
const parts = levels.flatMap((level) =>
  types.flatMap((type) =>
    scopes.map(
      (scope) => /* sql */ `
insert into map_tally (city, scope, type, level, x, y, procedure, state, count, sum_x, sum_y, opened)
select city, scope, type, ${level}, x, y, procedure, state, sum(count), sum(sum_x), sum(sum_y),
  ('{' || string_agg(repeat(coalesce(so_far::text, 'NULL') || ',', month - before - 1) || coalesce(so_far, 0) + count,
    ',' order by month) || '}')::integer[]
from (
  select *, lag(month, 1, 0) over own as before,
    sum(count) over (own rows between unbounded preceding and 1 preceding) as so_far
  from (
    select city, ${scope} as scope, ${type} as type, (at_x >> (26 - ${level}))::int as x, (at_y >> (26 - ${level}))::int as y,
      procedure, state, month, count(*) as count, sum(at_x) as sum_x, sum(at_y) as sum_y
    from map_spot where ${scope} is not null and ${type} is not null group by 1, 2, 3, 4, 5, 6, 7, 8) counted
  window own as (partition by city, scope, type, x, y, procedure, state order by month)
) dated group by city, scope, type, x, y, procedure, state;`,
    ),
  ),
);

/**
 * The map's squares of every level from 13 to 19, instead of every second one: a tile of any zoom then reads 8 by 8 squares
 * for its clusters and 16 by 16 for its heat, not up to 32 by 32.
 */
export const mapLevels = {
  version: 11,
  name: "map levels",
  sql: /* sql */ `
set local work_mem = '128MB';
create temporary table map_spot on commit drop as
select c.city, c.procedure, c.state, c.type, c.district,
  case when u.units is not null then '@' || left(md5(coalesce(c.department, '') || '|' || array_to_string(u.units, ' ')), 12) end as scope,
  floor((st_x(c.point) + 180) / 360 * 67108864)::bigint as at_x,
  floor((1 - ln(tan(r.lat) + 1 / cos(r.lat)) / pi()) / 2 * 67108864)::bigint as at_y,
  greatest(1, (extract(year from o.opened) - 2000) * 12 + extract(month from o.opened))::int as month
from cases c join city on city.city = c.city
cross join lateral (select radians(least(85, greatest(-85, st_y(c.point)))) as lat) r
cross join lateral (select c.opened_at at time zone city.zone as opened) o
cross join lateral (select array_agg(unit.id order by unit.id) as units from unit
  where unit.city = c.city and unit.id = any(c.parties)) u
where c.final and c.point is not null;
${parts.join("\n")}
`,
} as const;
