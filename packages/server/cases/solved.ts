import { sql, type Sql } from "../store/index.ts";

/**
 * How an enterprise's problem (alias `c`) was solved against its date: `solvedWhen` of the procedure as one expression, so
 * that a board counts and a list filters without reading a case. A test holds the two together.
 * @param zone the city's time zone: early is on an earlier day there
 */
export function solvedSql(zone: string): Sql {
  const facts = sql`c.record->'facts'`;
  const clock = sql`c.record->'clocks'->'solve'`;
  const solvedAt = sql`(${facts}->>'solvedAt')::numeric`;
  const stood = sql`case when ${clock}->>'status' = 'running' then ${solvedAt}
    else coalesce((${clock}->'segments'->-1->>'to')::numeric, ${solvedAt}) end`;
  const dayOf = (at: Sql) => sql`(to_timestamp((${at}) / 1000) at time zone ${zone}::text)::date`;
  return sql`(case
    when c.state = 'merged' then 'merged'
    when ${facts}->>'solvedAt' is null then 'open'
    when ${stood} > (${clock}->>'due')::numeric then 'late'
    when ${dayOf(solvedAt)} < ${dayOf(sql`(${facts}->>'dueAt')::numeric`)} then 'early'
    else 'inTime' end)`;
}
