import { meetsSoon, nextOf, roadEndsIt } from "./ahead.ts";
import type { Phrase } from "./phrase.ts";
import type { NamePiece, Piece } from "./piece.ts";

/** A phrase names no more roads; our own choice. */
const mostRoads = 4;

/** Behind another road these tell that the two belong together. */
const evident: ReadonlySet<Piece["is"]> = new Set([
  "meet",
  "mouth",
  "away",
  "to",
  "and",
  "between",
  "segment",
  "toward",
]);

/** Whether another road speaks of the same place as what the phrase has gathered. */
export function merges(phrase: Phrase, next: Piece | undefined, road: NamePiece): boolean {
  const { roads, tail } = phrase;
  if (phrase.empty) return true;
  if (phrase.poles.length > 0) return roads.length === 0 && phrase.places.length === 0;
  if (phrase.places.length > 0 || phrase.door !== undefined || roads.length >= mostRoads) return false;
  if (phrase.joined !== "none" || phrase.from) return true;
  if (phrase.shape !== undefined && roads.length >= 2) return false;
  const isEvident = next !== undefined && evident.has(next.is);
  const told =
    tail.offset !== undefined || tail.side !== undefined || tail.corner !== undefined || tail.distance !== undefined;
  if (!told) return !road.weak || isEvident;
  // 文化巷口东30米（和平街）, 和平街路南文化巷东30米
  if (road.weak || roads.length !== 1) return false;
  if (isEvident || phrase.open > 0 || roads[0]?.mouth === true) return true;
  return next === undefined || next.is === "side" || next.is === "stop";
}

/** Behind a connector and a name these tell that the name is one of the meeting roads. */
const ofMeetings: ReadonlySet<Piece["is"]> = new Set([
  "meet",
  "mouth",
  "away",
  "between",
  "close",
  "stop",
  "segment",
  "side",
  "toward",
  "corner",
]);

/** No road by its ending, but treated as one: 和平与文化巷交叉口, 解放路与群英河交叉口, 王庄村与207国道交叉口. */
export function isMember(phrase: Phrase, pieces: readonly Piece[], i: number, name: NamePiece): boolean {
  if (phrase.places.length > 0) return false;
  const next = nextOf(pieces, i);
  if (phrase.joined !== "none" && phrase.roads.length > 0)
    return next === undefined || ofMeetings.has(next.is) || (next.is === "and" && meetsSoon(pieces, i, false));
  // 解放路方圆酒店至宏光农贸市场段
  if (next?.is === "to" && phrase.roads.length === 1) return true;
  // 和平接与文化巷: not written as a road's name, and nothing but that.
  if (next?.is === "and" && name.kind === "raw" && roadEndsIt(pieces, i)) return true;
  // 民生街道/和平街与文化巷交叉口: the two that meet come behind it.
  if (next?.is === "and") return meetsSoon(pieces, i, phrase.roads.length === 1, name.kind === "area" ? 1 : 2);
  const isLast = next?.is === "meet" && phrase.roads.length === 1 && phrase.shape === undefined;
  return isLast && ["raw", "area", "water", "bridge"].includes(name.kind);
}
