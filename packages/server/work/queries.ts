import type { Procedure } from "@xiuhua/core/procedure";
import { allOf } from "../cases/index.ts";
import { sql, type Queryable, type Sql } from "../store/index.ts";

export interface WorkRow {
  readonly unit: string;
  readonly procedure: string;
  readonly count: number;
}

/** Cases that came to a state in which they count, by unit and procedure: a range of the index of what changed. */
export function countWork(
  db: Queryable,
  city: string,
  procedures: readonly Procedure[],
  seen: readonly Sql[],
  [from, to]: readonly [number, number],
): Promise<WorkRow[]> {
  const counting = procedures.flatMap(({ id, counts }) => (counts?.in ?? []).map((state) => ({ id, state })));
  return db.query<WorkRow>(sql`
    select c.department as unit, c.procedure, count(*) as count
    from unnest(${counting.map(({ id }) => id)}::text[], ${counting.map(({ state }) => state)}::text[]) as k(procedure, state)
    join cases c on c.procedure = k.procedure and c.state = k.state
    where c.city = ${city} and c.department is not null and c.changed_at >= ${new Date(from)}
      and (c.record->>'since')::double precision >= ${from} and (c.record->>'since')::double precision < ${to} and ${allOf(seen)}
    group by 1, 2`);
}
