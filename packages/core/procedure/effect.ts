import type { Words } from "./words.ts";

/** What an action wants done outside its case. Carried out from the outbox, at least once. */
export type Effect =
  /** Tell somebody. `to` is a person's id. */
  | { readonly kind: "notify"; readonly to: string; readonly message: Words }
  /** Tie this case to another, by number, so that both stay findable from each other. */
  | { readonly kind: "link"; readonly to: string; readonly relation: "mergedInto" | "duplicateOf" };
