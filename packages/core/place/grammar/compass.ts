import type { Direction } from "../reading.ts";
import { Unit } from "./fold.ts";
import { Gate } from "./gate.ts";
import { measureAt, measureGate, type Measure } from "./measure.ts";
import type { AwayPiece, TowardPiece } from "./piece.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

const bits = new Map([
  ["东".charCodeAt(0), 1],
  ["南".charCodeAt(0), 2],
  ["西".charCodeAt(0), 4],
  ["北".charCodeAt(0), 8],
]);
const directionOf: readonly (Direction | undefined)[] = [
  undefined,
  "east",
  "south",
  "southEast",
  "west",
  undefined,
  "southWest",
  undefined,
  "north",
  "northEast",
  undefined,
  undefined,
  "northWest",
];
const four = new Words("东 南 西 北");
const leads = new Words("以 向 往 朝 正 偏");

export function isDirection(unit: number): boolean {
  return four.mayBegin(unit);
}

export interface Heading {
  readonly direction: Direction;
  readonly end: number;
}

export function directionAt(text: Text, at: number): Heading | undefined {
  const unit = text.unit(at);
  if (!isDirection(unit)) return undefined;
  const first = bits.get(unit) ?? 0;
  const second = bits.get(text.unit(at + 1)) ?? 0;
  // 东南, 西北; 路南东30米 has two directions.
  const two = second === 0 || (first !== 1 && first !== 4) ? undefined : directionOf[first | second];
  if (two !== undefined && second !== first) return { direction: two, end: at + 2 };
  const one = directionOf[first];
  return one === undefined ? undefined : { direction: one, end: at + 1 };
}

const faces = new Words("侧面 侧边 侧 边 面 部 沿 方位 方向 方 向 头 端 首");
const going = new Words(
  "直行 前行 方向 方 走 行 再 有 个 的 处 上 大约 大概 大致 将近 差不多 约莫 约 近 距离 外 去 过去 ␣ ,",
);
const closing = new Words(
  "以内 之内 范围内 处的 处 远的地方 的地方 的位置 远处 远 位置 地方 以外 外 的 距离 那里 这里 那儿 这儿 吧",
);
const sizes = new Words("宽 长 高 深 厚 ²");
const doubtful = /[约概致近]|差不多/;

/** With what offsets begin, and directions. */
export const awayGate = new Gate(four, leads, measureGate);
export const towardGate = new Gate(four, leads);

/** 东30米, 向东走约三十米处, 以东三十米, 东侧30米; 30米 alone. */
export function awayAt(text: Text, at: number): AwayPiece | undefined {
  const { folded } = text;
  const unit = text.unit(at);
  if (!awayGate.opens(unit)) return undefined;
  if (!towardGate.opens(unit)) {
    const measure = measureAt(text, at, false);
    return measure === undefined || sizes.stands(folded, measure.end) ? undefined : away(text, at, measure);
  }
  const led = leads.endAt(folded, at);
  const heading = directionAt(text, led < 0 ? at : led);
  if (heading === undefined) return undefined;
  const face = faces.endAt(folded, heading.end);
  const from = going.skip(folded, face < 0 ? heading.end : face);
  const measure = measureAt(text, from, true);
  if (measure === undefined) return undefined;
  // The words of guessing may have been passed over with the rest.
  const about = measure.about || (from > heading.end && doubtful.test(folded.slice(heading.end, from)));
  const { metres } = measure;
  return { is: "away", start: at, end: closing.skip(folded, measure.end), metres, about, direction: heading.direction };
}

function away(text: Text, start: number, { metres, about, end }: Measure): AwayPiece {
  return { is: "away", start, end: closing.skip(text.folded, end), metres, about };
}

const sideWords = new Words("侧面 侧边 侧 边 面 方向 方位");
/** 西北方: of two directions, and where no name goes on, as in 西北方圆酒店. 东方 is more often part of a name. */
const quarters = new Words("方");
const otherWords = new Words("面粉 面馆 面包 面积 边境 边防");
const hereWords = new Words("的 处 位置 地方");

/** 东侧, 以东, 东北方向: these break a name wherever they stand. */
export function towardAt(text: Text, at: number): TowardPiece | undefined {
  const { folded } = text;
  if (!towardGate.opens(text.unit(at))) return undefined;
  const led = leads.endAt(folded, at);
  const heading = directionAt(text, led < 0 ? at : led);
  if (heading === undefined) return undefined;
  const worded = sideWords.endAt(folded, heading.end);
  const face = worded < 0 ? quarterEnd(text, led < 0 ? at : led, heading.end) : worded;
  if (face < 0 && folded.charAt(at) !== "以") return undefined;
  // 山西面粉厂
  if (otherWords.stands(folded, heading.end)) return undefined;
  const end = hereWords.skip(folded, face < 0 ? heading.end : face);
  return { is: "toward", start: at, end, direction: heading.direction };
}

function quarterEnd(text: Text, start: number, end: number): number {
  if (end - start < 2 || !quarters.stands(text.folded, end)) return -1;
  return text.classAt(end + 1) !== Unit.name || hereWords.stands(text.folded, end + 1) ? end + 1 : -1;
}

const most = new Words("最");
const softWords = [
  { is: "corner", words: new Words("拐角处 拐角 转角处 转角 街角 角落 角处 角上 角") },
  { is: "gate", words: new Words("大门口 侧门口 门口 大门 侧门 门外 门前 门 入口 出入口 出口") },
  { is: "part", words: new Words("段 头 端 首 口") },
  { is: "bank", words: new Words("岸边 岸 堤") },
  { is: "toward", words: new Words("部") },
] as const;

/** 西南角, 北段, 东头, 南门, 东岸, 北口: they may as well begin a name, as in 南门街, 东头村. */
export function softTowardAt(text: Text, at: number): TowardPiece | undefined {
  const heading = directionAt(text, most.skip(text.folded, at));
  if (heading === undefined) return undefined;
  for (const { is, words } of softWords) {
    const end = words.endAt(text.folded, heading.end);
    if (end >= 0) return { is, start: at, end: hereWords.skip(text.folded, end), direction: heading.direction };
  }
  return undefined;
}

/** 东 alone, before nothing that could go on a name: 和平街东 */
export function bareTowardAt(text: Text, at: number): TowardPiece | undefined {
  const heading = directionAt(text, at);
  if (heading === undefined || text.classAt(heading.end) === Unit.name) return undefined;
  return { is: "toward", start: at, end: heading.end, direction: heading.direction };
}
