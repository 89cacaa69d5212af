import { awayAt, isDirection, sideAt, softTowardAt, towardAt } from "./compass.ts";
import { isDigit, numeralAt } from "./numeral.ts";
import type { NamePiece } from "./piece.ts";
import { numberedAt } from "./numbered.ts";
import type { Suffix } from "./suffixes.ts";
import type { Text } from "./text.ts";

/** No name of a road or place is longer, in UTF-16 units; our own choice. */
const longest = 24;

/** A word at `at` that breaks a name wherever it stands. */
export function breaksAt(text: Text, at: number): boolean {
  const mark = text.mark(at);
  if (mark !== undefined) {
    const { is } = mark.meaning;
    const hard = is === "relation" || is === "plain" || is === "between" || is === "both" || is === "meet";
    if (hard && roadEnd(text, at + mark.length) === 0) return true;
  }
  const unit = text.unit(at);
  if (isDirection(unit)) {
    return awayAt(text, at) !== undefined || towardAt(text, at) !== undefined || sideAt(text, at) !== undefined;
  }
  const towards = "以向往朝靠".includes(text.folded.charAt(at)) && isDirection(text.unit(at + 1));
  if (towards)
    return awayAt(text, at) !== undefined || towardAt(text, at) !== undefined || sideAt(text, at) !== undefined;
  // 道路南侧, 马路南侧; a single 路 or 街 rather ends the name before it.
  if (text.after(at, ["道路", "马路"]) > 0 && sideAt(text, at) !== undefined) return true;
  if (isDigit(unit)) return awayAt(text, at) !== undefined || numberedAt(text, at, true) !== undefined;
  return false;
}

const blocked = "口南北东西面边灯旁牌段沿肩基侧中人上障政况缘";
const roadCharacters = new Set("路街道巷弄");

/** Where a road's suffix that begins at `at` ends; 0 where there is none, or where it begins another word (路口, 路面, 路南). */
function roadEnd(text: Text, at: number): number {
  const suffix = text.suffix(at);
  if (suffix === undefined || suffix.meaning.kind !== "road" || suffix.meaning.wary) return 0;
  const end = at + suffix.length;
  const last = text.folded.charAt(end - 1);
  return suffix.length === 1 &&
    roadCharacters.has(last) &&
    text.isName(end) &&
    blocked.includes(text.folded.charAt(end))
    ? 0
    : end;
}

const middles = "东南西北中前后新老内外";

/** 一巷, 南七街, 东路: what makes a road's name of a name that has ended at `at`. */
function roadTail(text: Text, at: number, lanes: boolean): number {
  let i = at;
  while (i < at + 2 && middles.includes(text.folded.charAt(i))) i += 1;
  const directed = i > at;
  const numeral = numeralAt(text.folded, i);
  const numbered = numeral !== undefined;
  if (numbered) i = numeral.end;
  const suffix = text.suffix(i);
  if (suffix === undefined || suffix.meaning.kind !== "road" || (suffix.meaning.wary && !numbered)) return 0;
  if (lanes && !numbered && !(directed && suffix.meaning.lane)) return 0;
  const end = roadEnd(text, i);
  return end > 0 ? end : numbered ? i + suffix.length : 0;
}

const branches = ["辅路", "辅道", "支路", "步行街", "支线", "延长线", "延伸段", "东延", "西延", "南延", "北延", "匝道"];

/** Where the road's name that seems to end at `at` truly ends: 深南大道辅路, 和平街一巷, 铁道街. */
function wholeRoad(text: Text, start: number, at: number): number {
  let end = at;
  for (let parts = 0; parts < 3; parts += 1) {
    const next = Math.max(roadTail(text, end, true), text.after(end, branches), doubled(text, end));
    if (next <= end || next - start > longest) return end;
    end = next;
  }
  return end;
}

/** 铁路街, 环城路街: an ending right behind an ending. */
function doubled(text: Text, at: number): number {
  return text.folded.charAt(at - 1) === "环" || roadEnd(text, at) - at === 1 ? roadEnd(text, at) : 0;
}

/** After a name: nothing follows that could belong to it. */
export function closedAt(text: Text, at: number): boolean {
  if (!text.isName(at)) return true;
  const follows = text.folded.charAt(at);
  if ("与和跟及同至到的".includes(follows)) return true;
  if (text.mark(at) !== undefined) return true;
  if (numeralAt(text.folded, at) !== undefined) return true;
  return isDirection(text.unit(at)) && (breaksAt(text, at) || softTowardAt(text, at) !== undefined);
}

const shortStems = new Set("东南西北中前后上下新老大小一二三四五六七八九十经纬内外");

/** 塔南路口 is 塔南路's, 东大街口 is 东大街's. */
const mouths = ["路口", "路囗", "街口"];

/** The name that begins at `start`; "raw" where no ending was met before something that breaks a name. */
export function nameAt(text: Text, start: number): NamePiece | undefined {
  let last: NamePiece | undefined;
  let i = start;
  const limit = Math.min(text.length, start + longest);
  while (i < limit && text.isName(i)) {
    if (i > start && (breaksAt(text, i) || splitsAt(text, start, i))) {
      if (text.after(i, mouths) < 0) break;
      return road(text, start, i, i + 1);
    }
    const found = text.suffix(i);
    if (found === undefined) {
      i += 1;
      continue;
    }
    const { meaning: suffix } = found;
    const end = i + found.length;
    if (suffix.kind === "inner") {
      i = end;
      continue;
    }
    const stem = i - start;
    if (stem < suffix.least || (suffix.wary && !closedAt(text, end))) {
      i += 1;
      continue;
    }
    if (suffix.kind === "road") {
      if (
        text.isName(end) &&
        found.length === 1 &&
        stem > 0 &&
        i > start &&
        roadEnd(text, i) === 0 &&
        blocked.includes(text.folded.charAt(end)) &&
        last !== undefined
      )
        break;
      const whole = wholeRoad(text, start, end);
      const bridge = text.suffix(whole);
      if (bridge?.meaning.kind === "bridge" && text.mark(whole)?.meaning.is !== "meet")
        return { is: "name", kind: "bridge", start, end: whole + bridge.length, bare: false, weak: false };
      return road(text, start, i, whole);
    }
    if (suffix.kind === "area") {
      const area = areaAt(text, start, i, end, suffix);
      if (area === undefined) {
        i += 1;
        continue;
      }
      return area;
    }
    // 学院路南侧: nobody's 学院, but a road's name.
    const tail = stem === 0 && text.folded.charAt(end) === "路" ? end + 1 : roadTail(text, end, false);
    if (tail > 0) return road(text, start, i, wholeRoad(text, start, tail));
    last = { is: "name", kind: suffix.kind, start, end, bare: stem === 0, weak: false };
    // 花园酒店, 幼儿园停车场: an ending right behind.
    const next = text.suffix(end);
    const goesOn =
      next !== undefined &&
      next.meaning.kind !== "inner" &&
      next.meaning.kind !== "road" &&
      next.meaning.kind !== "area" &&
      !(next.meaning.wary && !closedAt(text, end + next.length));
    if (!goesOn || breaksAt(text, end)) return last;
    i = end;
  }
  if (last !== undefined) return last;
  return i > start ? { is: "name", kind: "raw", start, end: i, bare: false, weak: true } : undefined;
}

function road(text: Text, start: number, stemEnd: number, end: number): NamePiece {
  const weak = stemEnd - start === 1 && !shortStems.has(text.folded.charAt(start)) && end - stemEnd === 1;
  return { is: "name", kind: "road", start, end, bare: false, weak };
}

/** An area, unless its ending begins something else: 和平街道路南侧, 新村路, 西村四路. */
function areaAt(text: Text, start: number, stemEnd: number, end: number, suffix: Suffix): NamePiece | undefined {
  const word = text.folded.slice(stemEnd, end);
  if (
    word === "街道" &&
    text.after(end, [
      "路南",
      "路北",
      "路东",
      "路西",
      "路面",
      "路口",
      "两侧",
      "上",
      "边",
      "路边",
      "南侧",
      "北侧",
      "东侧",
      "西侧",
    ]) > 0
  )
    return road(text, start, stemEnd, stemEnd + 1);
  if (roadEnd(text, end) > 0) return undefined;
  if ((word === "村" || word === "镇" || word === "乡") && roadTail(text, end, false) > 0) return undefined;
  const next = text.suffix(end);
  if (
    next !== undefined &&
    next.meaning.kind === "area" &&
    next.length === 1 &&
    next.meaning.least <= 2 &&
    end - start <= 3 &&
    word.length === 1
  )
    return undefined;
  return { is: "name", kind: "area", start, end, bare: end - start === suffix.least, weak: false };
}

/** A connecting word in the middle of what has no ending yet: 和平与文化巷, 站前和中州路. */
function splitsAt(text: Text, start: number, at: number): boolean {
  const unit = text.folded.charAt(at);
  if (unit === "与" || unit === "、" || unit === "及" || unit === "跟") return !suspicious(text, at);
  if (unit === "-" || unit === "/") return true;
  if ((unit !== "和" && unit !== "同") || at - start < 2) return false;
  return !suspicious(text, at) && leadsToMeeting(text, at + 1);
}

/** Words that begin with what may also connect two names. */
const wholes: Readonly<Record<string, string>> = {
  和: "平谐睦顺美兴安风祥畅泰善信义盛润",
  同: "心仁乐济德庆兴福安泰和文",
  交: "通大运警",
  与: "民时",
  至: "善诚德真",
  自: "由强立力",
};

/** Behind a connecting word at `at` too little of a name would remain: 和平路, 与民路, 同心路, 交通路. */
export function suspicious(text: Text, at: number): boolean {
  const first = text.folded.charAt(at + 1);
  const isWord = wholes[text.folded.charAt(at)]?.includes(first) === true;
  for (let i = at + 1; i < at + 8 && text.isName(i); i += 1) {
    const found = text.suffix(i);
    if (found === undefined || found.meaning.kind === "inner" || found.meaning.wary) {
      if (i > at + 1 && breaksAt(text, i)) return false;
      continue;
    }
    if (i === at + 1) return found.meaning.least > 0;
    if (i === at + 2) return !shortStems.has(first) && found.meaning.kind !== "area";
    if (!isWord) return false;
    let stem = i;
    while (stem > at + 2 && directedOrNumbered.includes(text.folded.charAt(stem - 1))) stem -= 1;
    return stem === at + 2;
  }
  return false;
}
const directedOrNumbered = "东南西北中新一二三四五六七八九十大";

function leadsToMeeting(text: Text, from: number): boolean {
  for (let i = from + 1; i < from + 8 && text.isName(i); i += 1) {
    if (text.mark(i)?.meaning.is === "meet") return true;
    const found = text.suffix(i);
    if (found?.meaning.kind === "road" && !found.meaning.wary) return true;
  }
  return false;
}
