import { standsAlone } from "./breaks.ts";
import { awayAt, awayGate, bareTowardAt, directionAt, isDirection, softTowardAt, towardAt } from "./compass.ts";
import { beginsName } from "./connect.ts";
import { Gate } from "./gate.ts";
import { joinAt } from "./join.ts";
import { marks, type Mark } from "./lexicon/marks.ts";
import { nameAt, roadNameAt } from "./names.ts";
import { numberedAt, numberGate } from "./numbered.ts";
import type { Piece } from "./piece.ts";
import { endsRoad } from "./road.ts";
import { sideAt, sideGate } from "./side.ts";
import type { Text } from "./text.ts";
import type { Found } from "./trie.ts";
import { Words } from "./words.ts";

const ways = new Words("向 往 朝 东 南 西 北");
const firmGate = new Gate(marks, awayGate, sideGate, numberGate, ways);

/** What says something wherever it stands: 路南, 东30米, 18号, 东侧, 交叉口, 对面, 发现. */
export function firmAt(text: Text, at: number): Piece | undefined {
  if (!firmGate.opens(text.unit(at))) return undefined;
  const mark = text.mark(at);
  const away = awayAt(text, at) ?? sideAt(text, at);
  if (away !== undefined) return away;
  const token =
    numberedAt(text, at) ?? towardAt(text, at) ?? wayAt(text, at) ?? (mark === undefined ? undefined : firm(at, mark));
  if (token === undefined || token.is === "door" || token.is === "plain") return token;
  return beginsRoad(text, at, token.end) ? undefined : token;
}

const goes = new Words("走 行");
const wayEnds = new Words("走 行 第 去");

/** 往东，路南: which way, but not how far. */
function wayAt(text: Text, at: number): Piece | undefined {
  const led = isDirection(text.unit(at)) ? at : ways.endAt(text.folded, at);
  const heading = led < 0 ? undefined : directionAt(text, led);
  if (heading === undefined) return undefined;
  const { direction, end } = heading;
  if (led === at) return goes.stands(text.folded, end) ? { is: "toward", start: at, end, direction } : undefined;
  const stops = !text.isName(end) || wayEnds.stands(text.folded, end) || sideAt(text, end) !== undefined;
  return stops ? { is: "toward", start: at, end, direction } : undefined;
}

function firm(at: number, { meaning, length }: Found<Mark>): Piece | undefined {
  const end = at + length;
  switch (meaning.is) {
    case "meet":
      return { is: "meet", shape: meaning.shape, start: at, end };
    case "relation":
      return { is: "relation", relation: meaning.relation, start: at, end };
    case "between":
    case "vague":
    case "plain":
      return { is: meaning.is, start: at, end };
    default:
      return undefined;
  }
}

/** 南门路, 十字街, 对面街: the word that ends at `end` is the beginning of a road's name. */
function beginsRoad(text: Text, at: number, end: number): boolean {
  return endsRoad(text, end) && (roadNameAt(text, at)?.end ?? 0) > end;
}

/** What only follows something: connectors, 口, 北段, 南门, 后, 的. */
export function followingAt(text: Text, at: number): Piece | undefined {
  return joinAt(text, at) ?? softAt(text, at) ?? markedAt(text, at) ?? letterAt(text, at);
}

/** 南门, 北段, unless they begin a name: 南门小区, 北段路. */
function softAt(text: Text, at: number): Piece | undefined {
  const soft = softTowardAt(text, at);
  if (soft === undefined || beginsRoad(text, at, soft.end)) return soft === undefined ? sectionAt(text, at) : undefined;
  if (soft.is !== "gate" || !text.isName(soft.end)) return soft;
  const name = nameAt(text, at);
  const isPlace = name !== undefined && (name.kind === "place" || name.kind === "home") && !name.weak;
  return isPlace && text.suffix(soft.end)?.meaning.kind === name.kind ? undefined : soft;
}

const gateEnds = new Words("口 处");

function markedAt(text: Text, at: number): Piece | undefined {
  const mark = text.mark(at);
  if (mark === undefined) return undefined;
  const end = at + mark.length;
  const { meaning } = mark;
  if (meaning.is === "segment") return { is: "segment", start: at, end };
  if (meaning.is === "middle") return { is: "part", direction: "middle", start: at, end };
  if (meaning.is === "gate") return beginsRoad(text, at, end) ? undefined : gate(text, at, end);
  if (meaning.is !== "bank") return undefined;
  return meaning.bank === undefined
    ? { is: "bank", start: at, end }
    : { is: "bank", start: at, end, direction: meaning.bank };
}

function gate(text: Text, start: number, end: number): Piece {
  return { is: "gate", start, end: gateEnds.skip(text.folded, end) };
}

const mouths = new Words("口");
const notMouths = new Words("口腔 口岸 口袋 口味");
const mouthEnds = new Words("处 的");
const singles = {
  旁: "beside",
  边: "beside",
  内: "inside",
  里: "inside",
  前: "inFront",
  后: "behind",
  下: "under",
} as const;
const single = new Words(Object.keys(singles).join(" "));
const heads = new Words("头 儿");
const joiners = new Words("的");
const softs = new Words(
  `的 处 这里 那里 那边 这边 那儿 这儿 位置 地方 地段 上 往 向 走 行 再 沿着 沿 靠近 路段 方向 大约 大概 约 一段 这块 那块 这一块 点 区域`,
);

function letterAt(text: Text, at: number): Piece | undefined {
  const { folded } = text;
  if (mouths.stands(folded, at) && !notMouths.stands(folded, at))
    return { is: "mouth", start: at, end: mouthEnds.skip(folded, at + 1) };
  if (single.stands(folded, at) && standsAlone(text, at + 1)) {
    const letter = folded.charAt(at);
    for (const [word, relation] of Object.entries(singles))
      if (word === letter) return { is: "relation", relation, start: at, end: at + 1 };
  }
  const bare = bareTowardAt(text, at);
  if (bare !== undefined) return bare;
  if (heads.stands(folded, at) && standsAlone(text, at + 1)) return { is: "soft", start: at, end: at + 1 };
  const end = softs.endAt(folded, at);
  return end >= 0 && (joiners.stands(folded, at) || !goesOn(text, at)) ? { is: "soft", start: at, end } : undefined;
}

/** 上海路, 向阳街: the soft word begins a road's name; 上文化巷 is a lane on the road before. */
function goesOn(text: Text, at: number): boolean {
  if (roadNameAt(text, at) === undefined) return false;
  const without = roadNameAt(text, at + 1);
  return without === undefined || without.weak || beginsName(text, at);
}

const sections = new Words("区 院 苑 园");
const units = new Words("单元");

/** 东区, 北院 of a community, before a building's number. */
function sectionAt(text: Text, at: number): Piece | undefined {
  if (!isDirection(text.unit(at))) return undefined;
  const unit = units.endAt(text.folded, at + 1);
  if (unit >= 0)
    return { is: "unit", start: at, end: unit, text: text.written.slice(at, at + 1), number: 0, yard: false };
  const end = sections.endAt(text.folded, at + 1);
  if (end < 0 || (text.isName(end) && numberedAt(text, end) === undefined)) return undefined;
  return { is: "section", start: at, end, text: text.written.slice(at, end), number: 0, yard: false };
}

/** At a beginning where no name was found: 南门, 段, 的. */
export function looseAt(text: Text, at: number): Piece | undefined {
  const soft = softTowardAt(text, at);
  if (soft !== undefined) return soft;
  const mark = text.mark(at);
  if (mark?.meaning.is === "gate") return gate(text, at, at + mark.length);
  if (mark?.meaning.is === "segment") return { is: "segment", start: at, end: at + mark.length };
  const end = softs.endAt(text.folded, at);
  return end < 0 ? undefined : { is: "soft", start: at, end };
}
