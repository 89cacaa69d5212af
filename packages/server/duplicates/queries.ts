import type { CaseRecord } from "@xiuhua/core/procedure";
import { caseColumns, type ListRow } from "../cases/index.ts";
import { sql, type Queryable, type Sql } from "../store/index.ts";

/** An unfinished case near the one that is asked about. */
export interface NearRow extends ListRow {
  readonly metres: number;
}

/** What is compared with the others: a report that is not there yet, or a case. */
export interface Asked {
  readonly no: string | null;
  readonly record: CaseRecord | null;
}

/** Nearest ones that are looked at. In a crowd of more, those at the very spot are what matters. */
const most = 200;
const metresPerDegree = 111_195;

/** The report as one row: where, and on which component. */
export const reported = (lng: number, lat: number, component: string | undefined): Sql => sql`
  select null::text as no, null::jsonb as record, 'city-case'::text as procedure,
    st_setsrid(st_makepoint(${lng}, ${lat}), 4326) as point, ${component ?? null}::text as component`;

/** A case as that row, if the reader may see it. */
export const recorded = (city: string, no: string, seen: Sql): Sql => sql`
  select c.no, c.record, c.procedure, c.point, c.component from cases c where c.city = ${city} and c.no = ${no} and ${seen}`;

/**
 * Unfinished cases of the same procedure within a radius or on the same component, in one round trip; each row has what was
 * asked about as well. None at all: that case is not there, or not for this reader. Without others: one row without `no`.
 */
export function findNear(
  db: Queryable,
  city: string,
  asked: Sql,
  seen: Sql,
  radius: number,
): Promise<({ readonly asked: Asked } & (NearRow | { readonly no: null }))[]> {
  const others = sql`c.city = ${city} and not c.final and c.procedure = s.procedure and c.no is distinct from s.no and ${seen}`;
  const degrees = radius / metresPerDegree;
  return db.query(sql`
    with s as materialized (${asked}),
    near as (
      select n.no from s cross join lateral (
        select c.no from cases c
        where ${others} and c.point && st_expand(s.point, ${degrees}::float8 / cos(radians(st_y(s.point))), ${degrees}::float8)
        order by c.point <-> s.point limit ${most}) n
      union
      select n.no from s cross join lateral (
        select c.no from cases c where ${others} and c.component = s.component limit ${most}) n
    )
    select jsonb_build_object('no', s.no, 'record', s.record) as asked, n.*
    from s left join (
      select ${caseColumns}, null as photo, st_distancesphere(c.point, s.point) as metres
      from near join cases c using (no) cross join s
      where c.city = ${city} and (c.component = s.component or st_distancesphere(c.point, s.point) <= ${radius}::float8)
    ) n on true`);
}
