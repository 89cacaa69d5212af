import type { Entry } from "./entry.ts";

/** What a person can decide about an entry that could not be carried out. Throwing it away is no state: it is gone. */
export type Decision =
  /** Send it again on the case as it stands now. */
  | { readonly kind: "again"; readonly seq?: number }
  /** Do not send it; keep it on this phone. */
  | { readonly kind: "keep" };

/** The entry after the person's decision; undefined where there is nothing to decide. */
export function decide(entry: Entry, decision: Decision): Entry | undefined {
  if (entry.state !== "refused" && entry.state !== "conflict") return undefined;
  if (decision.kind === "keep") return { ...entry, state: "kept" };
  const { problem: _settled, ...rest } = entry;
  const { doing } = entry;
  return {
    ...rest,
    // What was refused was not carried out: its key still stands for this one thing.
    doing: doing.kind === "act" && decision.seq !== undefined ? { ...doing, seq: decision.seq } : doing,
    state: "waiting",
    tries: 0,
    notBefore: 0,
  };
}
