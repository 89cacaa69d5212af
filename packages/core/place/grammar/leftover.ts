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

/** Whether pieces, asked for in their order, lie under one of some lists that are in order themselves. */
class Cover {
  readonly #lists: readonly (readonly Piece[])[];
  readonly #next: number[];

  constructor(lists: readonly (readonly Piece[])[]) {
    this.#lists = lists;
    this.#next = lists.map(() => 0);
  }

  covers({ start }: Piece): boolean {
    for (let i = 0; i < this.#lists.length; i += 1) {
      const list = this.#lists[i] ?? [];
      let next = this.#next[i] ?? 0;
      while (next < list.length && (list[next]?.end ?? 0) <= start) next += 1;
      this.#next[i] = next;
      const piece = list[next];
      if (piece !== undefined && piece.start <= start) return true;
    }
    return false;
  }
}

/** The runs of pieces that a reading did not use, without the punctuation around them. Each list used is in text order. */
export function leftoverOf(text: Text, pieces: readonly Piece[], used: readonly (readonly Piece[])[]): Leftover[] {
  const cover = new Cover(used);
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
    if (cover.covers(piece)) {
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
