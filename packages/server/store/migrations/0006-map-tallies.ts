const scopes = ["''", "district", "scope"];
const types = ["''", "left(type, 2)", "type"];
const levels = [13, 15, 17, 19];

/** One part of the tallies at a time: all parts at once would sort thirty-six rows a case. */
const parts = levels.flatMap((level) =>
  types.flatMap((type) =>
    scopes.map(
      (scope) => /* sql */ `
insert into map_tally (city, scope, type, level, x, y, procedure, state, count, sum_x, sum_y, months)
select city, scope, type, ${level}, x, y, procedure, state, sum(count), sum(sum_x), sum(sum_y),
  ('{' || string_agg(repeat('NULL,', month - before - 1) || count, ',' order by month) || '}')::integer[]
from (
  select *, lag(month, 1, 0) over (partition by city, scope, type, x, y, procedure, state order by month) as before
  from (
    select city, ${scope} as scope, ${type} as type, (at_x >> (26 - ${level}))::int as x, (at_y >> (26 - ${level}))::int as y,
      procedure, state, month, count(*) as count, sum(at_x) as sum_x, sum(at_y) as sum_y
    from spot where ${scope} is not null and ${type} is not null group by 1, 2, 3, 4, 5, 6, 7, 8) counted
) dated group by city, scope, type, x, y, procedure, state;`,
    ),
  ),
);

/**
 * Finished cases counted by square, type and month, for the map: the outbox moves them, and what is there already is
 * counted here. A scope is the whole city (''), a district's code, or '@' and the key of a set of units and a department,
 * spelt out in map_tally_scope; a type is '' (any), a class, or a type's code. x and y are squares of level 13, 15, 17 or 19
 * (2^level a side, spherical Mercator); sum_x and sum_y add up positions in 2^26 parts of the world; months counts by
 * the month of opening, 1 being January 2000.
 */
export const mapTallies = {
  version: 6,
  name: "map tallies",
  sql: /* sql */ `
create table map_tally (
  city text not null,
  scope text not null,
  type text not null,
  level integer not null,
  x integer not null,
  y integer not null,
  procedure text not null,
  state text not null,
  count bigint not null,
  sum_x bigint not null,
  sum_y bigint not null,
  months integer[] not null,
  primary key (city, scope, type, level, x, y, procedure, state)
);

create table map_tally_scope (
  city text not null,
  scope text not null,
  units text[] not null,
  department text,
  primary key (city, scope)
);

set local work_mem = '128MB';
create temporary table spot on commit drop as
select c.city, c.procedure, c.state, c.type, c.district, c.department, u.units,
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

insert into map_tally_scope select distinct city, scope, units, department from spot where scope is not null;
${parts.join("\n")}
`,
} as const;
