import announcements from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { parseDate, weekday } from "./civil.ts";

/** Which dates are working days. */
export interface DayTable {
  /**
   * @param date `YYYY-MM-DD` in the city's zone.
   * @param weekdays the city's ordinary working weekdays (ISO), which hold for a date the table does not list;
   *   Monday to Friday when left out.
   */
  isWorkingDay(date: string, weekdays?: readonly number[]): boolean;
}

/** A city's own exceptions, which win over every other rule. Dates as `YYYY-MM-DD`. */
export interface DayOverrides {
  readonly off?: readonly string[];
  readonly work?: readonly string[];
}

// The package's tables, not its functions: those build the tables in the machine's own zone, and west of Greenwich
// every date comes out a day early (chinese-days 1.5.7).
const announcedDays = new Map<string, boolean>([
  ...Object.keys(announcements.holidays).map((date) => [date, false] as const),
  ...Object.keys(announcements.workdays).map((date) => [date, true] as const),
]);
const knownYears = new Set(Object.keys(announcements.holidays).map((date) => Number(date.slice(0, 4))));

const mondayToFriday: readonly number[] = [1, 2, 3, 4, 5];

/** The weekday rule with exceptions and no holiday table: for a city outside China. */
export function weekdayDays(overrides: DayOverrides = {}): DayTable {
  return tableOf(() => undefined, overrides);
}

/**
 * China's public holidays and make-up working days (调休补班) as the State Council announces them (国务院办公厅关于部分节假日安排的通知),
 * from the package `chinese-days`, with the city's own exceptions on top. In a year that is not announced yet the
 * weekday rule holds: ask {@link isKnownYear}.
 */
export function chinaDays(overrides: DayOverrides = {}): DayTable {
  return tableOf(announced, overrides);
}

/** Whether the holiday table has this year: the notice of a year comes out in the autumn before. */
export function isKnownYear(year: number): boolean {
  return knownYears.has(year);
}

function tableOf(listed: (date: string) => boolean | undefined, overrides: DayOverrides): DayTable {
  const own = new Map<string, boolean>();
  for (const date of overrides.off ?? []) own.set(date, false);
  for (const date of overrides.work ?? []) own.set(date, true);
  return Object.freeze({
    isWorkingDay(date: string, weekdays: readonly number[] = mondayToFriday) {
      const day = parseDate(date);
      if (day === undefined) throw new RangeError(`Not a date: ${date}`);
      return own.get(date) ?? listed(date) ?? weekdays.includes(weekday(day));
    },
  });
}

/** True for a make-up working day, false for a holiday, undefined for a date that the announcements leave alone. */
function announced(date: string): boolean | undefined {
  return announcedDays.get(date);
}
