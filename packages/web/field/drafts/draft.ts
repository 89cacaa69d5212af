import type { QueuedFile } from "../queue/entry.ts";

/** What is being written. Saved at every change, so that a killed browser opens it again as it was. */
export interface Draft {
  readonly person: string;
  /** What it is for: one draft each, e.g. `open/city-case`, `act/41082022…/passCheck`. */
  readonly purpose: string;
  /** What stands in the form. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The photos taken so far; their bytes lie in the store. */
  readonly files: readonly QueuedFile[];
  /** When it was begun, in milliseconds: what it tells was seen then. */
  readonly startedAt: number;
}

/** Its key in the store: another person's draft of the same purpose is another one. */
export const draftKey = ({ person, purpose }: Pick<Draft, "person" | "purpose">): string => `${person}/${purpose}`;
