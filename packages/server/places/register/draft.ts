import { json, sql, type Queryable, type Sql } from "../../store/index.ts";
import type { Entry } from "./entry.ts";
import { columnsOf, comma, registers, type Kind } from "./kinds.ts";
import { toWkb } from "./wkb.ts";

/** A version being made: its rows lie in `place_draft` until it comes into force. */
export interface Draft {
  readonly city: string;
  readonly kind: Kind;
  readonly version: number;
}

export interface Origin {
  /** The file's name, or what else it came from. */
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who: a person's id, or `command line`. */
  readonly by: string;
}

/** Longer no load takes; what is left then is of a process that was killed. Our own choice. */
const abandoned = sql`interval '1 day'`;

/** Begins a version that nobody sees yet. */
export async function beginDraft(db: Queryable, city: string, kind: Kind, origin: Origin): Promise<Draft> {
  const left = await db.query<{ version: number }>(sql`
    select version from place_version
    where city = ${city} and kind = ${kind} and state = 'loading' and made_at < now() - ${abandoned}`);
  for (const { version } of left) await discardDraft(db, { city, kind, version });
  const [row] = await db.query<{ version: number }>(sql`
    insert into place_version (city, kind, version, state, source, made_at, made_by)
    select ${city}, ${kind}, coalesce(max(version), 0) + 1, 'loading', ${origin.source}, ${new Date(origin.at)}, ${origin.by}
    from place_version where city = ${city} and kind = ${kind}
    returning version`);
  if (!row) throw new Error("No version was begun");
  return { city, kind, version: row.version };
}

/** Removes a version that never came into force. */
export async function discardDraft(db: Queryable, { city, kind, version }: Draft): Promise<boolean> {
  const removed = await db.query(sql`
    delete from place_version
    where city = ${city} and kind = ${kind} and version = ${version} and state in ('loading', 'draft') returning version`);
  if (removed.length === 0) return false;
  await db.query(sql`delete from place_draft where city = ${city} and kind = ${kind} and version = ${version}`);
  return true;
}

/** The draft's rows, to stand after `from`: sql`select … from ${rowsOf(draft)} d`. */
export const rowsOf = ({ city, kind, version }: Draft): Sql =>
  sql`(select * from place_draft where city = ${city} and kind = ${kind} and version = ${version})`;

/** The rows in force, likewise. */
export const inForce = (city: string, kind: Kind): Sql =>
  sql`(select * from ${registers[kind].table} where city = ${city} and valid_to is null)`;

/** Characters of one statement's rows, about: one feature may exceed it, and then goes alone. */
const batchCharacters = 1 << 20;

/** Writes entries in batches of bounded size. Call `flush` at the end. */
export class DraftWriter {
  readonly #db: Queryable;
  readonly #draft: Draft;
  #rows: object[] = [];
  #characters = 0;
  count = 0;

  constructor(db: Queryable, draft: Draft) {
    this.#db = db;
    this.#draft = draft;
  }

  async add({ outline, initialOn, changedOn, ...entry }: Entry): Promise<void> {
    const wkb = outline && toWkb(outline);
    this.#rows.push({ ...entry, wkb, initial_on: initialOn, changed_on: changedOn });
    this.#characters += (wkb?.length ?? 0) + (entry.cells?.length ?? 0) * 20 + 200;
    this.count += 1;
    if (this.#characters >= batchCharacters) await this.flush();
  }

  async flush(): Promise<void> {
    const { city, kind, version } = this.#draft;
    const rows = this.#rows;
    this.#rows = [];
    this.#characters = 0;
    if (rows.length === 0) return;
    await this.#db.query(sql`
      insert into place_draft (city, kind, version, at, code, parent, level, name, schematic, collector, unit, cells,
        initial_on, changed_on, outline)
      select ${city}, ${kind}, ${version}, at, code, coalesce(parent, ${parentOf(this.#draft, sql`x.code`)}),
        case length(code) when 4 then 'city' when 6 then 'district' when 9 then 'subDistrict' else 'community' end,
        name, coalesce(schematic, false), collector, unit, cells, initial_on, changed_on,
        st_geomfromwkb(decode(wkb, 'hex'), 4326)
      from jsonb_to_recordset(${json(rows)}::jsonb) as x(at int, code text, parent text, name jsonb, schematic boolean,
        collector text, unit text, cells text[], initial_on date, changed_on date, wkb text)`);
  }
}

/** Carries over what is in force and lies outside the part that the file replaces. */
export async function carryOver(db: Queryable, draft: Draft, within: string): Promise<void> {
  const { city, kind } = draft;
  await copyRows(
    db,
    draft,
    sql`
    select t.*, -row_number() over (order by t.code) as at from ${inForce(city, kind)} t
    where not starts_with(t.code, ${within})`,
  );
}

/** Fills a draft with what was valid while an earlier version was in force. */
export async function copyPast(db: Queryable, draft: Draft, past: number): Promise<void> {
  const { city, kind } = draft;
  await copyRows(
    db,
    draft,
    sql`
    select t.*, row_number() over (order by t.code) as at
    from ${registers[kind].table} t join place_version v on v.city = ${city} and v.kind = ${kind} and v.version = ${past}
    where t.city = ${city} and t.valid_from <= v.in_force_from and (t.valid_to is null or t.valid_to > v.in_force_from)`,
  );
}

/** Their parents are found anew: the areas may have changed since. */
async function copyRows(db: Queryable, draft: Draft, rows: Sql): Promise<void> {
  const { city, kind, version } = draft;
  const copied = columnsOf(kind).filter(({ ofDraft }) => ofDraft !== "parent");
  const into = sql.join(
    copied.map(({ ofDraft }) => sql.id(ofDraft)),
    comma,
  );
  const from = sql.join(
    copied.map(({ column }) => sql`t.${column}`),
    comma,
  );
  await db.query(sql`
    insert into place_draft (city, kind, version, at, code, parent, ${into})
    select ${city}, ${kind}, ${version}, t.at, t.code, ${parentOf(draft, sql`t.code`)}, ${from} from (${rows}) t`);
}

/** An area lies in the one whose code begins its own, a cell in the smallest area in force whose code does. */
function parentOf({ city, kind }: Draft, code: Sql): Sql {
  if (kind === "areas")
    return sql`case length(${code}) when 4 then null when 6 then ${city} else left(${code}, length(${code}) - 3) end`;
  if (kind === "responsibilityGrids") return sql`null`;
  const area = (digits: number): Sql => sql`(
    select a.code from area a where a.city = ${city} and a.code = left(${code}, ${digits}::int) and a.valid_to is null)`;
  return sql`coalesce(${area(12)}, ${area(9)}, ${area(6)}, ${area(4)})`;
}

/** Finds the parents of a draft's cells anew: since they were written the areas may have changed. */
export async function settleParents(db: Queryable, draft: Draft): Promise<void> {
  const { city, kind, version } = draft;
  if (kind !== "cells") return;
  await db.query(sql`
    update place_draft d set parent = ${parentOf(draft, sql`d.code`)}
    where d.city = ${city} and d.kind = ${kind} and d.version = ${version}
      and d.parent is distinct from ${parentOf(draft, sql`d.code`)}`);
}
