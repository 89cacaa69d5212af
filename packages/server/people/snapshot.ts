import type { Words } from "@xiuhua/core/procedure";
import type { Unit } from "../api/index.ts";
import { sql, type Queryable } from "../store/index.ts";
import { group } from "./group.ts";

/** A role held at a unit; instants in milliseconds. */
export interface HeldGrant {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly unit: string;
  readonly area?: string;
  readonly validFrom?: number;
  readonly validTo?: number;
  /** The person it was lent by. */
  readonly delegatedFrom?: string;
}

export interface DirectoryPerson {
  readonly id: string;
  readonly login: string;
  readonly name: Words;
  readonly title?: Words;
  readonly active: boolean;
  readonly demo: boolean;
  readonly language: "zh" | "en";
  /** All of them, also those not valid yet or no more. */
  readonly grants: readonly HeldGrant[];
}

/** The organisation as it stood when it was read. */
export interface Snapshot {
  readonly units: ReadonlyMap<string, Unit>;
  readonly persons: ReadonlyMap<string, DirectoryPerson>;
  readonly areaNames: ReadonlyMap<string, Words>;
}

interface UnitRow {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly name: Words;
  readonly area: string | null;
  readonly department_keys: string[];
  readonly active: boolean;
}

interface PersonRow {
  readonly id: string;
  readonly login: string;
  readonly name: Words;
  readonly title: Words | null;
  readonly active: boolean;
  readonly demo: boolean;
  readonly language: string;
}

interface GrantRow {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly unit: string;
  readonly area: string | null;
  readonly valid_from: number | null;
  readonly valid_to: number | null;
  readonly delegated_from: string | null;
}

/** Reads it all: a city has some hundred units and some thousand persons. */
export async function loadSnapshot(db: Queryable, city: string): Promise<Snapshot> {
  const [units, persons, grants, areas] = await Promise.all([
    db.query<UnitRow>(sql`
      select id, parent, kind, name, area, department_keys, active from unit
      where city = ${city} order by position, id`),
    db.query<PersonRow>(sql`
      select id, login, name, title, active, demo, language from person
      where city = ${city} order by name ->> 'en', id`),
    db.query<GrantRow>(sql`
      select id, person, role, unit, area, valid_from, valid_to, delegated_from from role_grant
      where city = ${city} order by id`),
    db.query<{ code: string; name: Words }>(sql`
      select distinct on (code) code, name from area where city = ${city} and code in (
        select area from role_grant where city = ${city} union select area from unit where city = ${city})
      order by code, valid_from desc`),
  ]);
  const grantsOf = group(grants.map(readGrant), (grant) => grant.person);
  return {
    units: new Map(units.map((row) => [row.id, readUnit(row)])),
    persons: new Map(persons.map((row) => [row.id, readPerson(row, grantsOf.get(row.id) ?? [])])),
    areaNames: new Map(areas.map(({ code, name }) => [code, name])),
  };
}

function readUnit({ parent, area, department_keys: departmentKeys, ...unit }: UnitRow): Unit {
  return { ...unit, departmentKeys, ...(parent === null ? {} : { parent }), ...(area === null ? {} : { area }) };
}

function readPerson({ title, language, ...person }: PersonRow, grants: readonly HeldGrant[]): DirectoryPerson {
  return { ...person, language: language === "en" ? "en" : "zh", grants, ...(title === null ? {} : { title }) };
}

function readGrant(row: GrantRow): HeldGrant {
  return {
    id: row.id,
    person: row.person,
    role: row.role,
    unit: row.unit,
    ...(row.area === null ? {} : { area: row.area }),
    ...(row.valid_from === null ? {} : { validFrom: row.valid_from }),
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    ...(row.delegated_from === null ? {} : { delegatedFrom: row.delegated_from }),
  };
}
