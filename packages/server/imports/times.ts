import { defaultWorkingTime, makeCalendar, weekdayDays } from "@xiuhua/core/calendar";
import type { Mapping } from "./mapping.ts";

/** Text to an instant in milliseconds; undefined when it is not a time of the format. */
export type ReadTime = (text: string) => number | undefined;

type Parts = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;
const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))? ?([AP]M)?)?$/i;
const ymd =
  /^(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?(?:[T ]*(\d{1,2})[:时](\d{1,2})(?:[:分](?:(\d{1,2})(?:\.\d+)?秒?)?)?)?$/;

/** Reads the times of a file. A date without a time is the beginning of that day; a wall time that comes twice is its first. */
export function makeTimeReader({ format, zone }: Pick<Mapping["times"], "format" | "zone">): ReadTime {
  const calendar = makeCalendar({ ...defaultWorkingTime, zone }, weekdayDays());
  const local = (parts: Parts): number | undefined => {
    if (!isTime(parts)) return undefined;
    const [year, month, day, hour, minute, second] = parts.map((part) => String(part).padStart(2, "0"));
    return calendar.atLocal(`${year}-${month}-${day}`, `${hour}:${minute}:${second}`);
  };
  switch (format) {
    case "iso":
      return (text) => {
        const match = iso.exec(text);
        if (!match) return undefined;
        const parts = numbers(match, [1, 2, 3, 4, 5, 6]);
        const offset = match[7];
        return offset === undefined ? local(parts) : isTime(parts) ? withOffset(parts, offset) : undefined;
      };
    case "us":
      return (text) => {
        const match = us.exec(text);
        if (!match) return undefined;
        const [year, month, day, hour, minute, second] = numbers(match, [3, 1, 2, 4, 5, 6]);
        const half = match[7]?.toUpperCase();
        if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
        return local([
          year,
          month,
          day,
          half === undefined ? hour : (hour % 12) + (half === "PM" ? 12 : 0),
          minute,
          second,
        ]);
      };
    case "ymd":
      return (text) => {
        const match = ymd.exec(text);
        return match ? local(numbers(match, [1, 2, 3, 4, 5, 6])) : undefined;
      };
  }
}

/** Whether this machine knows the zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone }).format(0);
    return true;
  } catch {
    return false;
  }
}

function numbers(match: RegExpExecArray, order: readonly number[]): Parts {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = order.map((at) => Number(match[at] ?? 0));
  return [year, month, day, hour, minute, second];
}

/** The 30th of February and the hour 25 are no times. Years before 1970 are none that a case can have. */
function isTime([year, month, day, hour, minute, second]: Parts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1970 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59
  );
}

function withOffset([year, month, day, hour, minute, second]: Parts, offset: string): number {
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  if (offset === "Z") return utc;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return utc - (offset.startsWith("-") ? -minutes : minutes) * 60_000;
}
