import type { DelegationInput } from "../api/index.ts";
import { sql } from "../store/index.ts";
import type { Change } from "./administration.ts";
import type { PeopleContext } from "./context.ts";
import { readSpan } from "./instants.ts";
import { against, conflict, done, forbidden, invalid, missing, type Outcome } from "../outcome.ts";
import { newId } from "./secrets.ts";

/** A person lends one of their own roles to another for a time (授权 / 委托); the substitute acts on their behalf. */
export interface Delegations {
  /** The answer is the lent grant's id. */
  add(giver: string, input: DelegationInput): Promise<Outcome<string>>;
  /** By the giver, the substitute or an administrator. */
  remove(id: string, by: string, administers: boolean): Promise<Outcome<null>>;
}

interface GrantRow {
  readonly person: string;
  readonly role: string;
  readonly unit: string;
  readonly area: string | null;
  readonly delegated_from: string | null;
}

export function makeDelegations({ city, now, random }: PeopleContext, change: Change): Delegations {
  return {
    add: (giver, input) =>
      change(async (tx) => {
        const span = readSpan(input.validFrom, input.validTo, { from: "/validFrom", to: "/validTo" });
        if (!span.ok) return span;
        const [from, to] = [new Date(span.value.from), new Date(span.value.to)];
        if (span.value.to <= now()) return invalid("/validTo", { zh: "结束时间已过", en: "The end is in the past" });
        const [grant] = await tx.query<GrantRow>(sql`
          select person, role, unit, area, delegated_from from role_grant
          where city = ${city} and person = ${giver} and id = ${input.grant}`);
        if (grant === undefined) return invalid("/grant", { zh: "这不是您的岗位", en: "This is not a role of yours" });
        if (grant.delegated_from !== null)
          return against({
            zh: "受托得来的岗位不能再转托他人。",
            en: "A role that was lent to you can not be lent on.",
          });
        if (input.to === giver)
          return invalid("/to", { zh: "不能委托给自己", en: "You can not stand in for yourself" });
        const known = await tx.query(sql`
          select 1 from person where city = ${city} and id = ${input.to} and active`);
        if (known.length === 0)
          return invalid("/to", { zh: "没有这个人员，或已停用", en: "There is no such active person" });
        const twice = await tx.query(sql`
          select 1 from role_grant where city = ${city} and person = ${input.to} and delegated_from = ${giver}
            and role = ${grant.role} and unit = ${grant.unit} and area is not distinct from ${grant.area}
            and valid_from < ${to} and valid_to > ${from}`);
        if (twice.length > 0)
          return conflict({
            zh: "这段时间内已将该岗位委托给此人。",
            en: "This role is lent to this person in that time already.",
          });
        const id = newId("grant", random);
        await tx.query(sql`
          insert into role_grant (city, id, person, role, unit, area, valid_from, valid_to, delegated_from)
          values (${city}, ${id}, ${input.to}, ${grant.role}, ${grant.unit}, ${grant.area}, ${from}, ${to}, ${giver})`);
        return done(id);
      }),
    remove: (id, by, administers) =>
      change(async (tx) => {
        const [grant] = await tx.query<GrantRow>(sql`
          select person, role, unit, area, delegated_from from role_grant
          where city = ${city} and id = ${id} and delegated_from is not null`);
        if (grant === undefined) return missing({ zh: "没有这项委托。", en: "There is no such delegation." });
        if (!administers && grant.person !== by && grant.delegated_from !== by)
          return forbidden({
            zh: "只有委托人、受托人或管理员可以撤销委托。",
            en: "Only the giver, the substitute or an administrator may end a delegation.",
          });
        await tx.query(sql`delete from role_grant where city = ${city} and id = ${id}`);
        return done(null);
      }),
  };
}
