import { digitsEnd, isDigit } from "./numeral.ts";
import { Gate } from "./gate.ts";
import { poleWords } from "./lexicon/marks.ts";
import type { PolePiece } from "./piece.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

const number = new Words("号 #");
const and = new Words("一直到 以及 至 到 与 和 跟 及 、 -- -");
const before = new Words("编号 号码 号 为 是 第 : ␣ (");
const longest = 12;

/** With what words for poles begin. */
export const poleGate = new Gate({ firsts: () => poleWords.map((word) => word.charCodeAt(0)) });

/** 023号灯杆, 023灯杆; of 023号至026号灯杆 the first, whose word stands behind the second. */
export function numberedPoleAt(text: Text, start: number, from: number): PolePiece | undefined {
  const { folded } = text;
  const end = digitsEnd(folded, from);
  if (end === from || end - from > longest) return undefined;
  const hash = number.endAt(folded, end);
  const behind = hash < 0 ? end : hash;
  const word = poleWordEnd(text, behind, hash >= 0);
  if (word >= 0) return pole(text, start, word, from, end, behind, word);
  const next = and.endAt(folded, behind);
  if (next < 0 || !isDigit(text.unit(next))) return undefined;
  const nextEnd = digitsEnd(folded, next);
  if (nextEnd - next > longest) return undefined;
  const nextHash = number.endAt(folded, nextEnd);
  const nextBehind = nextHash < 0 ? nextEnd : nextHash;
  const nextWord = poleWordEnd(text, nextBehind, nextHash >= 0);
  return nextWord < 0 ? undefined : pole(text, start, behind, from, end, nextBehind, nextWord);
}

/** 灯杆023号, 路灯杆编号：23 */
export function namedPoleAt(text: Text, start: number): PolePiece | undefined {
  const { folded } = text;
  if (!poleGate.opens(text.unit(start))) return undefined;
  const word = text.mark(start);
  if (word?.meaning.is !== "pole") return undefined;
  const behind = start + word.length;
  const from = before.skip(folded, behind);
  const end = digitsEnd(folded, from);
  if (end === from || end - from > longest) return undefined;
  const hash = number.endAt(folded, end);
  if (hash < 0 && from === behind && text.isName(end)) return undefined;
  return pole(text, start, hash < 0 ? end : hash, from, end, start, behind);
}

function pole(
  text: Text,
  start: number,
  end: number,
  from: number,
  to: number,
  word: number,
  wordEnd: number,
): PolePiece {
  return { is: "pole", start, end, number: text.folded.slice(from, to), what: text.written.slice(word, wordEnd) };
}

/** 杆 alone only behind 号. */
function poleWordEnd(text: Text, at: number, numbered: boolean): number {
  const found = text.mark(at);
  return found?.meaning.is === "pole" && (numbered || found.length > 1) ? at + found.length : -1;
}
