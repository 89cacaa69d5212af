import type { Procedure } from "@xiuhua/core/procedure";
import { sql, type Sql } from "../store/index.ts";
import type { Reader } from "../people/index.ts";

/** Which units stand at or below one. */
export type UnitsBelow = (unit: string) => readonly string[];

/** A post over units: what lay with these, in the procedures that have the post. */
export interface Seat {
  readonly procedures: readonly string[];
  readonly units: ReadonlySet<string>;
}

/** What a reader may see of cases: all of them, or those in areas; and those that they had a hand in. */
export interface Sight {
  /** Whether the whole city lies open; `areas` is empty then. */
  readonly all: boolean;
  /** Codes of areas seen whole. */
  readonly areas: readonly string[];
  /** Persons: the reader, and for whom they stand in. */
  readonly persons: ReadonlySet<string>;
  /** Units that the reader speaks for, those below them included, each post in its own procedures alone. */
  readonly seats: readonly Seat[];
  /** Confidential procedures that the reader has no post in: of these, no more than what they had a hand in. */
  readonly hidden: readonly string[];
}

/**
 * The centre and outside readers see their area; a department sees what ever lay with it or a unit below; a handler or
 * a collector sees what they reported or were given. A confidential procedure opens to its own posts alone.
 */
export function sightOf(reader: Reader, procedures: readonly Procedure[], below: UnitsBelow): Sight {
  const persons = new Set([reader.person]);
  const seats = new Map<string, { procedures: string[]; units: Set<string> }>();
  const areas = new Set<string>();
  const hidden = new Set(procedures.flatMap(({ id, confidential }) => (confidential ? [id] : [])));
  let all = false;
  for (const grant of reader.grants) {
    if (grant.onBehalfOf !== undefined) persons.add(grant.onBehalfOf);
    const held: string[] = [];
    for (const procedure of procedures) {
      const role = procedure.roles[grant.role];
      if (!role) continue;
      if (overlooks(role)) {
        hidden.delete(procedure.id);
        if (grant.area === undefined || grant.area.length <= 4) all = true;
        else areas.add(grant.area);
      } else if (role.bound?.unit !== undefined && role.bound.person === undefined) held.push(procedure.id);
    }
    if (held.length === 0) continue;
    const seat = seats.get(held.join()) ?? { procedures: held, units: new Set<string>() };
    for (const unit of below(grant.unit)) seat.units.add(unit);
    seats.set(held.join(), seat);
  }
  return { all, areas: all ? [] : [...areas], persons, seats: [...seats.values()], hidden: [...hidden] };
}

/** Whether a role sees cases that it has no hand in. */
function overlooks(role: Procedure["roles"][string]): boolean {
  return role.side === "centre" || (role.side === "outside" && role.guest === undefined);
}

/**
 * What a reader may see of cases, as one condition on table `cases` (alias `c`). Every list, count, export and detail
 * passes through here; the map looks at the same sight in memory.
 */
export function visible(reader: Reader, procedures: readonly Procedure[], below: UnitsBelow): Sql {
  return seenBy(sightOf(reader, procedures, below));
}

/** The condition of a sight. */
export function seenBy(sight: Sight): Sql {
  const by = (names: ReadonlySet<string>) => sql`c.parties && ${[...names]}::text[]`;
  const seated = sight.seats.map(
    ({ procedures, units }) => sql`(${by(units)} and c.procedure = any(${procedures}::text[]))`,
  );
  const own = sql`(${sql.join([by(sight.persons), ...seated], sql` or `)})`;
  const open = sight.hidden.length === 0 ? sql`true` : sql`c.procedure <> all(${sight.hidden}::text[])`;
  if (sight.all) return sight.hidden.length === 0 ? open : sql`(${open} or ${own})`;
  if (sight.areas.length === 0) return own;
  return sql`(${own} or (${open} and c.area like any(${sight.areas.map((area) => `${area}%`)}::text[])))`;
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
