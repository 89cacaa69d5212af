import type { PeopleFilter } from "../api/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryPerson } from "./snapshot.ts";

/**
 * Persons that fit every part of the filter. Unit and role must come from one and the same grant: who collects here and
 * dispatches there is no dispatcher here.
 * @param administers whether inactive persons, logins and grants of other times are searched as well
 */
export function findPersons(
  directory: Directory,
  { unit, role, text }: PeopleFilter,
  administers: boolean,
): DirectoryPerson[] {
  const words = text?.trim().toLowerCase() ?? "";
  const units = unit === undefined ? undefined : new Set(directory.unitsBelow(unit));
  return directory.persons().filter((person) => {
    if (!person.active && !administers) return false;
    const { name, title, login } = person;
    const texts = [name.zh, name.en, title?.zh ?? "", title?.en ?? "", ...(administers ? [login] : [])];
    if (words !== "" && !texts.some((one) => one.toLowerCase().includes(words))) return false;
    if (units === undefined && role === undefined) return true;
    const grants = administers ? person.grants : directory.grantsOf(person.id);
    return grants.some((grant) => (units?.has(grant.unit) ?? true) && (role === undefined || grant.role === role));
  });
}
