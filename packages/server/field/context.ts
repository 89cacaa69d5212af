import type { City } from "../city/index.ts";
import type { Directory } from "../people/index.ts";
import type { Places } from "../places/index.ts";
import type { Database } from "../store/index.ts";

/** What the parts of field work stand on. */
export interface FieldContext {
  readonly db: Database;
  readonly city: City;
  readonly directory: Directory;
  readonly places: Places;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A phone's clock may be so far ahead before what it says is taken for a mistake. */
export const clockSlack = 2 * minute;

export const iso = (at: number): string => new Date(at).toISOString();
