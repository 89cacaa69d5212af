import type { Leftover } from "../reading.ts";
import type { Piece } from "./piece.ts";
import type { Text } from "./text.ts";

const silent: ReadonlySet<Piece["is"]> = new Set([
  "comma",
  "stop",
  "open",
  "close",
  "soft",
  "both",
  "and",
  "to",
  "from",
  "plain",
]);

/** The runs of pieces that a reading did not use, without the punctuation at their ends. */
export function leftoverOf(text: Text, pieces: readonly Piece[], used: readonly Piece[]): Leftover[] {
  const taken = used.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let covered = 0;
  const left: Leftover[] = [];
  let run: Piece[] = [];
  const flush = (): void => {
    const words = run.filter(({ is }) => is !== "comma" && is !== "stop" && is !== "open" && is !== "close");
    const [first, last] = [words[0], words.at(-1)];
    if (
      first !== undefined &&
      last !== undefined &&
      words.some(({ is }) => is !== "soft" && is !== "and" && is !== "to")
    ) {
      const span = { start: first.start, end: last.end };
      const plain = words.every((piece) => silent.has(piece.is) || (piece.is === "name" && piece.kind === "raw"));
      left.push({ text: text.written.slice(span.start, span.end), span, ...(plain ? { plain } : {}) });
    }
    run = [];
  };
  for (const piece of pieces) {
    for (; next < taken.length && (taken[next]?.start ?? 0) <= piece.start; next += 1)
      covered = Math.max(covered, taken[next]?.end ?? 0);
    if (piece.start < covered) flush();
    else run.push(piece);
  }
  flush();
  return left;
}
