import type { Database } from "../store/index.ts";
import type { Random } from "./secrets.ts";

/** What every part of the people stands on. */
export interface PeopleContext {
  readonly db: Database;
  /** Code of the city; every statement names it. */
  readonly city: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
