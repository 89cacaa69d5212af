import type { Reader } from "../people/index.ts";
import type { DeskContext } from "./context.ts";

/** The units a reader belongs to: those of their grants, and all above. What is shared in them reaches the reader. */
export function unitsOf(reader: Reader, directory: DeskContext["directory"]): string[] {
  const units = new Set<string>();
  for (const grant of reader.grants) {
    let unit: string | undefined = grant.unit;
    // A unit met before has had its parents walked; that also ends a circle.
    while (unit !== undefined && !units.has(unit)) {
      units.add(unit);
      unit = directory.unit(unit)?.parent;
    }
  }
  return [...units];
}

/** Whether a reader in one of these roles may speak for a unit: held there, or above it. */
export function speaksFor(
  reader: Reader,
  unit: string,
  roles: readonly string[],
  directory: DeskContext["directory"],
): boolean {
  return reader.grants.some((grant) => roles.includes(grant.role) && directory.within(unit, grant.unit));
}
