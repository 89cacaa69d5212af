import { randomUUID } from "node:crypto";
import type { SavedFilter } from "../api/index.ts";
import { mayAdminister, type Reader } from "../people/index.ts";
import { json, sql } from "../store/index.ts";
import { mostKept, type DeskContext } from "./context.ts";
import { unitsOf } from "./reach.ts";

export interface NewFilter {
  readonly name: string;
  /** The unit to share it in. */
  readonly unit?: string;
  readonly query: Readonly<Record<string, unknown>>;
}

export interface FilterChange {
  readonly name?: string;
  /** `null` takes it back to oneself. */
  readonly unit?: string | null;
  readonly query?: Readonly<Record<string, unknown>>;
}

export type FilterRefusal = "unknown" | "foreign-unit" | "too-many";

interface Row {
  readonly id: string;
  readonly person: string;
  readonly unit: string | null;
  readonly name: string;
  readonly query: Record<string, unknown>;
}

/** Filters that people keep for their lists: for themselves, or shared in a unit they belong to. */
export function makeFilters({ db, city, directory, now }: DeskContext) {
  const shown = ({ id, person, unit, name, query }: Row, reader: Reader): SavedFilter => ({
    id,
    name,
    mine: person === reader.person,
    query,
    ...(unit === null ? {} : { unit: { id: unit, name: directory.unit(unit)?.name ?? { zh: unit, en: unit } } }),
  });
  const belongs = (reader: Reader, unit: string) => unitsOf(reader, directory).includes(unit);
  const returned = sql`returning id, person, unit, name, query`;

  /** What a reader may change: their own; the administrator all that is shared. */
  const changeable = (reader: Reader) =>
    mayAdminister(reader) ? sql`(person = ${reader.person} or unit is not null)` : sql`person = ${reader.person}`;

  return {
    /** One's own first, then by name. */
    async list(reader: Reader): Promise<SavedFilter[]> {
      const rows = await db.query<Row>(sql`
        select id, person, unit, name, query from saved_filter
        where city = ${city} and (person = ${reader.person} or unit = any(${unitsOf(reader, directory)}::text[]))
        order by person <> ${reader.person}, name, id`);
      return rows.map((row) => shown(row, reader));
    },

    async add(reader: Reader, { name, unit, query }: NewFilter): Promise<SavedFilter | FilterRefusal> {
      if (unit !== undefined && !belongs(reader, unit)) return "foreign-unit";
      const [row] = await db.query<Row>(sql`
        insert into saved_filter (city, id, person, unit, name, query, created_at)
        select ${city}, ${randomUUID()}, ${reader.person}, ${unit ?? null}, ${name}, ${json(query)}::jsonb,
          ${new Date(now())}::timestamptz
        where (select count(*) from saved_filter where city = ${city} and person = ${reader.person}) < ${mostKept}
        ${returned}`);
      return row ? shown(row, reader) : "too-many";
    },

    async change(reader: Reader, id: string, change: FilterChange): Promise<SavedFilter | FilterRefusal> {
      const { name, unit, query } = change;
      if (typeof unit === "string" && !belongs(reader, unit) && !mayAdminister(reader)) return "foreign-unit";
      const sets = [
        ...(name === undefined ? [] : [sql`name = ${name}`]),
        ...(unit === undefined ? [] : [sql`unit = ${unit}`]),
        ...(query === undefined ? [] : [sql`query = ${json(query)}::jsonb`]),
      ];
      const [row] = await db.query<Row>(sql`
        update saved_filter set ${sets.length === 0 ? sql`id = id` : sql.join(sets, sql`, `)}
        where city = ${city} and id = ${id} and ${changeable(reader)} ${returned}`);
      return row ? shown(row, reader) : "unknown";
    },

    /** Whether there was one that this reader may remove. */
    async remove(reader: Reader, id: string): Promise<boolean> {
      const rows = await db.query(sql`
        delete from saved_filter where city = ${city} and id = ${id} and ${changeable(reader)} returning id`);
      return rows.length > 0;
    },
  };
}

export type Filters = ReturnType<typeof makeFilters>;
