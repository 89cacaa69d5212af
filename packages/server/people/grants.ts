import type { GrantInput } from "../api/index.ts";
import { sql, type Transaction } from "../store/index.ts";
import { keepAnAdministrator, type Change } from "./administration.ts";
import type { PeopleContext } from "./context.ts";
import { readSpan } from "./instants.ts";
import { against, done, invalid, missing, type Outcome } from "../outcome.ts";
import { noSuchPerson } from "./persons.ts";
import { newId } from "./secrets.ts";
import { checkArea } from "./units.ts";

/** Roles that persons hold at a unit, perhaps over one area, perhaps for a time. */
export interface Grants {
  /** The answer is the new grant's id. */
  add(person: string, input: GrantInput): Promise<Outcome<string>>;
  /** Takes all of `input`. A lent role is changed by its giver, not here. */
  change(person: string, id: string, input: GrantInput): Promise<Outcome<null>>;
  /** Whoever it was lent to loses it too. */
  remove(person: string, id: string): Promise<Outcome<null>>;
}

interface Row {
  readonly role: string;
  readonly unit: string;
  readonly area: string | null;
  readonly delegated_from: string | null;
}

/** @param roles the roles that this product's procedures know; undefined lets any through. */
export function makeGrants(context: PeopleContext, change: Change, roles: ReadonlySet<string> | undefined): Grants {
  const { city, random } = context;

  async function check(tx: Transaction, input: GrantInput) {
    const span = readSpan(input.validFrom, input.validTo, { from: "/validFrom", to: "/validTo" });
    if (!span.ok) return span;
    if (roles?.has(input.role) === false) return invalid("/role", { zh: "没有这个岗位", en: "There is no such role" });
    const unit = await tx.query(sql`select 1 from unit where city = ${city} and id = ${input.unit}`);
    if (unit.length === 0) return invalid("/unit", { zh: "没有这个单位", en: "There is no such unit" });
    if (input.area !== undefined) {
      const area = await checkArea(tx, city, input.area);
      if (!area.ok) return area;
    }
    const at = (value: number | undefined) => (value === undefined ? null : new Date(value));
    return done({ from: at(span.value.from), to: at(span.value.to) });
  }

  async function find(tx: Transaction, person: string, id: string): Promise<Row | undefined> {
    const [row] = await tx.query<Row>(sql`
      select role, unit, area, delegated_from from role_grant
      where city = ${city} and person = ${person} and id = ${id}`);
    return row;
  }

  /** Takes back what was lent of a role that its giver no longer holds. */
  async function takeBack(tx: Transaction, person: string, { role, unit, area }: Row): Promise<void> {
    await tx.query(sql`
      delete from role_grant lent where lent.city = ${city} and lent.delegated_from = ${person}
        and lent.role = ${role} and lent.unit = ${unit} and lent.area is not distinct from ${area}
        and not exists (
          select 1 from role_grant own where own.city = ${city} and own.person = ${person}
            and own.delegated_from is null and own.role = ${role} and own.unit = ${unit}
            and own.area is not distinct from ${area})`);
  }

  return {
    add: (person, input) =>
      change(async (tx) => {
        const known = await tx.query(sql`select 1 from person where city = ${city} and id = ${person}`);
        if (known.length === 0) return noSuchPerson;
        const checked = await check(tx, input);
        if (!checked.ok) return checked;
        const id = newId("grant", random);
        await tx.query(sql`
          insert into role_grant (city, id, person, role, unit, area, valid_from, valid_to)
          values (${city}, ${id}, ${person}, ${input.role}, ${input.unit}, ${input.area ?? null},
            ${checked.value.from}, ${checked.value.to})`);
        return done(id);
      }),
    change: (person, id, input) =>
      change(async (tx) => {
        const before = await find(tx, person, id);
        if (before === undefined) return noSuchGrant;
        if (before.delegated_from !== null)
          return against({
            zh: "委托得来的岗位不能修改，只能撤销。",
            en: "A role that was lent can not be changed, only taken back.",
          });
        const checked = await check(tx, input);
        if (!checked.ok) return checked;
        await tx.query(sql`
          update role_grant set role = ${input.role}, unit = ${input.unit}, area = ${input.area ?? null},
            valid_from = ${checked.value.from}, valid_to = ${checked.value.to}
          where city = ${city} and id = ${id}`);
        await takeBack(tx, person, before);
        return before.role === "administrator" ? keepAnAdministrator(context, tx) : done(null);
      }),
    remove: (person, id) =>
      change(async (tx) => {
        const before = await find(tx, person, id);
        if (before === undefined) return noSuchGrant;
        await tx.query(sql`delete from role_grant where city = ${city} and id = ${id}`);
        if (before.delegated_from !== null) return done(null);
        await takeBack(tx, person, before);
        return before.role === "administrator" ? keepAnAdministrator(context, tx) : done(null);
      }),
  };
}

const noSuchGrant = missing({ zh: "没有这项任职。", en: "There is no such grant." });
