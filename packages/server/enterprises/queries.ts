import type { SolvedWhen } from "@xiuhua/procedures";
import { allOf, solvedSql } from "../cases/index.ts";
import { sql, type Queryable, type Sql } from "../store/index.ts";

const hearts = ["easier", "safer", "smoother", "rooted"] as const;
export type Heart = (typeof hearts)[number];

/** What one unit has of one outcome out of one month, with the sums of the four questions. */
export type SolvedRow = {
  readonly unit: string | null;
  /** `YYYY-MM` in the city. */
  readonly month: string;
  readonly outcome: SolvedWhen;
  readonly count: number;
  readonly answered: number;
} & Readonly<Record<Heart, number | null>>;

/** The whole ledger in one look: the board folds these few rows, whatever it shows. */
export function countSolved(db: Queryable, city: string, seen: readonly Sql[], zone: string): Promise<SolvedRow[]> {
  const sums = hearts.map((heart) => sql`sum((facts->>${heart}::text)::int)::bigint as ${sql.id(heart)}`);
  return db.query<SolvedRow>(sql`
    with problem as materialized (
      select c.department as unit, to_char(c.opened_at at time zone ${zone}::text, 'YYYY-MM') as month,
        ${solvedSql(zone)} as outcome, c.record->'facts' as facts
      from cases c where c.city = ${city} and c.procedure = 'enterprise-help' and ${allOf(seen)}
    )
    select unit, month, outcome, count(*) as count, count(facts->>'easier') as answered, ${sql.join(sums, sql`, `)}
    from problem group by unit, month, outcome`);
}
