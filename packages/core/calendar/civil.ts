import { dayMs } from "./limit.ts";

/** A calendar date as the count of days since 1970-01-01: the form in which dates are cheap to step and to look up. */
export type DayNumber = number;

/** The day number of `YYYY-MM-DD`; undefined when the text is not a date that exists. */
export function parseDate(date: string): DayNumber | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
  return Number.isNaN(day) || formatDate(day) !== date ? undefined : day;
}

export function formatDate(day: DayNumber): string {
  const iso = new Date(day * dayMs).toISOString();
  return iso.slice(0, iso.indexOf("T"));
}

/** ISO weekday: 1 is Monday, 7 is Sunday. Day 0 was a Thursday. */
export function weekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export interface YearMonthDay {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
}

export function split(day: DayNumber): YearMonthDay {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

export function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** The same day so many months on (or back), or the last day of a month that is too short: 31 January + 1 = 28 February. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const from = split(day);
  const length = monthLength(from.year, from.month + months);
  return Date.UTC(from.year, from.month + months, Math.min(from.day, length)) / dayMs;
}
