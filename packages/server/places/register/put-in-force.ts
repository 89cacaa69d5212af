import { Type } from "typebox";
import { parse } from "@xiuhua/core/procedure";
import { sql } from "../../store/index.ts";
import { beginDraft, copyPast, discardDraft, settleParents, type Draft } from "./draft.ts";
import type { Changes } from "./enforce.ts";
import type { Finding } from "./findings.ts";
import { kinds, type Kind } from "./kinds.ts";
import { bringIntoForce, examine, type Store } from "./load.ts";
import { keepChecked } from "./state.ts";
import { asVersion, versionsInForce, type VersionState } from "./versions.ts";

/** What the checks let pass when the version was made; a version from before versions were counted does not say. */
const Allowing = Type.Object({ tolerance: Type.Number(), partial: Type.Boolean() });
const strict = { tolerance: 1, partial: true };

export type PutInForce =
  | { readonly ok: true; readonly version: number; readonly changes: Changes }
  | { readonly ok: false; readonly because: "missing" }
  | { readonly ok: false; readonly because: "already" }
  | { readonly ok: false; readonly because: "findings"; readonly findings: readonly Finding[] };

/**
 * Puts a version into force: a draft itself, or what an earlier version was, as a new version. It is checked against
 * what is in force of the other kinds now; with errors the present version stays.
 */
export async function putInForce(
  db: Store,
  { city, kind, version }: Draft,
  { at, by }: { readonly at: number; readonly by: string },
): Promise<PutInForce> {
  const [row] = await db.query<{
    state: VersionState;
    allowing: unknown;
    checked_with: Partial<Record<Kind, number>>;
  }>(sql`
    select state, allowing, checked_with from place_version
    where city = ${city} and kind = ${kind} and version = ${version} and state <> 'loading'`);
  if (!row) return { ok: false, because: "missing" };
  if (row.state === "inForce") return { ok: false, because: "already" };
  const said = parse(Allowing, row.allowing);
  const allowing = said.ok ? said.value : strict;
  const present = await versionsInForce(db, city);
  const draft =
    row.state === "draft"
      ? { city, kind, version }
      : await beginDraft(db, city, kind, { source: asVersion(version), at, by });
  if (row.state === "past") await copyPast(db, draft, version);
  let done = false;
  try {
    if (row.state === "past" || !sameVersions(row.checked_with, present)) {
      await settleParents(db, draft);
      const findings = await examine(db, draft, allowing);
      if (findings.some(({ level }) => level === "error")) return { ok: false, because: "findings", findings };
      await keepChecked(db, draft, allowing, findings);
    }
    const changes = await bringIntoForce(db, draft, at);
    done = true;
    return { ok: true, version: draft.version, changes };
  } finally {
    if (!done && row.state === "past") await discardDraft(db, draft);
  }
}

const sameVersions = (one: Partial<Record<Kind, number>>, other: Partial<Record<Kind, number>>): boolean =>
  kinds.every((kind) => one[kind] === other[kind]);
