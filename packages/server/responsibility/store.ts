import { json, sql, type Queryable } from "../store/index.ts";
import type { Rule } from "./rule.ts";

interface Row {
  readonly id: string;
  readonly owner: string | null;
  readonly type: string | null;
  readonly area: string | null;
  readonly unit: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly note: string | null;
}

/** Reads every rule: a city has some hundreds. */
export async function loadRules(db: Queryable, city: string): Promise<Rule[]> {
  const rows = await db.query<Row>(sql`
    select id, owner, type, area, unit, valid_from, valid_to, note from responsibility_rule
    where city = ${city} order by owner nulls last, type nulls last, area nulls last, valid_from nulls first, id`);
  return rows.map(({ id, owner, type, area, unit, valid_from: validFrom, valid_to: validTo, note }) => ({
    id,
    unit,
    ...(owner === null ? {} : { owner }),
    ...(type === null ? {} : { type }),
    ...(area === null ? {} : { area }),
    ...(validFrom === null ? {} : { validFrom }),
    ...(validTo === null ? {} : { validTo }),
    ...(note === null ? {} : { note }),
  }));
}

/** Until the transaction ends, nobody else edits this city's rules. */
export async function lockRules(tx: Queryable, city: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${`responsibility ${city}`}))`);
}

/** One rule as it was and as it shall be; without `before` it is new, without `after` it goes. */
export interface Edit {
  readonly before?: Rule;
  readonly after?: Rule;
}

/** Carries out edits and keeps who made them, in one statement. */
export async function writeEdits(
  db: Queryable,
  city: string,
  edits: readonly Edit[],
  by: { readonly person: string; readonly at: number },
): Promise<void> {
  const rows = edits.map(({ before, after }) => ({
    id: (after ?? before)?.id,
    before: before ?? null,
    after: after ?? null,
  }));
  await db.query(sql`
    with edit as materialized (
      select id, nullif(before, 'null') as before, nullif(after, 'null') as after
      from jsonb_to_recordset(${json(rows)}::jsonb) as e(id text, before jsonb, after jsonb)
    ), gone as (
      delete from responsibility_rule r using edit e where r.city = ${city} and r.id = e.id and e.after is null
    ), kept as (
      insert into responsibility_rule as r (city, id, owner, type, area, unit, valid_from, valid_to, note)
      select ${city}, id, after->>'owner', after->>'type', after->>'area', after->>'unit',
        (after->>'validFrom')::date, (after->>'validTo')::date, after->>'note'
      from edit where after is not null
      on conflict (city, id) do update set owner = excluded.owner, type = excluded.type, area = excluded.area,
        unit = excluded.unit, valid_from = excluded.valid_from, valid_to = excluded.valid_to, note = excluded.note
    )
    insert into responsibility_change (city, at, person, rule, before, after)
    select ${city}, ${new Date(by.at)}::timestamptz, ${by.person}, id, before, after from edit order by id`);
}

export interface ChangeRow {
  readonly id: number;
  readonly at: number;
  readonly person: string;
  readonly rule: string;
  readonly before: Rule | null;
  readonly after: Rule | null;
}

/** The newest changes first, those before `below` only. */
export function listChanges(
  db: Queryable,
  city: string,
  page: { readonly rule?: string; readonly below?: number; readonly limit: number },
): Promise<ChangeRow[]> {
  return db.query<ChangeRow>(sql`
    select id, at, person, rule, before, after from responsibility_change
    where city = ${city} ${page.rule === undefined ? sql.empty : sql`and rule = ${page.rule}`}
      ${page.below === undefined ? sql.empty : sql`and id < ${page.below}::bigint`}
    order by id desc limit ${page.limit}`);
}
