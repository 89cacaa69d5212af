import { Unit } from "./fold.ts";
import { Gate } from "./gate.ts";
import { numeralAt, numeralGate } from "./numeral.ts";
import type { Text } from "./text.ts";
import { Words } from "./words.ts";

export interface Measure {
  readonly metres: number;
  readonly about: boolean;
  readonly end: number;
}

const blanks = new Words("␣");
const before = new Words("大约 大概 大致 将近 差不多 约莫 约 近 估计 ␣");
const inside = new Words("好几 余 多 来 几");
const behind = new Words("左右 上下 许 开外 的样子 余");
const kilometres = new Words("公里 千米 km");
const metres = new Words("公尺 米 m");
/** 里: half a kilometre. */
const lis = new Words("华里 里地 里路 里");
const tos = new Words("至 到 -");
const close = new Words("处 远 外 左右 半 多 的");
const half = "半".charCodeAt(0);
const many = "多".charCodeAt(0);

/** With what measures begin. */
export const measureGate = new Gate(before, numeralGate);

/** 约30余米左右; "loose" takes a bare number for metres where it can be nothing else, as in 东30路南. */
export function measureAt(text: Text, at: number, loose: boolean): Measure | undefined {
  const { folded } = text;
  if (!measureGate.opens(text.unit(at))) return undefined;
  const from = before.skip(folded, at);
  const numeral = numeralAt(folded, from);
  if (numeral === undefined) return undefined;
  let about = numeral.about || blanks.skip(folded, at) < from;
  let { amount } = numeral;
  let end = blanks.skip(folded, numeral.end);
  const to = tos.endAt(folded, end);
  const second = to < 0 ? undefined : numeralAt(folded, to);
  // 100至150米: between the two.
  if (second !== undefined && unitAt(text, second.end) !== undefined) {
    amount = (amount + second.amount) / 2;
    about = true;
    end = second.end;
  }
  const rest = inside.endAt(folded, end);
  if (rest >= 0) {
    about = true;
    end = rest;
  }
  const unit = unitAt(text, end);
  if (unit === undefined) {
    const isMetres = loose && numeral.arabic && text.unit(from) !== 0x30 && stopsAt(text, numeral.end);
    return isMetres ? { metres: numeral.amount, about, end: numeral.end } : undefined;
  }
  end = unit.end;
  amount *= unit.metres;
  if (text.unit(end) === half && unit.metres > 1) {
    amount += unit.metres / 2;
    end += 1;
  } else if (text.unit(end) === many) {
    about = true;
    end += 1;
  }
  const trailing = behind.endAt(folded, blanks.skip(folded, end));
  if (trailing >= 0) {
    about = true;
    end = trailing;
  }
  return { metres: Math.round(amount * 1000) / 1000, about, end };
}

function unitAt(text: Text, at: number): { readonly end: number; readonly metres: number } | undefined {
  const { folded } = text;
  const kilometre = kilometres.endAt(folded, at);
  if (kilometre >= 0) return isWhole(folded, kilometre) ? { end: kilometre, metres: 1000 } : undefined;
  const metre = metres.endAt(folded, at);
  if (metre >= 0) return isWhole(folded, metre) ? { end: metre, metres: 1 } : undefined;
  const li = lis.endAt(folded, at);
  if (li < 0) return undefined;
  // 七里台街, 东三里河路: no distance but a name.
  const inName = li - at === 1 && text.isName(li) && !sides.stands(folded, li) && !close.stands(folded, li);
  return inName ? undefined : { end: li, metres: 500 };
}

/** No letter or square follows a unit in letters: 30mm, 30m². */
function isWhole(folded: string, end: number): boolean {
  return folded.charAt(end - 1) !== "m" || !/[a-z0-9²³/]/.test(folded.charAt(end));
}

/** 东30路南, 东30。 */
function stopsAt(text: Text, at: number): boolean {
  const unit = text.classAt(at);
  if (unit === Unit.stop || unit === Unit.comma || unit === Unit.close) return true;
  return sides.stands(text.folded, at);
}
const sides = new Words("路东 路南 路西 路北");
