import type { Direction } from "../reading.ts";
import { Unit } from "./fold.ts";
import { numeralAt } from "./numeral.ts";
import type { AwayPiece, TowardPiece } from "./piece.ts";
import type { Text } from "./text.ts";

const single: Readonly<Record<string, Direction>> = { 东: "east", 南: "south", 西: "west", 北: "north" };
const double: Readonly<Record<string, Direction>> = {
  东南: "southEast",
  东北: "northEast",
  西南: "southWest",
  西北: "northWest",
  南东: "southEast",
  北东: "northEast",
  南西: "southWest",
  北西: "northWest",
};
const isSingle = new Uint8Array(0x1_0000);
for (const word of Object.keys(single)) isSingle[word.charCodeAt(0)] = 1;
const leads = new Uint8Array(0x1_0000);
for (const lead of "以向往朝靠偏正路街道巷马公大") leads[lead.charCodeAt(0)] = 1;

export function isDirection(unit: number): boolean {
  return isSingle[unit] === 1;
}

function directionAt(text: Text, at: number): { direction: Direction; end: number } | undefined {
  if (!isDirection(text.unit(at))) return undefined;
  const two = isDirection(text.unit(at + 1)) ? double[text.folded.slice(at, at + 2)] : undefined;
  if (two !== undefined) return { direction: two, end: at + 2 };
  const one = single[text.folded.charAt(at)];
  return one === undefined ? undefined : { direction: one, end: at + 1 };
}

const towardLeads = ["以", "向", "往", "朝", "正", "偏"];
const keepLeads = ["靠", "偏"];
const roadLeads = ["机动车道", "大马路", "道路", "马路", "公路", "大街", "大路", "街道", "路", "街", "道", "巷"];
const faces = ["侧面", "侧边", "侧", "边", "面", "部", "沿", "方位", "方向", "方", "向", "头", "端", "首"];
const halves = ["半幅路面", "半幅路", "半幅", "半边", "半侧", "幅"];
const lanes = [
  "机动车道",
  "非机动车道",
  "人行便道",
  "人行道",
  "非机动道",
  "慢车道",
  "快车道",
  "辅道",
  "辅路",
  "车道",
  "便道",
  "盲道",
  "绿化带",
  "绿化",
  "路肩",
  "路沿",
  "路边",
  "路面",
  "路口",
  "沿街",
];
const laneLeads = ["的"];
const ends = ["路段", "段", "头", "端", "首"];
const corners = ["拐角处", "拐角", "转角处", "转角", "街角", "角落", "角处", "角上", "角"];
const gates = ["大门口", "侧门口", "门口", "大门", "侧门", "门外", "门前", "门", "入口", "出入口", "出口"];
const going = [
  "直行",
  "方向",
  "方",
  "走",
  "行",
  "再",
  "有",
  "的",
  "处",
  "上",
  "约",
  "大约",
  "大概",
  "大致",
  "近",
  "将近",
  "差不多",
  "距离",
  "外",
  "去",
  "过去",
  "前行",
  " ",
  ",",
  "约莫",
];
const doubt = ["大约", "大概", "大致", "将近", "差不多", "约莫", "约", "近", "估计", "也就"];
const more = ["余", "多", "来", "几", "好几"];
const trail = ["左右", "上下", "许", "开外", "的样子", "余"];
const close = [
  "处的",
  "处",
  "远的地方",
  "的地方",
  "的位置",
  "远处",
  "远",
  "位置",
  "地方",
  "以外",
  "外",
  "的",
  "距离",
  "那里",
  "这里",
  "那儿",
  "这儿",
];
const kilometres = ["公里", "千米", "km"];
const metres = ["公尺", "米", "m"];
const lis = ["华里", "里地", "里路", "里"];

/** "m" ends before another letter or a square. */
function unitAt(text: Text, at: number): { end: number; factor: number } | undefined {
  const kilometre = text.after(at, kilometres);
  if (kilometre > 0) return whole(text, kilometre, 1000);
  const metre = text.after(at, metres);
  if (metre > 0) return whole(text, metre, 1);
  const li = text.after(at, lis);
  return li > 0 ? { end: li, factor: 500 } : undefined;
}

function whole(text: Text, end: number, factor: number): { end: number; factor: number } | undefined {
  if (/[a-z]/.test(text.folded.charAt(end - 1)) && /[a-z0-9²³/]/.test(text.folded.charAt(end))) return undefined;
  return { end, factor };
}

interface Distance {
  readonly metres: number;
  readonly about: boolean;
  readonly end: number;
  readonly unit: boolean;
}

/** 约30余米左右; "loose" takes a bare number for metres, as people write 东30路南. */
export function distanceAt(text: Text, at: number, loose = false): Distance | undefined {
  const from = text.skip(at, [...spaces, ...doubt]);
  let about = from > at && text.skip(at, spaces) < from;
  const numeral = numeralAt(text.folded, from);
  if (numeral === undefined) return undefined;
  let end = text.skip(numeral.end, spaces);
  const rest = text.after(end, more);
  if (rest > 0) {
    about = true;
    end = rest;
  }
  const unit = unitAt(text, end);
  if (unit === undefined) {
    if (!loose || !numeral.arabic || text.isName(numeral.end)) return undefined;
    return { metres: numeral.amount, about: about || numeral.about, end: numeral.end, unit: false };
  }
  end = unit.end;
  let amount = numeral.amount * unit.factor;
  if (text.unit(end) === "半".charCodeAt(0) && unit.factor > 1) {
    amount += unit.factor / 2;
    end += 1;
  } else if (text.unit(end) === "多".charCodeAt(0)) {
    about = true;
    end += 1;
  }
  const trailing = text.after(text.skip(end, spaces), trail);
  if (trailing > 0) {
    about = true;
    end = trailing;
  }
  return { metres: Math.round(amount * 1000) / 1000, about: about || numeral.about, end, unit: true };
}

const spaces = [" ", "\t", "\u3000"];

function away(start: number, distance: Distance, text: Text, direction?: Direction): AwayPiece {
  const end = text.skip(distance.end, close);
  const { metres: far, about } = distance;
  return direction === undefined
    ? { is: "away", start, end, metres: far, about }
    : { is: "away", start, end, metres: far, about, direction };
}

/** 东30米, 向东走约三十米处, 以东三十米, 东侧30米; 30米 alone. */
export function awayAt(text: Text, at: number): AwayPiece | undefined {
  const unit = text.unit(at);
  if (!isDirection(unit) && leads[unit] !== 1) {
    const distance = distanceAt(text, at);
    return distance === undefined || /^[宽长高深厚²]/.test(text.folded.slice(distance.end, distance.end + 1))
      ? undefined
      : away(at, distance, text);
  }
  const led = text.after(at, towardLeads);
  const heading = directionAt(text, led > 0 ? led : at);
  if (heading === undefined) return undefined;
  let end = text.after(heading.end, faces);
  end = text.skip(end > 0 ? end : heading.end, going);
  const distance = distanceAt(text, end, true);
  if (distance === undefined) return undefined;
  // The words of guessing may have been passed over with the rest.
  const about = distance.about || doubtful.test(text.folded.slice(heading.end, end));
  return away(at, { ...distance, about }, text, heading.direction);
}
const doubtful = /[约概致近]|差不多/;

/** 路南, 路的南侧, 南半幅, 靠南, 南侧人行道: the side of a road, said so that it can be nothing else. */
export function sideAt(text: Text, at: number): TowardPiece | undefined {
  const unit = text.unit(at);
  if (!isDirection(unit) && leads[unit] !== 1) return undefined;
  const road = text.after(at, roadLeads);
  const kept = road > 0 ? -1 : text.after(at, keepLeads);
  const lead = road > 0 ? road : kept;
  const from = lead > 0 ? text.skip(lead, laneLeads) : at;
  const heading = directionAt(text, from);
  if (heading === undefined) return undefined;
  let end = text.after(heading.end, halves);
  const isHalf = end > 0;
  if (!isHalf) end = text.after(heading.end, ["侧面", "侧边", "侧", "边", "面", "沿"]);
  const hasFace = end > 0;
  if (!hasFace) end = heading.end;
  const lane = text.after(text.skip(end, laneLeads), lanes);
  const hasLane = lane > 0 && (hasFace || lead > 0);
  if (lead < 0 && !isHalf && !hasLane) return undefined;
  if (hasLane) end = text.skip(lane, ["上", "内", "里", "处", "边"]);
  else {
    end = text.skip(end, ["处"]);
    // 路南街, 路东门: not a side but something's name.
    if (
      !hasFace &&
      text.after(end, [
        "角",
        "门",
        "段",
        "头",
        "端",
        "街",
        "路",
        "巷",
        "村",
        "大",
        "北两",
        "南北",
        "东西",
        "关",
        "岸",
      ]) > 0
    )
      return undefined;
  }
  return { is: "side", start: at, end, direction: heading.direction };
}

/** 东侧, 以东, 东北方向: hard, these break a name wherever they stand. */
export function towardAt(text: Text, at: number): TowardPiece | undefined {
  const unit = text.unit(at);
  if (!isDirection(unit) && leads[unit] !== 1) return undefined;
  const by = text.after(at, ["以"]);
  const led = by > 0 ? by : text.after(at, towardLeads);
  const heading = directionAt(text, led > 0 ? led : at);
  if (heading === undefined) return undefined;
  const face = text.after(heading.end, ["侧面", "侧边", "侧", "边", "面", "方向", "方位"]);
  if (face < 0 && by < 0) return undefined;
  // 山西面粉厂, 西面馆
  if (text.after(heading.end, ["面粉", "面馆", "面包", "面积", "边境", "边防"]) > 0) return undefined;
  const end = text.skip(face > 0 ? face : heading.end, ["的", "处", "位置", "地方"]);
  return { is: "toward", start: at, end, direction: heading.direction };
}

/** 西南角, 北段, 东头, 南门, 东岸, 北口: soft, they may as well begin a name (南门街, 东头村). */
export function softTowardAt(text: Text, at: number): TowardPiece | undefined {
  const heading = directionAt(text, at);
  if (heading === undefined) return undefined;
  const { direction } = heading;
  const piece = (is: TowardPiece["is"], end: number): TowardPiece => ({
    is,
    start: at,
    end: text.skip(end, ["的", "处"]),
    direction,
  });
  const corner = text.after(heading.end, corners);
  if (corner > 0) return piece("corner", corner);
  const gate = text.after(heading.end, gates);
  if (gate > 0) return piece("gate", gate);
  const part = text.after(heading.end, ends);
  if (part > 0) return piece("part", part);
  const bank = text.after(heading.end, ["岸边", "岸", "堤"]);
  if (bank > 0) return piece("bank", bank);
  const mouth = text.after(heading.end, ["路口", "出口", "口"]);
  if (mouth > 0) return piece("part", mouth);
  const region = text.after(heading.end, ["部"]);
  return region > 0 ? piece("toward", region) : undefined;
}

/** 东 alone, after an anchor and before nothing that could go on a name: 和平街东 */
export function bareTowardAt(text: Text, at: number): TowardPiece | undefined {
  const heading = directionAt(text, at);
  if (heading === undefined || text.classAt(heading.end) === Unit.name) return undefined;
  return { is: "toward", start: at, end: heading.end, direction: heading.direction };
}
