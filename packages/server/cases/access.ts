import type { Procedure } from "@xiuhua/core/procedure";
import { sql, type Sql } from "../store/index.ts";
import type { Reader } from "../people/index.ts";

/** Which units stand at or below one. */
export type UnitsBelow = (unit: string) => readonly string[];

/**
 * What a reader may see of cases, as one condition on table `cases` (alias `c`). The centre and outside
 * readers see their area; a department sees what ever lay with it or a unit below; a handler or a
 * collector sees what they reported or were given. Every list, count, export and detail passes through here.
 */
export function visible(reader: Reader, procedures: Iterable<Procedure>, below: UnitsBelow): Sql {
  const parties = new Set([reader.person]);
  const areas = new Set<string>();
  for (const grant of reader.grants) {
    if (grant.onBehalfOf !== undefined) parties.add(grant.onBehalfOf);
    for (const procedure of procedures) {
      const role = procedure.roles[grant.role];
      if (!role) continue;
      if (role.side === "centre" || role.side === "outside") {
        if (grant.area === undefined || grant.area.length <= 4) return sql`true`;
        areas.add(grant.area);
      } else if (role.bound?.unit !== undefined && role.bound.person === undefined)
        for (const unit of below(grant.unit)) parties.add(unit);
    }
  }
  const own = sql`c.parties && ${[...parties]}::text[]`;
  if (areas.size === 0) return own;
  return sql`(${own} or c.area like any(${[...areas].map((area) => `${area}%`)}::text[]))`;
}

/** The keys of the turns that are this reader's, each with the area it is limited to. */
export function queueTokens(
  reader: Reader,
  procedures: Iterable<Procedure>,
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
