import type { Leftover } from "../reading.ts";
import type { Piece } from "./piece.ts";
import type { Text } from "./text.ts";

/** What a piece weighs in a leftover. */
const weights: Readonly<Record<Piece["is"], "punctuation" | "silent" | "plain" | "telling">> = {
  comma: "punctuation",
  stop: "punctuation",
  open: "punctuation",
  close: "punctuation",
  soft: "silent",
  vague: "silent",
  and: "silent",
  to: "silent",
  from: "silent",
  plain: "plain",
  name: "telling",
  away: "telling",
  toward: "telling",
  side: "telling",
  corner: "telling",
  part: "telling",
  gate: "telling",
  bank: "telling",
  door: "telling",
  building: "telling",
  unit: "telling",
  section: "telling",
  room: "plain",
  pole: "telling",
  meet: "telling",
  relation: "telling",
  mouth: "silent",
  between: "silent",
  segment: "silent",
};

/** 长3米: a size; 老张: a run of characters that nobody treats as a name. */
function isPlain(piece: Piece): boolean {
  return (piece.is === "name" && piece.kind === "raw") || (piece.is === "away" && piece.direction === undefined);
}

/** The runs of pieces that a reading did not use, without the punctuation around them. */
export function leftoverOf(text: Text, pieces: readonly Piece[], used: readonly (readonly Piece[])[]): Leftover[] {
  const covered = new Uint8Array(text.length);
  for (const some of used) for (const { start, end } of some) covered.fill(1, start, end);
  const left: Leftover[] = [];
  let start = -1;
  let end = 0;
  let says = false;
  let plain = true;
  const flush = (): void => {
    if (start >= 0 && says) {
      const words = text.written.slice(start, end);
      left.push(plain ? { text: words, span: { start, end }, plain } : { text: words, span: { start, end } });
    }
    start = -1;
    says = false;
    plain = true;
  };
  for (const piece of pieces) {
    if (covered[piece.start] === 1) {
      flush();
      continue;
    }
    const weight = weights[piece.is];
    if (weight === "punctuation") continue;
    if (start < 0) start = piece.start;
    end = piece.end;
    if (weight === "silent") continue;
    says = true;
    if (weight === "telling" && !isPlain(piece)) plain = false;
  }
  flush();
  return left;
}
