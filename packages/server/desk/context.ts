import type { Directory } from "../people/index.ts";
import type { Database } from "../store/index.ts";

/** What the desk's parts stand on. */
export interface DeskContext {
  readonly db: Database;
  /** Code of the city. */
  readonly city: string;
  readonly directory: Pick<Directory, "unit" | "within">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a desk keeps for one person, or one unit, at most: a list to pick from, not a store. */
export const mostKept = 200;
