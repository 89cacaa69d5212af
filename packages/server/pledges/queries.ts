import { allOf, pledgeSql } from "../cases/index.ts";
import type { PledgeLimits } from "@xiuhua/core/indicators";
import { sql, type Queryable, type Sql } from "../store/index.ts";

export interface PledgeRow {
  /** Empty for the centre's own posts; null for the sum over all, each case once. */
  readonly unit: string | null;
  readonly open: number;
  readonly dragged: number;
  readonly pushed: number;
  readonly dropped: number;
  readonly shirked: number;
}

/** One look at the unfinished cases; the board of a city costs what its unfinished cases cost, however many are closed. */
export function countPledges(
  db: Queryable,
  city: string,
  seen: readonly Sql[],
  limits: PledgeLimits,
  now: number,
): Promise<PledgeRow[]> {
  const { unit, dragged, dropped, shirked } = pledgeSql(limits, now);
  return db.query<PledgeRow>(sql`
    with unfinished as materialized (
      select ${unit} as unit, c.waits_for is not null or c.held_until is not null as lies, ${dragged} as dragged,
        ${dropped} as dropped, ${shirked} as shirked, c.passed_on, c.joint
      from cases c where c.city = ${city} and not c.final and ${allOf(seen)}
    ), counted as (
      select unit, count(*) as open, count(*) filter (where dragged) as dragged, 0 as pushed,
        count(*) filter (where dropped) as dropped, 0 as shirked
      from unfinished where lies group by unit
      union all
      select by.unit, 0, 0, count(*), 0, 0 from unfinished cross join unnest(passed_on) as by(unit) group by by.unit
      union all
      select by.unit, 0, 0, 0, 0, count(*) from unfinished cross join unnest(joint) as by(unit)
        where shirked group by by.unit
    )
    select unit, sum(open)::bigint as open, sum(dragged)::bigint as dragged, sum(pushed)::bigint as pushed,
      sum(dropped)::bigint as dropped, sum(shirked)::bigint as shirked
    from counted group by unit
    union all
    select null, count(*) filter (where lies), count(*) filter (where dragged), count(*) filter (where passed_on <> '{}'),
      count(*) filter (where dropped), count(*) filter (where shirked) from unfinished`);
}
