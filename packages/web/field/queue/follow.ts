import type { Entry } from "./entry.ts";

/**
 * What the person did next on the same case, before the first had gone out, was done on the case as the first would leave
 * it: once that is carried out, it stands on the number the server gave. Answers the entries that change.
 */
export function followers(sent: Entry, others: readonly Entry[]): Entry[] {
  const { doing, answer } = sent;
  if (doing.kind !== "act" || answer === undefined) return [];
  return others.flatMap((other) =>
    other.state === "waiting" &&
    other.order > sent.order &&
    other.doing.kind === "act" &&
    other.doing.no === doing.no &&
    other.doing.seq === doing.seq
      ? [{ ...other, doing: { ...other.doing, seq: answer.seq } }]
      : [],
  );
}
