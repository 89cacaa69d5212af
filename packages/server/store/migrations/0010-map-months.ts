/**
 * A square of the map says how many of its cases were opened until the end of each month, instead of in it: any span of
 * months is then one subtraction, whatever its length. Null before the first, 1 being January 2000.
 */
export const mapMonths = {
  version: 10,
  name: "map months",
  sql: /* sql */ `
alter table map_tally rename column months to opened;
update map_tally t set opened = array(
  select sum(months) over (order by at)
  from unnest(t.opened) with ordinality as m(months, at) order by at);
`,
} as const;
