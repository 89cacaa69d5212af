import type { Reader } from "../people/index.ts";
import { people } from "./files.ts";

/** The demo's people as readers, by login: a story acts through the same door as a person at a screen. */
export function readerOf(login: string): Reader {
  const person = people.people.find((one) => one.login === login);
  if (!person) throw new Error(`The demo has no account ${login}`);
  return {
    person: login,
    language: "zh",
    grants: person.grants.map(({ role, unit, area }) => ({ role, unit, ...(area === undefined ? {} : { area }) })),
  };
}

/** Logins that hold a role; those over this area first. */
export function holders(role: string, area?: string): string[] {
  const found = people.people.filter((one) => one.grants.some((grant) => grant.role === role));
  const near = found.filter((one) =>
    one.grants.some(
      (grant) => grant.role === role && area !== undefined && grant.area !== undefined && area.startsWith(grant.area),
    ),
  );
  return [...near, ...found.filter((one) => !near.includes(one))].map((one) => one.login);
}

/** Who speaks for a unit: an officer who holds it or a unit above it. */
export function officerOf(unit: string, within: (unit: string, above: string) => boolean): string | undefined {
  return people.people.find((one) =>
    one.grants.some((grant) => grant.role === "departmentOfficer" && within(unit, grant.unit)),
  )?.login;
}

/** A handler of the unit or below it. */
export function handlerOf(unit: string, within: (unit: string, above: string) => boolean): string | undefined {
  return people.people.find((one) => one.grants.some((grant) => grant.role === "handler" && within(grant.unit, unit)))
    ?.login;
}
