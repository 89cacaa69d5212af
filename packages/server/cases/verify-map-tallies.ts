import { sql, type Database, type Queryable, type Sql } from "../store/index.ts";
import { addScopes, addSquares, tallySlices, tallySpots, tallySquares } from "./map-tally.ts";

/** Finished cases with a place, as they are stored. */
const finished = (city: string, procedures: readonly string[]): Sql => sql`
  select c.procedure, c.state, c.type, c.district, c.department, c.parties, st_x(c.point) as lng, st_y(c.point) as lat,
    c.opened_at as opened, 1 as step
  from cases c where c.city = ${city} and c.final and c.point is not null and c.procedure = any(${procedures}::text[])`;

/**
 * Counts the map's tallies anew from table `cases`; part of `rebuildTallies`, in its transaction. A part at a time: all
 * at once would sort thirty-six rows a case.
 */
export async function rebuildMapTallies(tx: Queryable, city: string, procedures: readonly string[]): Promise<void> {
  // A part over a million cases may take longer than a statement usually may.
  await tx.query(sql`select set_config('statement_timeout', '0', true), set_config('work_mem', '128MB', true)`);
  await tx.query(sql`delete from map_tally where city = ${city}`);
  await tx.query(sql`delete from map_tally_scope where city = ${city}`);
  await tx.query(
    sql`create temporary table rebuilt_spot on commit drop as ${tallySpots(city, finished(city, procedures))}`,
  );
  await tx.query(addScopes(city, sql`rebuilt_spot`));
  for (const slice of tallySlices) await tx.query(addSquares(city, tallySquares(sql`rebuilt_spot`, slice)));
}

/** A square that says something else than the cases do. */
export interface MapTallyDifference {
  readonly scope: string;
  readonly type: string;
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly procedure: string;
  readonly state: string;
}

/**
 * Where the map's tallies say something else than table `cases`, which `verifyReplay` compares with the events. For a
 * city at rest, as `tallyDifferences`.
 */
export function mapTallyDifferences(
  db: Database,
  city: string,
  procedures: readonly string[],
): Promise<MapTallyDifference[]> {
  return db.query<MapTallyDifference>(sql`
    with spot as materialized (${tallySpots(city, finished(city, procedures))}),
    counted as (${tallySquares(sql`spot`)}),
    tallied as (select * from map_tally where city = ${city} and count <> 0)
    select scope, type, level, x, y, procedure, state
    from counted c full join tallied t using (scope, type, level, x, y, procedure, state)
    where c.count is distinct from t.count or c.sum_x is distinct from t.sum_x or c.sum_y is distinct from t.sum_y
      or array(select coalesce(v, 0) from unnest(c.opened) v) is distinct from
        array(select coalesce(v, 0) from unnest(t.opened[:cardinality(c.opened)]) v)
    order by scope, type, level, x, y`);
}
