import { Gate, unitAt, unitsOf } from "./gate.ts";

/** A number at some place of a folded text. */
export interface Numeral {
  /** As an amount: 七八 is 7.5, 几十 is 50. */
  readonly amount: number;
  /** As a label: 七八 is 78. */
  readonly label: number;
  readonly end: number;
  /** 几十, 三四十: a guess by its form. */
  readonly about: boolean;
  readonly arabic: boolean;
}

/** Longer runs of digits are no numbers of a place, and nobody looks further than a little more. */
const mostDigits = 9;
const farthest = 16;

/** With what numbers begin. */
export const numeralGate = new Gate(unitsOf("0123456789零〇一二两三四五六七八九十百千半几"));

/** The number that begins at `at`, in Arabic or Chinese digits. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  const code = unitAt(text, at);
  if (!numeralGate.opens(code)) return undefined;
  return isDigit(code) ? arabicAt(text, at) : chineseAt(text, at);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Where the digits that begin at `at` end, or how far it is worth looking. */
export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end < at + farthest && isDigit(unitAt(text, end))) end += 1;
  return end;
}

function arabicAt(text: string, at: number): Numeral | undefined {
  let end = digitsEnd(text, at);
  if (end - at > mostDigits) return undefined;
  if (unitAt(text, end) === 0x2e && isDigit(unitAt(text, end + 1))) {
    const fraction = digitsEnd(text, end + 1);
    if (fraction - end > mostDigits) return undefined;
    end = fraction;
  }
  // 1,200
  if (end - at <= 3 && unitAt(text, end) === 0x2c && digitsEnd(text, end + 1) === end + 4) {
    const amount = Number(text.slice(at, end) + text.slice(end + 1, end + 4));
    return { amount, label: amount, end: end + 4, about: false, arabic: true };
  }
  const amount = Number(text.slice(at, end));
  return { amount, label: amount, end, about: false, arabic: true };
}

/** 几 in 几十, 十几: our own choice. */
const some = 5;
const point = "点".charCodeAt(0);
const zero = "零".charCodeAt(0);

/** What each character counts for; tens, hundreds and thousands multiply. */
const chinese = new Map<number, number>([
  ...Array.from("零一二三四五六七八九十").map((digit, i): [number, number] => [digit.charCodeAt(0), i]),
  ["〇".charCodeAt(0), 0],
  ["两".charCodeAt(0), 2],
  ["几".charCodeAt(0), some],
  ["半".charCodeAt(0), 0.5],
  ["百".charCodeAt(0), 100],
  ["千".charCodeAt(0), 1000],
]);

function chineseAt(text: string, at: number): Numeral | undefined {
  let total = 0;
  let spelled = 0;
  let pending: number | undefined;
  let unit = 0;
  let about = false;
  let end = at;
  for (; end - at < mostDigits; end += 1) {
    const code = unitAt(text, end);
    const counts = chinese.get(code);
    if (counts === undefined) break;
    if (counts >= 10) {
      // 百十: a hundred or so.
      if (pending === undefined && unit > 0) about = true;
      total += (pending ?? 1) * counts;
      pending = undefined;
      unit = counts;
      continue;
    }
    if (counts === some && text[end] === "几") about = true;
    spelled = spelled * 10 + counts;
    // 三四十: between the two.
    if (pending !== undefined && pending > 0) about = true;
    pending = pending === undefined || pending === 0 ? counts : (pending + counts) / 2;
  }
  if (end === at) return undefined;
  // 零点五
  const decimal =
    point === unitAt(text, end) && total + (pending ?? 0) < 10 ? chinese.get(unitAt(text, end + 1)) : undefined;
  if (decimal !== undefined && decimal < 10) {
    const amount = total + (pending ?? 0) + decimal / 10;
    return { amount, label: amount, end: end + 2, about, arabic: false };
  }
  // 一百二 is 120; 一百零二 is 102.
  const short = unit >= 100 && end - at >= 2 && (chinese.get(text.charCodeAt(end - 2)) ?? 0) >= 10;
  if (pending !== undefined) total += short ? (pending * unit) / 10 : pending;
  const isSpelled = unit === 0 && end - at > 1;
  const isRange =
    isSpelled && end - at === 2 && spelled % 10 === Math.floor(spelled / 10) + 1 && text.charCodeAt(at) !== zero;
  if (!isSpelled) return { amount: total, label: total, end, about, arabic: false };
  return { amount: isRange ? total : spelled, label: spelled, end, about: isRange, arabic: false };
}
