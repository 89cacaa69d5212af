import type { Procedure } from "@xiuhua/core/procedure";
import type { CaseTileQuery } from "../api/index.ts";
import type { OpenCase } from "../cases/index.ts";

export type Light = "red" | "yellow" | "green" | "idle";

/** The light of an open case, as lists show it; idle where no clock runs. */
export function lightOf({ warn, due }: Pick<OpenCase, "warn" | "due">, now: number): Light {
  if (due === Infinity) return "idle";
  if (now > due) return "red";
  return now > warn ? "yellow" : "green";
}

/** Whether an open case is among those asked for; the same conditions as a list's. */
export function asksFor(query: CaseTileQuery, one: OpenCase, now: number): boolean {
  if (query.open === false) return false;
  if (query.procedure !== undefined && one.procedure !== query.procedure) return false;
  if (query.state?.length && !query.state.includes(one.state)) return false;
  if (query.type !== undefined && one.type?.startsWith(query.type) !== true) return false;
  if (query.kind !== undefined && (one.type === null || one.type < "06" !== (query.kind === "component"))) return false;
  if (query.department !== undefined && one.department !== query.department) return false;
  if (query.area !== undefined && query.area.length > 4 && one.area?.startsWith(query.area) !== true) return false;
  if (query.from !== undefined && one.month < query.from) return false;
  if (query.to !== undefined && one.month > query.to) return false;
  const light = lightOf(one, now);
  return !query.colour?.length || query.colour.some((colour) => colour === light);
}

/** Whether finished cases can be among those asked for. */
export function asksForFinished(query: CaseTileQuery, procedures: readonly Procedure[]): boolean {
  if (query.open === true || query.colour?.length) return false;
  if (!query.state?.length) return true;
  const wanted = new Set(query.state);
  for (const { states } of procedures)
    for (const [name, state] of Object.entries(states)) if (state.final === true && wanted.has(name)) return true;
  return false;
}
