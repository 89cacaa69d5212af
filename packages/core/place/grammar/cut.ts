import { awayAt, bareTowardAt, isDirection, sideAt, softTowardAt, towardAt } from "./compass.ts";
import { Unit } from "./fold.ts";
import type { Known } from "./known.ts";
import { nameAt, suspicious } from "./names.ts";
import { numberedAt } from "./numbered.ts";
import type { NamePiece, Piece } from "./piece.ts";
import type { Text } from "./text.ts";

/** Cuts a text into pieces, left to right; every unit that is no space lies in one of them. */
export function cut(text: Text, known?: Known): Piece[] {
  const pieces: Piece[] = [];
  let anchored = false;
  let at = 0;
  while (at < text.length) {
    const unit = text.classAt(at);
    if (unit === Unit.space) {
      at += 1;
      continue;
    }
    const piece = pieceAt(text, at, anchored, known);
    pieces.push(piece);
    at = piece.end;
    if (piece.is === "stop" || piece.is === "plain" || piece.is === "and" || piece.is === "to" || piece.is === "from")
      anchored = false;
    else if (piece.is !== "open" && piece.is !== "close" && piece.is !== "comma" && piece.is !== "soft")
      anchored = true;
  }
  return pieces;
}

const punctuation = { [Unit.comma]: "comma", [Unit.stop]: "stop", [Unit.open]: "open", [Unit.close]: "close" } as const;

function pieceAt(text: Text, at: number, anchored: boolean, known: Known | undefined): Piece {
  const unit = text.classAt(at);
  if (!text.isName(at)) {
    const joined = anchored ? joinAt(text, at) : undefined;
    if (joined !== undefined) return joined;
    if (unit === Unit.comma || unit === Unit.stop || unit === Unit.open || unit === Unit.close)
      return { is: punctuation[unit], start: at, end: at + 1 };
    return { is: unit === Unit.other ? "stop" : "comma", start: at, end: at + 1 };
  }
  const token = hardAt(text, at) ?? (anchored ? followsAt(text, at) : undefined);
  const named = known?.(text.folded, at);
  if (named !== undefined && named.length > (token === undefined ? 0 : token.end - at)) {
    const byRule = nameAt(text, at);
    const end = at + named.length;
    if (byRule !== undefined && byRule.kind === "road" && named.kind === "road" && byRule.end > end) return byRule;
    return { is: "name", kind: named.kind, start: at, end, bare: false, weak: false };
  }
  if (token !== undefined) return token;
  const begins = fromAt(text, at);
  if (begins !== undefined) return begins;
  const name = nameAt(text, at);
  if (name !== undefined && name.kind !== "raw") return name;
  return (
    unanchoredAt(text, at) ??
    (name === undefined ? { is: "plain", start: at, end: at + 1 } : shortened(text, name, known))
  );
}

/** A raw run ends where a known name begins. */
function shortened(text: Text, name: NamePiece, known: Known | undefined): NamePiece {
  if (known === undefined) return name;
  for (let i = name.start + 1; i < name.end; i += 1) {
    if ((known(text.folded, i)?.length ?? 0) > 1) return { ...name, end: i };
  }
  return name;
}

/** What breaks a name wherever it stands. */
function hardAt(text: Text, at: number): Piece | undefined {
  const token = sideAt(text, at) ?? awayAt(text, at) ?? numberedAt(text, at) ?? towardAt(text, at) ?? markAt(text, at);
  if (token === undefined) return undefined;
  return beginsRoad(text, at, token) ? undefined : token;
}

function markAt(text: Text, at: number): Piece | undefined {
  const found = text.mark(at);
  if (found === undefined) return undefined;
  const { meaning: mark } = found;
  const end = at + found.length;
  if (mark.is === "meet") return { is: "meet", shape: mark.shape, start: at, end };
  if (mark.is === "relation") return { is: "relation", relation: mark.relation, start: at, end };
  if (mark.is === "between" || mark.is === "both" || mark.is === "plain") return { is: mark.is, start: at, end };
  return undefined;
}

/** 南门路, 十字街, 对面街: the word is the beginning of a road's name. */
function beginsRoad(text: Text, at: number, token: Piece): boolean {
  if (token.is === "away" || token.is === "side" || token.is === "door") return false;
  const suffix = text.suffix(token.end);
  if (suffix === undefined || suffix.meaning.kind !== "road" || suffix.meaning.wary) return false;
  const name = nameAt(text, at);
  return (
    name?.kind === "road" &&
    name.end > token.end &&
    !"口南北东西面边灯旁牌段".includes(text.folded.charAt(token.end + 1) || "。")
  );
}

const ends = new Set(["口"]);
const softWords = [
  "的",
  "处",
  "这里",
  "那里",
  "那边",
  "这边",
  "那儿",
  "这儿",
  "位置",
  "地方",
  "地段",
  "上",
  "往",
  "向",
  "走",
  "行",
  "再",
  "沿着",
  "沿",
  "靠近",
  "路段",
  "方向",
  "大约",
  "大概",
  "约",
  "一段",
  "这块",
  "那块",
  "这一块",
  "点",
  "区域",
  "地段",
];
const singles: Readonly<Record<string, "beside" | "inside" | "inFront" | "behind" | "under">> = {
  旁: "beside",
  边: "beside",
  内: "inside",
  里: "inside",
  前: "inFront",
  后: "behind",
  下: "under",
};

/** What only follows something: connectors, 口, 北段, 南门, 后. */
function followsAt(text: Text, at: number): Piece | undefined {
  const joined = joinAt(text, at);
  if (joined !== undefined) return joined;
  const soft = softTowardAt(text, at);
  if (soft !== undefined && !beginsRoad(text, at, soft) && !namesPlace(text, at, soft)) return soft;
  const mark = text.mark(at)?.meaning;
  const length = text.mark(at)?.length ?? 0;
  const end = at + length;
  const letter = text.folded.charAt(at);
  if (mark?.is === "segment") return { is: "segment", start: at, end };
  if (mark?.is === "middle") return { is: "part", direction: "middle", start: at, end };
  if (mark?.is === "gate" && !beginsRoad(text, at, { is: "gate", start: at, end }))
    return { is: "gate", start: at, end: text.skip(end, ["口", "处"]) };
  if (mark?.is === "bank")
    return mark.bank === undefined
      ? { is: "bank", start: at, end }
      : { is: "bank", start: at, end, direction: mark.bank };
  if (ends.has(letter) && text.after(at, ["口腔", "口岸", "口袋", "口味"]) < 0)
    return { is: "mouth", start: at, end: text.skip(at + 1, ["处", "的"]) };
  const single = singles[letter];
  if (single !== undefined && standsAlone(text, at + 1))
    return { is: "relation", relation: single, start: at, end: at + 1 };
  const section = sectionAt(text, at);
  if (section !== undefined) return section;
  const bare = bareTowardAt(text, at);
  if (bare !== undefined) return bare;
  const softEnd = text.after(at, softWords);
  if (softEnd > 0 && !(nameAt(text, at)?.kind === "road")) return { is: "soft", start: at, end: softEnd };
  return undefined;
}

/** 东区, A区, 北院 of a community, before a building's number. */
function sectionAt(text: Text, at: number): Piece | undefined {
  if (!isDirection(text.unit(at))) return undefined;
  const end = text.after(at + 1, ["区", "院", "苑", "园"]);
  if (end < 0 || (text.isName(end) && numberedAt(text, end) === undefined)) return undefined;
  return { is: "section", start: at, end, text: text.written.slice(at, end), number: 0, yard: false };
}

function standsAlone(text: Text, at: number): boolean {
  if (!text.isName(at) || text.mark(at) !== undefined) return true;
  if (isDirection(text.unit(at))) return true;
  return text.after(at, ["的", "处"]) > 0;
}

/** 东关小学, 南门小区: what looks like a side begins a place's name. */
function namesPlace(text: Text, at: number, soft: Piece): boolean {
  if (!text.isName(soft.end)) return false;
  const name = nameAt(text, at);
  return (
    name !== undefined &&
    name.kind !== "raw" &&
    name.kind !== "road" &&
    !name.weak &&
    soft.is === "gate" &&
    text.suffix(soft.end)?.meaning.kind === name.kind
  );
}

const strong = ["以及", "与", "跟", "及", "、", "&", "+", "/"];
const weakly = ["和", "同", "交", "于", "x"];
const to = ["一直到", "直到", "至", "到", "--", "-"];
const from = ["距离", "相距", "距", "离", "自", "从", "由"];

function joinAt(text: Text, at: number): Piece | undefined {
  const joins = text.after(at, strong);
  if (joins > 0) return suspicious(text, joins - 1) ? undefined : { is: "and", start: at, end: joins };
  const spans = text.after(at, to);
  if (spans > 0) return suspicious(text, spans - 1) ? undefined : { is: "to", start: at, end: spans };
  const maybe = text.after(at, weakly);
  if (maybe > 0) return joinsWeakly(text, at) ? { is: "and", start: at, end: maybe } : undefined;
  return fromAt(text, at);
}

/** 距, 由, 从 before a name. */
function fromAt(text: Text, at: number): Piece | undefined {
  const end = text.after(at, from);
  if (end < 0 || suspicious(text, end - 1)) return undefined;
  const sure = end - at > 1 || "距离".includes(text.folded.charAt(at));
  return sure || nameAt(text, end)?.kind === "road" ? { is: "from", start: at, end } : undefined;
}

/** 和, 同 and 交 join roads; before anything else they rather begin a name. */
function joinsWeakly(text: Text, at: number): boolean {
  if (suspicious(text, at)) return false;
  let next = at + 1;
  while (text.classAt(next) === Unit.space) next += 1;
  const name = nameAt(text, next);
  if (name === undefined) return false;
  if (name.kind === "road") return true;
  if (text.folded.charAt(at) === "交") return false;
  let after = name.end;
  while (text.classAt(after) === Unit.space) after += 1;
  const mark = text.mark(after)?.meaning.is;
  return mark === "meet" || mark === "between" || (name.kind === "water" && !text.isName(after));
}

/** At the beginning, where no name was found: 南门, 距…, 自…, 的. */
function unanchoredAt(text: Text, at: number): Piece | undefined {
  const soft = softTowardAt(text, at);
  if (soft !== undefined) return soft;
  const gate = text.mark(at);
  if (gate?.meaning.is === "gate") return { is: "gate", start: at, end: text.skip(at + gate.length, ["口", "处"]) };
  if (gate?.meaning.is === "segment") return { is: "segment", start: at, end: at + gate.length };
  const softEnd = text.after(at, softWords);
  return softEnd > 0 ? { is: "soft", start: at, end: softEnd } : undefined;
}
