import type { Problem } from "@xiuhua/server/api";
import type { Answer } from "./entry.ts";

/** What became of one step. */
export type Outcome =
  | { readonly kind: "uploaded" }
  | { readonly kind: "accepted"; readonly answer: Answer }
  /** Nobody answered. */
  | { readonly kind: "unreachable" }
  /** Nobody is logged in, or somebody else is. */
  | { readonly kind: "loggedOut" }
  /** Come again later; `after` in milliseconds where the server said when. */
  | { readonly kind: "busy"; readonly after?: number }
  /** Against a rule: sending it again unchanged would change nothing. */
  | { readonly kind: "refused"; readonly problem: Problem }
  /** Somebody else acted on the case meanwhile. */
  | { readonly kind: "overtaken"; readonly problem: Problem }
  /** The server does not have a file of it any more. */
  | { readonly kind: "filesLost" };

/** Refusals that mean that the case is not what it was when the person acted, by the last part of the problem's type. */
const overtaken: ReadonlySet<string> = new Set(["conflict", "wrong-state", "no-request", "request-pending"]);
/** The same, where the person no longer has anything to do with the case. */
const takenAway: ReadonlySet<string> = new Set(["not-your-turn", "not-found", "wrong-role"]);

export interface Refused {
  readonly problem: Problem;
  /** From the header `retry-after`, in milliseconds. */
  readonly after?: number;
  /** Whether it was an action on a case that existed. */
  readonly acting: boolean;
}

/** Reads a problem answer. Status 0 is no answer at all. */
export function outcomeOf({ problem, after, acting }: Refused): Outcome {
  const { status } = problem;
  const code = problem.type.split(":").at(-1) ?? "";
  if (status === 0) return { kind: "unreachable" };
  if (status === 401) return { kind: "loggedOut" };
  // Another session of the same person: once it is known again who is logged in, the write is confirmed anew.
  if (code === "wrong-csrf") return { kind: "loggedOut" };
  // 423: the upload is locked by an attempt that the server has not yet seen die.
  if (status >= 500 || status === 408 || status === 423 || status === 425 || status === 429)
    return { kind: "busy", ...(after === undefined ? {} : { after }) };
  if (problem.problems?.some(({ field }) => field === "/evidence") === true && code === "invalid-input")
    return { kind: "filesLost" };
  if (overtaken.has(code) || (acting && takenAway.has(code))) return { kind: "overtaken", problem };
  return { kind: "refused", problem };
}
