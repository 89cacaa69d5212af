import type { Entry, QueuedFile } from "./entry.ts";

/** What to do next with the queue. */
export type Step =
  | { readonly kind: "upload"; readonly entry: Entry; readonly file: QueuedFile }
  | { readonly kind: "post"; readonly entry: Entry }
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "rest" };

/**
 * The oldest thing that can go on: its files first, then itself. What stands behind another of its lane waits for it,
 * also while the person has to decide about that one; lanes do not wait for each other.
 */
export function nextStep(entries: readonly Entry[], now: number): Step {
  const taken = new Set<string>();
  let until = Infinity;
  for (const entry of entries.toSorted((one, other) => one.order - other.order)) {
    if (entry.state === "sent" || entry.state === "kept" || taken.has(entry.lane)) continue;
    taken.add(entry.lane);
    if (entry.state !== "waiting") continue;
    if (entry.notBefore > now) {
      until = Math.min(until, entry.notBefore);
      continue;
    }
    const file = entry.files.find((one) => !one.stored);
    return file ? { kind: "upload", entry, file } : { kind: "post", entry };
  }
  return until === Infinity ? { kind: "rest" } : { kind: "wait", until };
}
