import { sql, type Queryable } from "../../store/index.ts";
import type { Changes } from "./enforce.ts";
import type { Finding } from "./findings.ts";
import type { Kind } from "./kinds.ts";

export type VersionState = "loading" | "draft" | "inForce" | "past";

export interface PlaceVersion {
  readonly kind: Kind;
  readonly version: number;
  readonly state: VersionState;
  /** The file, or what else it came from. */
  readonly source: string;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly features: number;
  readonly hints: readonly Finding[];
  readonly changes?: Changes;
  readonly inForceFrom?: number;
  readonly inForceTo?: number;
}

interface Row {
  readonly kind: Kind;
  readonly version: number;
  readonly state: VersionState;
  readonly source: string;
  readonly made_at: number;
  readonly made_by: string;
  readonly features: number;
  readonly hints: readonly Finding[];
  readonly changes: Changes | null;
  readonly in_force_from: number | null;
  readonly in_force_to: number | null;
}

/** Versions, the newest first; those still loading are nobody's business. */
export async function listVersions(db: Queryable, city: string, kind?: Kind): Promise<PlaceVersion[]> {
  const rows = await db.query<Row>(sql`
    select kind, version, state, source, made_at, made_by, features, hints, changes, in_force_from, in_force_to
    from place_version where city = ${city} and state <> 'loading'
      ${kind === undefined ? sql.empty : sql`and kind = ${kind}`}
    order by kind, version desc`);
  return rows.map(({ made_at, made_by, changes, in_force_from, in_force_to, ...row }) => ({
    ...row,
    madeAt: made_at,
    madeBy: made_by,
    ...(changes === null ? {} : { changes }),
    ...(in_force_from === null ? {} : { inForceFrom: in_force_from }),
    ...(in_force_to === null ? {} : { inForceTo: in_force_to }),
  }));
}

/** The number of each kind's version in force: three small rows, cheap enough to ask every few seconds. */
export async function versionsInForce(db: Queryable, city: string): Promise<Readonly<Partial<Record<Kind, number>>>> {
  const rows = await db.query<{ kind: Kind; version: number }>(sql`
    select kind, version from place_version where city = ${city} and state = 'inForce'`);
  return Object.fromEntries(rows.map(({ kind, version }) => [kind, version]));
}

/** What a source is called that is no file. */
export const asVersion = (version: number): string => `↺ ${version}`;
