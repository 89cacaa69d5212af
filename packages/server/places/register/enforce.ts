import { json, sql, type Queryable, type Transaction } from "../../store/index.ts";
import { rowsOf, type Draft } from "./draft.ts";
import { columnsOf, comma, registers, type Kind } from "./kinds.ts";

/** What a version changed. */
export interface Changes {
  /** Codes that are new. */
  readonly added: number;
  /** Codes that go on with another outline, name or person. */
  readonly changed: number;
  /** Codes that are no more. */
  readonly retired: number;
  readonly same: number;
}

/**
 * Puts a draft into force: what differs gets a new row and an end to the old one, what vanished is retired, what is the same
 * is left alone. Call it in a transaction: until that ends the old version is in force.
 * @param now milliseconds since 1970
 */
export async function enforce(tx: Transaction, draft: Draft, now: number): Promise<Changes> {
  const { city, kind, version } = draft;
  const { table } = registers[kind];
  const columns = columnsOf(kind);
  // Two at once would each retire what the other brings.
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${`places/${city}/${kind}`}))`);
  const at = await instantOf(tx, city, kind, now);
  const equal = sql.join(
    columns.map(({ column, ofDraft }) => sql`d.${sql.id(ofDraft)} is not distinct from t.${column}`),
    sql` and `,
  );
  const gone = await tx.query<{ code: string; stays: boolean }>(sql`
    update ${table} t set valid_to = ${at}
    where t.city = ${city} and t.valid_to is null
      and not exists (select 1 from ${rowsOf(draft)} d where d.code = t.code and ${equal})
    returning t.code, exists (select 1 from ${rowsOf(draft)} d where d.code = t.code) as stays`);
  const into = sql.join(
    columns.map(({ column }) => column),
    comma,
  );
  const from = sql.join(
    columns.map(({ ofDraft }) => sql`d.${sql.id(ofDraft)}`),
    comma,
  );
  const dates = kind === "cells" ? datesOf(city, at) : { columns: sql.empty, values: sql.empty, joined: sql.empty };
  const come = await tx.query(sql`
    insert into ${table} (city, code, valid_from, ${into}${dates.columns})
    select ${city}, d.code, ${at}, ${from}${dates.values} from ${rowsOf(draft)} d ${dates.joined}
    where not exists (select 1 from ${table} t where t.city = ${city} and t.code = d.code and t.valid_to is null)
    returning code`);
  const changed = gone.filter(({ stays }) => stays).length;
  const [all] = await tx.query<{ count: number }>(sql`select count(*) as count from ${rowsOf(draft)} d`);
  const changes: Changes = {
    added: come.length - changed,
    changed,
    retired: gone.length - changed,
    same: (all?.count ?? 0) - come.length,
  };
  await tx.query(sql`
    update place_version set state = 'past', in_force_to = ${at}
    where city = ${city} and kind = ${kind} and state = 'inForce'`);
  await tx.query(sql`
    update place_version set state = 'inForce', in_force_from = ${at}, changes = ${json(changes)}::jsonb
    where city = ${city} and kind = ${kind} and version = ${version}`);
  await tx.query(sql`delete from place_draft where city = ${city} and kind = ${kind} and version = ${version}`);
  // The gazetteer weighs places by the areas' names: a new revision makes it read them again.
  if (kind === "areas") await tx.query(sql`update gazetteer set revision = revision + 1 where city = ${city}`);
  return changes;
}

/** Now, but after the version before, whatever the clocks of two machines say. */
async function instantOf(tx: Queryable, city: string, kind: Kind, now: number): Promise<Date> {
  const [row] = await tx.query<{ last: number | null }>(sql`
    select max(in_force_from) as last from place_version where city = ${city} and kind = ${kind}`);
  return new Date(Math.max(now, (row?.last ?? -Infinity) + 1));
}

/** A cell's first day and the day of its last change: as the file has them, else the day it came into force here. */
function datesOf(city: string, at: Date) {
  const day = sql`(${at}::timestamptz at time zone (select zone from city where city = ${city}))::date`;
  return {
    columns: sql`, initial_on, changed_on`,
    values: sql`, coalesce(d.initial_on, before.initial_on, ${day}),
      coalesce(d.changed_on, case when before.code is not null then ${day} end)`,
    joined: sql`left join lateral (
      select h.code, h.initial_on from grid_cell h where h.city = ${city} and h.code = d.code
      order by h.valid_from desc limit 1) before on true`,
  };
}
