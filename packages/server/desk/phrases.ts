import { randomUUID } from "node:crypto";
import type { StockPhrase, Words } from "../api/index.ts";
import { mayAdminister, type Reader } from "../people/index.ts";
import { json, sql, type Queryable } from "../store/index.ts";
import { mostKept, type DeskContext } from "./context.ts";
import { speaksFor, unitsOf } from "./reach.ts";

/** A phrase the city ships with, for everybody. */
export interface CityPhrase {
  readonly action: string;
  readonly text: Words;
}

export interface NewPhrase extends CityPhrase {
  /** For everybody in this unit and below, instead of for oneself. */
  readonly unit?: string;
}

interface Row {
  readonly id: string;
  readonly action: string;
  readonly person: string | null;
  readonly text: Words;
}

/** Roles that may write phrases for a whole unit. */
const writers = ["administrator", "shiftLeader"];

/** Sentences to pick from while filling in a form: one's own, the unit's, the city's. */
export function makePhrases({ db, city, directory }: DeskContext) {
  const shown = ({ id, action, person, text }: Row, reader: Reader): StockPhrase => ({
    id,
    action,
    text,
    own: person === reader.person,
  });

  return {
    /** One's own first, then those of one's units, then the city's. */
    async list(reader: Reader, action: string | undefined): Promise<StockPhrase[]> {
      const rows = await db.query<Row>(sql`
        select id, action, person, text from stock_phrase
        where city = ${city} ${action === undefined ? sql.empty : sql`and action = ${action}`}
          and (person = ${reader.person} or (person is null
            and (unit is null or unit = any(${unitsOf(reader, directory)}::text[]))))
        order by person is null, unit is null, action, position, id`);
      return rows.map((row) => shown(row, reader));
    },

    async add(reader: Reader, phrase: NewPhrase): Promise<StockPhrase | "foreign-unit" | "too-many"> {
      const { action, text, unit = null } = phrase;
      if (unit !== null && !(directory.unit(unit) && speaksFor(reader, unit, writers, directory)))
        return "foreign-unit";
      const person = unit === null ? reader.person : null;
      // New ones come last; what belongs to a unit belongs to no person.
      const [row] = await db.query<Row>(sql`
        insert into stock_phrase (city, id, action, unit, person, text, position)
        select ${city}, ${randomUUID()}, ${action}, ${unit}::text, ${person}::text, ${json(text)}::jsonb,
          coalesce(max(position), 0) + 1
        from stock_phrase
        where city = ${city} and unit is not distinct from ${unit}::text and person is not distinct from ${person}::text
        having count(*) < ${mostKept}
        returning id, action, person, text`);
      return row ? shown(row, reader) : "too-many";
    },

    /** Removes one's own phrase, or a unit's that one may write for. Whether there was one. */
    async remove(reader: Reader, id: string): Promise<boolean> {
      const [phrase] = await db.query<{ person: string | null; unit: string | null }>(
        sql`select person, unit from stock_phrase where city = ${city} and id = ${id}`,
      );
      if (!phrase || !mayRemove(reader, phrase)) return false;
      const rows = await db.query(sql`delete from stock_phrase where city = ${city} and id = ${id} returning id`);
      return rows.length > 0;
    },
  };

  function mayRemove(reader: Reader, { person, unit }: { person: string | null; unit: string | null }): boolean {
    if (person !== null) return person === reader.person;
    return unit === null ? mayAdminister(reader) : speaksFor(reader, unit, writers, directory);
  }
}

export type Phrases = ReturnType<typeof makePhrases>;

/** Gives a city its phrases, in their order. A second time it adds nothing. */
export async function seedPhrases(db: Queryable, city: string, phrases: readonly CityPhrase[]): Promise<void> {
  const rows = phrases.map(({ action, text }, index) => ({
    id: `city-${index + 1}`,
    action,
    text,
    position: index + 1,
  }));
  await db.query(sql`
    insert into stock_phrase (city, id, action, text, position)
    select ${city}, p.id, p.action, p.text, p.position
    from jsonb_to_recordset(${json(rows)}::jsonb) as p(id text, action text, text jsonb, position integer)
    on conflict do nothing`);
}
