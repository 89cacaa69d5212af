import { Unit } from "./fold.ts";
import { fuse } from "./fuse.ts";
import { fromAt, goingAt, joinAt } from "./join.ts";
import type { Known } from "./known.ts";
import { nameAt } from "./names.ts";
import type { NamePiece, Piece } from "./piece.ts";
import type { Text } from "./text.ts";
import { firmAt, followingAt, looseAt } from "./token.ts";

/** Cuts a text into pieces, left to right; every unit that is no blank lies in one of them. */
export function cut(text: Text, known?: Known): Piece[] {
  const pieces: Piece[] = [];
  let anchored = false;
  for (let at = text.unblank(0); at < text.length;) {
    const piece = pieceAt(text, at, anchored, known);
    pieces.push(piece);
    fuse(text, pieces);
    at = text.unblank(piece.end);
    anchored = anchors(piece, anchored);
  }
  return pieces;
}

/** Whether what comes next may follow something, or only begin. */
function anchors(piece: Piece, before: boolean): boolean {
  switch (piece.is) {
    case "stop":
    case "plain":
    case "and":
    case "to":
    case "from":
      return false;
    case "open":
    case "close":
    case "comma":
    case "soft":
      return before;
    default:
      return true;
  }
}

function pieceAt(text: Text, at: number, anchored: boolean, known: Known | undefined): Piece {
  if (!text.isName(at)) return (anchored ? joinAt(text, at) : undefined) ?? punctuationAt(text, at);
  const token = firmAt(text, at) ?? (anchored ? followingAt(text, at) : undefined);
  const named = known === undefined ? undefined : knownAt(text, at, known, token?.end ?? at);
  if (named !== undefined) return named;
  if (token !== undefined) return token;
  const leading = fromAt(text, at) ?? goingAt(text, at);
  if (leading !== undefined) return leading;
  const name = nameAt(text, at);
  if (name !== undefined && name.kind !== "raw") return name;
  const loose = looseAt(text, at);
  if (loose !== undefined) return loose;
  if (name === undefined) return { is: "plain", start: at, end: at + 1 };
  return known === undefined ? name : untilKnown(text, name, known);
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
    default:
      return { is: "stop", start, end };
  }
}

/** A name that the gazetteer knows, if it is longer than the word found there and no beginning of a longer road's name. */
function knownAt(text: Text, at: number, known: Known, tokenEnd: number): NamePiece | undefined {
  const named = known(text.folded, at);
  if (named === undefined || named.length <= tokenEnd - at) return undefined;
  const end = Math.min(text.length, at + named.length);
  const byRule = named.kind === "road" ? nameAt(text, at) : undefined;
  if (byRule?.kind === "road" && byRule.end > end) return byRule;
  return { is: "name", kind: named.kind, start: at, end, bare: false, weak: false };
}

/** A run without an ending stops where a known name begins. */
function untilKnown(text: Text, name: NamePiece, known: Known): NamePiece {
  for (let i = name.start + 1; i < name.end; i += 1)
    if ((known(text.folded, i)?.length ?? 0) > 1) return { ...name, end: i };
  return name;
}
