import type { CaseSummary } from "@xiuhua/server/api";
import { isOpen, needsPerson, type Entry } from "../queue/index.ts";

/** How a task stands on this phone: what was done here, the server may not know yet, and the list may not show yet. */
export type Stand =
  | { readonly kind: "open" }
  /** Done here, on its way to the server. */
  | { readonly kind: "waiting"; readonly entry: Entry }
  /** Done here; the server says no, or somebody else acted: the person decides. */
  | { readonly kind: "asking"; readonly entry: Entry }
  /** Done and arrived; the list is older than that. */
  | { readonly kind: "done"; readonly entry: Entry };

/** @param entries what was done on this phone, in order */
export function standOf({ no, seq }: Pick<CaseSummary, "no" | "seq">, entries: readonly Entry[]): Stand {
  const own = entries.filter(({ doing }) => doing.kind === "act" && doing.no === no);
  const asking = own.find(needsPerson);
  if (asking) return { kind: "asking", entry: asking };
  const waiting = own.findLast(isOpen);
  if (waiting) return { kind: "waiting", entry: waiting };
  const done = own.findLast(({ state, answer }) => state === "sent" && answer !== undefined && answer.seq > seq);
  return done ? { kind: "done", entry: done } : { kind: "open" };
}
