import { awayAt } from "./compass.ts";
import { numeralAt } from "./numeral.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

/** No name of a road or place is longer, in UTF-16 units; our own choice. */
export const longestName = 24;

/** What makes another word of 路, 街, 道: 路口, 路南, 路面. */
const others = new Words("口 南 北 东 西 面 边 灯 旁 牌 段 沿 肩 基 侧 中 人 上 障 政 况 缘");
const short = new Words("路 街 道 巷 弄");
const middles = new Words("东 南 西 北 中 前 后 新 老 内 外");
const branches = new Words("辅路 辅道 支路 步行街 支线 延长线 延伸段 东延 西延 南延 北延 匝道");

/** Where a road's ending that begins at `at` ends; -1 where there is none, or where it begins another word. */
export function roadEnd(text: Text, at: number): number {
  const suffix = text.suffix(at);
  if (suffix === undefined || suffix.meaning.kind !== "road" || suffix.meaning.wary) return -1;
  const end = at + suffix.length;
  return suffix.length === 1 && short.stands(text.folded, at) && others.stands(text.folded, end) ? -1 : end;
}

/** As `roadEnd`, where what stands before it is hardly anything without the ending: 四号路东30米, 东头村路东30米. */
export function neededRoadEnd(text: Text, at: number): number {
  const end = roadEnd(text, at);
  const suffix = end < 0 ? text.suffix(at) : undefined;
  if (suffix?.meaning.kind !== "road" || suffix.meaning.wary) return end;
  return awayAt(text, at + suffix.length) === undefined ? -1 : at + suffix.length;
}

/** Behind a word that says something of its own stands the ending of a road's name: 十字街, 环岛路, 对面街. */
export function endsRoad(text: Text, at: number): boolean {
  return roadEnd(text, at) >= 0 || crossStreets.stands(text.folded, at - 1);
}
/** 十字街东 has no 街东, as 交叉口路东 has a 路东. */
const crossStreets = new Words("字街");

/** 一巷, 南七街, 东路: what makes a road's name of the name that has ended at `at`; -1 for none. */
export function roadTail(text: Text, at: number): number {
  return tailEnd(text, at, false);
}

/** Where the road's name that seems to end at `at` truly ends: 深南大道辅路, 和平街一巷, 铁路街. */
export function wholeRoad(text: Text, start: number, at: number): number {
  let end = at;
  for (let parts = 0; parts < 3; parts += 1) {
    const next = Math.max(tailEnd(text, end, true), branches.endAt(text.folded, end), doubled(text, end));
    if (next <= end || next - start > longestName) return end;
    end = next;
  }
  return end;
}

function tailEnd(text: Text, at: number, ofRoad: boolean): number {
  let i = at;
  while (i < at + 2 && middles.stands(text.folded, i)) i += 1;
  const directed = i > at;
  const numeral = numeralAt(text.folded, i);
  if (numeral !== undefined) i = numeral.end;
  const suffix = text.suffix(i);
  if (suffix === undefined || suffix.meaning.kind !== "road") return -1;
  const { wary, lane } = suffix.meaning;
  if (wary && ofRoad) return -1;
  if (numeral === undefined) return wary || (ofRoad && !(directed && lane)) ? -1 : roadEnd(text, i);
  return i + suffix.length;
}

/** 铁路街: an ending right behind an ending. */
function doubled(text: Text, at: number): number {
  const end = roadEnd(text, at);
  return end - at === 1 || text.folded.charAt(at - 1) === "环" ? end : -1;
}
