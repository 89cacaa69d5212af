import type { Delegation, DemoAccount, Grant, Me, Person } from "../api/index.ts";
import type { Directory } from "./directory.ts";
import { isoInstant } from "./instants.ts";
import type { Access } from "./reader.ts";
import type { DirectoryPerson, HeldGrant } from "./snapshot.ts";

/** What stands for a name that is no longer there: the id itself, so that nothing is hidden. */
const unnamed = (id: string) => ({ zh: id, en: id });

function where(directory: Directory, { unit, area }: HeldGrant) {
  const areaName = area === undefined ? undefined : directory.areaName(area);
  return {
    unit,
    unitName: directory.unit(unit)?.name ?? unnamed(unit),
    ...(area === undefined ? {} : { area }),
    ...(areaName === undefined ? {} : { areaName }),
  };
}

function named(directory: Directory, person: string) {
  return { id: person, name: directory.person(person)?.name ?? unnamed(person) };
}

export function presentGrant(directory: Directory, grant: HeldGrant): Grant {
  const { validFrom, validTo, delegatedFrom } = grant;
  return {
    id: grant.id,
    role: grant.role,
    ...where(directory, grant),
    ...(validFrom === undefined ? {} : { validFrom: isoInstant(validFrom) }),
    ...(validTo === undefined ? {} : { validTo: isoInstant(validTo) }),
    ...(delegatedFrom === undefined ? {} : { delegatedFrom: named(directory, delegatedFrom) }),
  };
}

/** @param locked ids of those locked out, for an administrator's eyes; undefined for anybody else's */
export function presentPerson(
  directory: Directory,
  person: DirectoryPerson,
  locked: ReadonlySet<string> | undefined,
): Person {
  const { id, name, title, active, login } = person;
  // An administrator plans ahead and sees grants past and to come; others see who holds what now.
  const grants = locked === undefined ? directory.grantsOf(id) : person.grants;
  return {
    id,
    name,
    ...(title === undefined ? {} : { title }),
    active,
    ...(locked === undefined ? {} : { login, locked: locked.has(id) }),
    grants: grants.map((grant) => presentGrant(directory, grant)),
  };
}

export function presentMe(directory: Directory, person: DirectoryPerson, access: Access, city: Me["city"]): Me {
  const { id, login, name, title, language } = person;
  return {
    id,
    login,
    name,
    ...(title === undefined ? {} : { title }),
    language,
    grants: directory.grantsOf(id).map((grant) => presentGrant(directory, grant)),
    csrf: access.via === "session" ? access.csrf : "",
    city,
  };
}

export function presentDemoAccount(directory: Directory, person: DirectoryPerson): DemoAccount {
  const grants = directory.grantsOf(person.id);
  const unit = grants[0]?.unit;
  return {
    login: person.login,
    name: person.name,
    ...(person.title === undefined ? {} : { title: person.title }),
    roles: [...new Set(grants.map((grant) => grant.role))],
    unitName: (unit === undefined ? undefined : directory.unit(unit)?.name) ?? { zh: "", en: "" },
  };
}

/** A lent grant as its giver and its holder see it; undefined for a grant of one's own. */
export function presentDelegation(directory: Directory, grant: HeldGrant): Delegation | undefined {
  const { id, role, person, delegatedFrom, validFrom, validTo } = grant;
  if (delegatedFrom === undefined || validFrom === undefined || validTo === undefined) return undefined;
  return {
    id,
    role,
    ...where(directory, grant),
    from: named(directory, delegatedFrom),
    to: named(directory, person),
    validFrom: isoInstant(validFrom),
    validTo: isoInstant(validTo),
    inForce: directory.grantsOf(person).some((one) => one.id === id),
  };
}
