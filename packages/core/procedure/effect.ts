import type { EvidenceReference } from "./case.ts";
import type { Words } from "./words.ts";

/** What an action wants done outside its case. Carried out from the outbox, at least once. */
export type Effect =
  /** Tell somebody. `to` is a person's id. */
  | { readonly kind: "notify"; readonly to: string; readonly message: Words }
  /** Tie this case to another, by number, so that both stay findable from each other. */
  | { readonly kind: "link"; readonly to: string; readonly relation: Relation }
  /** Have another case take a step that it keeps for this (`asked`). Told to whoever acted here when it may not. */
  | {
      readonly kind: "act";
      readonly on: string;
      readonly action: string;
      readonly input: Readonly<Record<string, unknown>>;
      readonly evidence?: readonly EvidenceReference[];
    };

/** How this case stands to the other. */
export type Relation = "mergedInto" | "duplicateOf" | "partOf" | "praises" | "arisesFrom";
