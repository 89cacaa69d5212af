import { breaksAt } from "./breaks.ts";
import { Gate } from "./gate.ts";
import { roadTail } from "./road.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

/** Words that begin with what may also connect two names. */
const wholes: ReadonlyMap<number, readonly number[]> = new Map(
  [
    "和平谐睦顺美兴安风祥畅泰善信义盛润",
    "同心仁乐济德庆兴福安泰和文",
    "交通大运警",
    "与民时",
    "至善诚德真",
    "自由强立力",
  ].map((letters) => {
    const [first = 0, ...others] = Array.from(letters, (letter) => letter.charCodeAt(0));
    return [first, others] as const;
  }),
);
/** A road may have no more before its ending than one of these: 东街, 一路, 老街. */
export const shortStems = new Words("东 南 西 北 中 前 后 上 下 新 老 大 小 一 二 三 四 五 六 七 八 九 十 经 纬 内 外");
const trailing = new Words("东 南 西 北 中 新 里 一 二 三 四 五 六 七 八 九 十 大");
const within = 8;
const always = new Words("- /");
const strong = new Words("与 、 及 跟");
const weak = new Words("和 同");
const splitGate = new Gate(always, strong, weak);

/** Behind a connecting word at `at` too little of a name would remain, so it begins one: 和平路, 与民路, 交通路. */
export function beginsName(text: Text, at: number): boolean {
  const from = at + 1;
  const isWord = wholes.get(text.unit(at))?.includes(text.unit(from)) === true;
  if (!isWord && strong.stands(text.folded, at)) return text.suffix(from)?.meaning.kind === "road";
  for (let i = from; i < at + within && text.isName(i); i += 1) {
    const suffix = text.suffix(i)?.meaning;
    if (suffix === undefined || suffix.kind === "inner" || suffix.wary) {
      if (i > from && breaksAt(text, i)) return false;
      continue;
    }
    if (i === from) {
      if (suffix.kind === "road") return true;
      continue;
    }
    if (i === from + 1 && suffix.kind !== "road" && roadTail(text, i + 1) >= 0) return false;
    if (i === from + 1) return !shortStems.stands(text.folded, from) && suffix.kind !== "area";
    if (!isWord) return false;
    let stem = i;
    while (stem > from + 1 && trailing.stands(text.folded, stem - 1)) stem -= 1;
    return stem === from + 1;
  }
  return false;
}

/** A connecting word in the middle of what has no ending yet: 和平与文化巷, 站前和中州路. */
export function splitsAt(text: Text, start: number, at: number): boolean {
  const { folded } = text;
  if (!splitGate.opens(text.unit(at))) return false;
  if (strong.stands(folded, at)) return !beginsName(text, at);
  if (always.stands(folded, at)) return true;
  return at - start >= 2 && weak.stands(folded, at) && !beginsName(text, at) && meetsBehind(text, at + 1);
}

function meetsBehind(text: Text, from: number): boolean {
  for (let i = from + 1; i < from + within && text.isName(i); i += 1) {
    if (text.mark(i)?.meaning.is === "meet") return true;
    const suffix = text.suffix(i)?.meaning;
    if (suffix?.kind === "road" && !suffix.wary) return true;
  }
  return false;
}
