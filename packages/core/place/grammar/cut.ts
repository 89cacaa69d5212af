import { Unit } from "./fold.ts";
import { fuse } from "./fuse.ts";
import { labelAt } from "./label.ts";
import { fromAt, goingAt, joinAt, joinKnownAt } from "./join.ts";
import type { Known } from "./known.ts";
import { nameAt, roadNameAt } from "./names.ts";
import { digitsEnd } from "./numeral.ts";
import type { NamePiece, Piece } from "./piece.ts";
import { wholeRoad } from "./road.ts";
import type { Text } from "./text.ts";
import { firmAt, followingAt, looseAt } from "./token.ts";

/** What stood before: something that what comes next may follow (an area is one of them), 至 or a parenthesis behind it, or nothing. */
type Before = "anchor" | "area" | "open" | "nothing";

/** Cuts a text into pieces, left to right; every unit that is no blank lies in one of them. */
export function cut(text: Text, known?: Known): Piece[] {
  const pieces: Piece[] = [];
  let before: Before = "nothing";
  for (let at = text.unblank(0); at < text.length;) {
    const piece = pieceAt(text, at, before, known);
    pieces.push(piece);
    fuse(text, pieces);
    at = text.unblank(piece.end);
    before = beforeNext(piece, before);
  }
  return pieces;
}

function beforeNext(piece: Piece, before: Before): Before {
  switch (piece.is) {
    case "stop":
    case "plain":
    case "and":
    case "from":
      return "nothing";
    case "to":
      return "open";
    case "open":
      return before === "nothing" ? before : "open";
    case "close":
      return "anchor";
    case "comma":
    case "soft":
      return before;
    case "name":
      return piece.kind === "area" ? "area" : "anchor";
    default:
      return "anchor";
  }
}

function pieceAt(text: Text, at: number, before: Before, known: Known | undefined): Piece {
  if (!text.isName(at)) return (before === "nothing" ? undefined : joinAt(text, at)) ?? punctuationAt(text, at);
  const joined = known === undefined || before === "nothing" ? undefined : joinKnownAt(text, at, known);
  if (joined !== undefined) return joined;
  const label = labelAt(text, at);
  if (label !== undefined) return label;
  const token = firmAt(text, at) ?? followsAt(text, at, before);
  const named = known === undefined ? undefined : knownAt(text, at, known, token?.end ?? at);
  if (named !== undefined) return named;
  if (token !== undefined && !mayBeginRoad(text, token, before)) return token;
  const leading = fromAt(text, at) ?? goingAt(text, at);
  if (leading !== undefined) return leading;
  const name = nameAt(text, at);
  if (name !== undefined && name.kind !== "raw") return known === undefined ? name : untilKnown(text, name, known);
  const loose = token ?? looseAt(text, at);
  if (loose !== undefined) return loose;
  if (name === undefined) return { is: "plain", start: at, end: at + 1 };
  if (digitsEnd(text.folded, at) === name.end) return { is: "plain", start: at, end: name.end };
  return known === undefined ? name : untilKnown(text, name, known);
}

/** 四号路南侧, 环岛路北: where nothing stands before them, the number and the roundabout are a road's name. */
function mayBeginRoad(text: Text, token: Piece, before: Before): boolean {
  if (token.is === "door") return before !== "anchor";
  return token.is === "meet" && before === "nothing" && (roadNameAt(text, token.start)?.end ?? 0) > token.end;
}

function followsAt(text: Text, at: number, before: Before): Piece | undefined {
  if (before === "nothing") return undefined;
  return before === "open" ? joinAt(text, at) : followingAt(text, at);
}

function punctuationAt(text: Text, start: number): Piece {
  const end = start + 1;
  switch (text.classAt(start)) {
    case Unit.comma:
      return { is: "comma", start, end };
    case Unit.open:
      return { is: "open", start, end };
    case Unit.close:
      return { is: "close", start, end };
    case Unit.stop:
      return { is: "stop", start, end };
    default:
      return { is: "comma", start, end };
  }
}

/** A name that the gazetteer knows, if it is longer than the word found there and no beginning of a longer road's name. */
function knownAt(text: Text, at: number, known: Known, tokenEnd: number): NamePiece | undefined {
  const named = known(text.folded, at);
  if (named === undefined || named.length <= tokenEnd - at) return undefined;
  const ending = Math.min(text.length, at + named.length);
  const end = named.kind === "road" ? wholeRoad(text, at, ending) : ending;
  return { is: "name", kind: named.kind, start: at, end, bare: false, weak: false };
}

/**
 * A run without an ending stops where a known name begins: 听说|望湖轩. So does a name by its ending, but then more must
 * stand before, and the known name be longer, lest 新和平街 or 人民公园 be cut for 和平街 or 公园.
 */
function untilKnown(text: Text, name: NamePiece, known: Known): NamePiece {
  const [before, least] = name.kind === "raw" ? [1, 2] : [2, 3];
  for (let i = name.start + before; i < name.end; i += 1)
    if ((known(text.folded, i)?.length ?? 0) >= least) return { ...name, kind: "raw", end: i };
  return name;
}
