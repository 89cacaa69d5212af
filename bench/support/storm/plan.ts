import { Type, type Static } from "typebox";

/** What the phones are told. */
export const StormJob = Type.Object({
  url: Type.String(),
  phones: Type.Integer(),
  reports: Type.Integer(),
  photos: Type.Integer(),
  /** Milliseconds within which all of them come back. */
  spread: Type.Number(),
  /** The server's clock, so that what was captured lies before it. */
  now: Type.Number(),
});
export type StormJob = Static<typeof StormJob>;

/** What they tell afterwards. Times in milliseconds. */
export const Storm = Type.Object({
  seconds: Type.Number(),
  /** From a report's first byte to its number. */
  reportTimes: Type.Array(Type.Number()),
  /** From a phone's coming back to its empty queue. */
  queueTimes: Type.Array(Type.Number()),
  /** Uploads that were cut and went on; reports of which the answer was lost and that were sent again. */
  cut: Type.Integer(),
  sentAgain: Type.Integer(),
  /** Times that the server asked to wait. */
  asked: Type.Integer(),
  /** The number that each phone was told for each of its reports, in the order of its queue. */
  numbers: Type.Array(Type.Array(Type.String())),
});
export type Storm = Static<typeof Storm>;

export const loginOf = (phone: number): string => `storm${phone}`;
export const tokenOf = (phone: number): string => `xh_storm-phone-${phone}`;

/** A report's words name its place in the queue, so that what was kept can be compared with what was sent. */
export const wordsOf = (phone: number, report: number): string => `手机 ${phone} 的第 ${report} 条上报`;

/** Small numbers that look like chance and are the same in every run. */
export function chance(...parts: number[]): number {
  let state = 2_166_136_261;
  for (const part of parts) state = Math.imul(state ^ part, 16_777_619) >>> 0;
  state = Math.imul(state ^ (state >>> 15), 2_246_822_519) >>> 0;
  return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
}
