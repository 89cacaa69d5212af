import { addMonths, monthLength, split } from "./civil.ts";
import { dayMs, type Instant } from "./limit.ts";
import type { Zone } from "./zone.ts";

/** A unit that steps from wall time to the same wall time: natural days, months, years. */
export type StepUnit = "natural_day" | "calendar_month" | "calendar_year";

/** Steps of a calendar unit in a zone. A part of a step is that part of the real time the step takes. */
export interface Steps {
  after(start: Instant, value: number, unit: StepUnit): Instant;
  /** The latest start whose steps end at or before `end`; in the hour that clocks repeat, at most that hour too early. */
  before(end: Instant, value: number, unit: StepUnit): Instant;
  /** How many steps lie between two instants, counted from `from`. */
  between(from: Instant, to: Instant, unit: StepUnit): number;
}

const monthsOf: Record<StepUnit, number> = { natural_day: 0, calendar_month: 1, calendar_year: 12 };

export function makeSteps(zone: Zone): Steps {
  function whole(start: Instant, count: number, unit: StepUnit): Instant {
    if (count === 0) return start;
    const wall = zone.toWall(start);
    const day = Math.floor(wall / dayMs);
    const target = unit === "natural_day" ? day + count : addMonths(day, count * monthsOf[unit]);
    return zone.toInstant(wall + (target - day) * dayMs);
  }

  function after(start: Instant, value: number, unit: StepUnit): Instant {
    const count = Math.floor(value);
    const from = whole(start, count, unit);
    const part = value - count;
    return part === 0 ? from : from + Math.round((whole(start, count + 1, unit) - from) * part);
  }

  function before(end: Instant, value: number, unit: StepUnit): Instant {
    if (value === 0) return end;
    if (!Number.isInteger(value)) return search(end, value, unit);
    const start = latestStart(end, value, unit);
    // A start that falls where clocks jump forward stands after the jump; the latest good one is just before it.
    return whole(start, value, unit) <= end ? start : start - 1;
  }

  function latestStart(end: Instant, count: number, unit: StepUnit): Instant {
    const wall = zone.toWall(end);
    const day = Math.floor(wall / dayMs);
    const time = wall - day * dayMs;
    if (unit === "natural_day") return zone.toInstant(wall - count * dayMs);
    const { year, month, day: dayOfMonth } = split(day);
    const target = addMonths(day, -count * monthsOf[unit]);
    const from = split(target);
    const length = monthLength(from.year, from.month);
    // 31 March less a month: a start on 28 February ends on 28 March and one on 1 March too late.
    if (dayOfMonth > length) return zone.toInstant((target + 1) * dayMs) - 1;
    // 28 February less a month: starts on 28 to 31 January all end there.
    const latest = dayOfMonth === monthLength(year, month) ? length : dayOfMonth;
    return zone.toInstant((target - from.day + latest) * dayMs + time);
  }

  function search(end: Instant, value: number, unit: StepUnit): Instant {
    let low = latestStart(end, Math.ceil(value), unit) - dayMs;
    let high = end;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (after(middle, value, unit) <= end) low = middle;
      else high = middle;
    }
    return low;
  }

  function between(from: Instant, to: Instant, unit: StepUnit): number {
    if (to <= from) return 0;
    let count = Math.max(0, roughly(zone.toWall(from), zone.toWall(to), unit) - 1);
    let start = whole(from, count, unit);
    let next = whole(from, count + 1, unit);
    while (next <= to) {
      count++;
      [start, next] = [next, whole(from, count + 1, unit)];
    }
    return count + (to - start) / (next - start);
  }

  return { after, before, between };
}

/** The number of steps by the date alone: right, or one more than right. */
function roughly(from: number, to: number, unit: StepUnit): number {
  const [first, last] = [Math.floor(from / dayMs), Math.floor(to / dayMs)];
  if (unit === "natural_day") return last - first;
  const [start, end] = [split(first), split(last)];
  return Math.floor(((end.year - start.year) * 12 + end.month - start.month) / monthsOf[unit]);
}
