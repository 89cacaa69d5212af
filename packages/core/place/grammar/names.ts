import { breaksAt, closedAt } from "./breaks.ts";
import { isDirection, softTowardAt } from "./compass.ts";
import { shortStems, splitsAt } from "./connect.ts";
import type { Suffix } from "./lexicon/suffixes.ts";
import type { NamePiece } from "./piece.ts";
import { longestName, neededRoadEnd, roadEnd, roadTail, wholeRoad } from "./road.ts";
import type { Text } from "./text.ts";
import type { Found } from "./trie.ts";
import { Words } from "./words.ts";

/** The name that begins at `start`; "raw" where no ending was met before something that breaks a name. */
export function nameAt(text: Text, start: number): NamePiece | undefined {
  const known = text.names[start];
  if (known !== undefined) return known ?? undefined;
  const found = find(text, start);
  text.names[start] = found ?? null;
  return found;
}

/** As `nameAt`, of roads only. */
export function roadNameAt(text: Text, start: number): NamePiece | undefined {
  const name = nameAt(text, start);
  return name?.kind === "road" ? name : undefined;
}

const never = new Words("的");
/** 塔南路口 is 塔南路's, 中州路对面 is 中州路's. */
const roadLetters = new Words("路 街");

/** 解放大路, 迎大路: where the text goes on as after a name it is no 大路 that anybody speaks of. */
const bigRoad = new Words("大路");

function find(text: Text, start: number): NamePiece | undefined {
  if (never.stands(text.folded, start)) return undefined;
  const limit = Math.min(text.length, start + longestName);
  let i = start;
  while (i < limit && text.isName(i)) {
    const suffix = text.suffix(i);
    const isBigRoad = suffix !== undefined && bigRoad.stands(text.folded, i) && ends(text, start, i, suffix);
    if (i > start && !isBigRoad && (breaksAt(text, i) || splitsAt(text, start, i) || closesAt(text, start, i))) {
      if (roadLetters.stands(text.folded, i)) return road(text, start, i, i + 1);
      // 竹子林立交桥: the word for a meeting ends a bridge's name.
      if (suffix?.meaning.kind === "bridge") return place(text, start, i, suffix);
      // 焦作市民生街道: no 市民.
      if (suffix?.meaning.kind === "area" && ends(text, start, i, suffix) && staysArea(text, i, suffix.length))
        return { is: "name", kind: "area", start, end: i + suffix.length, bare: false, weak: false };
      break;
    }
    if (suffix === undefined) i += 1;
    else if (suffix.meaning.kind === "inner") i += suffix.length;
    else if (!ends(text, start, i, suffix)) i += 1;
    else {
      const name = ended(text, start, i, suffix);
      if (name !== undefined) return name;
      i += 1;
    }
  }
  return i === start ? undefined : { is: "name", kind: "raw", start, end: i, bare: false, weak: true };
}

/** 恒大名都北门: what only tells a side of it ends a name of two characters or more. */
function closesAt(text: Text, start: number, at: number): boolean {
  if (at - start < 2 || !isDirection(text.unit(at))) return false;
  const soft = softTowardAt(text, at);
  return soft !== undefined && soft.is !== "toward" && !text.isName(soft.end);
}

const villageMouths = new Words("村口");

/** 焦作市民生街道: an area or a road of a short name ends soon behind it; 百间房村口: its own mouth. */
function staysArea(text: Text, start: number, length: number): boolean {
  if (villageMouths.stands(text.folded, start)) return true;
  const at = start + length;
  for (let i = at + 2; i < at + 6 && text.isName(i) && text.mark(i) === undefined; i += 1) {
    const kind = text.suffix(i)?.meaning.kind;
    if (kind === "road" || kind === "area") return true;
  }
  return false;
}

function ends(text: Text, start: number, at: number, { meaning, length }: Found<Suffix>): boolean {
  return at - start >= meaning.least && (!meaning.wary || closedAt(text, at + length));
}

/** The name whose ending begins at `at`, if it ends there. */
function ended(text: Text, start: number, at: number, found: Found<Suffix>): NamePiece | undefined {
  const end = at + found.length;
  if (found.meaning.kind === "road") return roadOrBridge(text, start, at, end);
  if (found.meaning.kind === "area") return area(text, start, at, end, found.meaning);
  return place(text, start, at, found);
}

function roadOrBridge(text: Text, start: number, stemEnd: number, end: number): NamePiece {
  const whole = wholeRoad(text, start, end);
  const bridge = text.suffix(whole);
  if (bridge?.meaning.kind === "bridge" && text.mark(whole)?.meaning.is !== "meet")
    return { is: "name", kind: "bridge", start, end: whole + bridge.length, bare: false, weak: false };
  return road(text, start, stemEnd, whole);
}

function road(text: Text, start: number, stemEnd: number, end: number): NamePiece {
  const weak = stemEnd - start === 1 && end - stemEnd === 1 && !shortStems.stands(text.folded, start);
  return { is: "name", kind: "road", start, end, bare: false, weak };
}

const streetArea = new Words("街道");
/** 和平街道路南侧: the 道 belongs to what follows. */
const streetFollows = new Words("路南 路北 路东 路西 路面 路口 两侧 上 边 路边 南侧 北侧 东侧 西侧");
const villages = new Words("村 镇 乡");
const higher = new Words("区政府 市政府 县政府 镇政府 乡政府 区委 市委");

/** An area, unless its ending begins something else: 新村路, 西村四路, 马村区. */
function area(text: Text, start: number, stemEnd: number, end: number, suffix: Suffix): NamePiece | undefined {
  const { folded } = text;
  if (end - stemEnd === 2 && streetArea.stands(folded, stemEnd) && streetFollows.stands(folded, end))
    return road(text, start, stemEnd, stemEnd + 1);
  if (neededRoadEnd(text, end) >= 0) return undefined;
  if (end - stemEnd === 1 && villages.stands(folded, stemEnd)) {
    // 西村四路, 下沙村仔路: too little of a road would remain.
    const little = !shortStems.stands(folded, end) && roadEnd(text, end + 1) >= 0;
    if (little || roadTail(text, end) >= 0) return undefined;
  }
  const next = text.suffix(end);
  const isStem = end - start <= 3 && end - stemEnd === 1 && !folded.startsWith(folded.charAt(stemEnd), end);
  // 马村区, 马村区政府
  if (isStem && next !== undefined && (next.meaning.kind === "area" ? next.length === 1 : higher.stands(folded, end)))
    return undefined;
  return { is: "name", kind: "area", start, end, bare: end - start === suffix.least, weak: false };
}

/** A place with all endings that stand right behind one another (花园酒店), or the road that is called after it (公园东路). */
function place(text: Text, start: number, at: number, found: Found<Suffix>): NamePiece {
  const bare = at === start;
  let { kind } = found.meaning;
  let end = at + found.length;
  for (;;) {
    // 学院路南侧: nobody's 学院, but a road's name.
    const tail = bare && text.folded.charAt(end) === "路" ? end + 1 : roadTail(text, end);
    if (tail >= 0) return road(text, start, at, wholeRoad(text, start, tail));
    const next = text.suffix(end);
    if (next === undefined || !continues(text, end, next) || end + next.length - start > longestName) break;
    kind = next.meaning.kind;
    end += next.length;
  }
  return { is: "name", kind: kind === "inner" ? "place" : kind, start, end, bare, weak: false };
}

function continues(text: Text, at: number, { meaning, length }: Found<Suffix>): boolean {
  if (meaning.kind === "inner" || meaning.kind === "road" || meaning.kind === "area" || breaksAt(text, at))
    return false;
  return !meaning.wary || closedAt(text, at + length);
}
