import type { Procedure } from "@xiuhua/core/procedure";
import { sql, type Sql } from "../store/index.ts";
import type { Reader } from "../people/index.ts";

/** Which units stand at or below one. */
export type UnitsBelow = (unit: string) => readonly string[];

/** What a reader may see of cases: all of them, or those in areas and those that parties had a hand in. */
export type Sight =
  | { readonly all: true }
  | {
      readonly all: false;
      /** Codes of areas seen whole. */
      readonly areas: readonly string[];
      /** Persons: the reader, and for whom they stand in. */
      readonly persons: ReadonlySet<string>;
      /** Units that the reader speaks for, those below them included. */
      readonly units: ReadonlySet<string>;
    };

/**
 * The centre and outside readers see their area; a department sees what ever lay with it or a unit below; a handler or
 * a collector sees what they reported or were given.
 */
export function sightOf(reader: Reader, procedures: readonly Procedure[], below: UnitsBelow): Sight {
  const persons = new Set([reader.person]);
  const units = new Set<string>();
  const areas = new Set<string>();
  for (const grant of reader.grants) {
    if (grant.onBehalfOf !== undefined) persons.add(grant.onBehalfOf);
    for (const procedure of procedures) {
      const role = procedure.roles[grant.role];
      if (!role) continue;
      if (role.side === "centre" || role.side === "outside") {
        if (grant.area === undefined || grant.area.length <= 4) return { all: true };
        areas.add(grant.area);
      } else if (role.bound?.unit !== undefined && role.bound.person === undefined)
        for (const unit of below(grant.unit)) units.add(unit);
    }
  }
  return { all: false, areas: [...areas], persons, units };
}

/**
 * What a reader may see of cases, as one condition on table `cases` (alias `c`). Every list, count, export and detail
 * passes through here; what is counted from memory passes through `sees`.
 */
export function visible(reader: Reader, procedures: readonly Procedure[], below: UnitsBelow): Sql {
  return seenBy(sightOf(reader, procedures, below));
}

/** The condition of a sight. */
export function seenBy(sight: Sight): Sql {
  if (sight.all) return sql`true`;
  const own = sql`c.parties && ${[...sight.persons, ...sight.units]}::text[]`;
  if (sight.areas.length === 0) return own;
  return sql`(${own} or c.area like any(${sight.areas.map((area) => `${area}%`)}::text[]))`;
}

/** The same gate for a case in memory. */
export function sees(
  sight: Sight,
  one: { readonly area: string | null; readonly parties: readonly string[] },
): boolean {
  if (sight.all) return true;
  const { area } = one;
  if (area !== null && sight.areas.some((code) => area.startsWith(code))) return true;
  return one.parties.some((party) => sight.persons.has(party) || sight.units.has(party));
}

/** The keys of the turns that are this reader's, each with the area it is limited to. */
export function queueTokens(
  reader: Reader,
  procedures: readonly Procedure[],
  below: UnitsBelow,
): { readonly token: string; readonly area: string | null }[] {
  const tokens = new Map<string, Set<string | null>>();
  const add = (token: string, area: string | null) => {
    const areas = tokens.get(token) ?? new Set();
    tokens.set(token, areas.add(area));
  };
  for (const grant of reader.grants) {
    add(`${grant.role}#${reader.person}`, null);
    if (grant.onBehalfOf !== undefined) add(`${grant.role}#${grant.onBehalfOf}`, null);
    for (const procedure of procedures) {
      const role = procedure.roles[grant.role];
      if (!role) continue;
      if (role.bound?.unit !== undefined) for (const unit of below(grant.unit)) add(`${grant.role}@${unit}`, null);
      else if (role.side !== "field")
        add(grant.role, grant.area === undefined || grant.area.length <= 4 ? null : grant.area);
    }
  }
  // Held over a part and over the whole: the whole counts, or a case would be listed twice.
  return [...tokens].flatMap(([token, areas]) =>
    areas.has(null) ? [{ token, area: null }] : [...areas].map((area) => ({ token, area })),
  );
}
