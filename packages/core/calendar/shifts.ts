import { formatDate, type DayNumber } from "./civil.ts";
import type { DayTable } from "./days.ts";
import { dayMs, type Instant } from "./limit.ts";
import { wallTime, type WorkingTime } from "./working-time.ts";
import type { Zone } from "./zone.ts";

/** The working spans of one date, as instants, in order. */
export interface Shift {
  readonly spans: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Working milliseconds of the date. */
  readonly length: number;
  /** The end of the last span; undefined on a day off. */
  readonly end: Instant | undefined;
}

/** Working time laid out day by day. All amounts are milliseconds. */
export interface Shifts {
  dayOf(at: Instant): DayNumber;
  on(day: DayNumber): Shift;
  /** Working time between two instants. */
  between(from: Instant, to: Instant): number;
  /** When so much working time has passed. An amount that is used up at the end of a span stays at that end. */
  after(start: Instant, amount: number): Instant;
  /** The latest start from which so much working time has passed at `end`. */
  before(end: Instant, amount: number): Instant;
  /** The nearest working day after (step 1) or before (step -1) this date. */
  next(day: DayNumber, step: 1 | -1): DayNumber;
}

/** No calendar has ten years without work: a walk that meets them would never end. */
const longestRest = 3660;
const dayOff: Shift = { spans: [], length: 0, end: undefined };

export function makeShifts(workingTime: WorkingTime, zone: Zone, days: DayTable): Shifts {
  const walls = workingTime.spans.map((span) => ({ from: wallTime(span.from) ?? 0, to: wallTime(span.to) ?? 0 }));
  const shifts = new Map<DayNumber, Shift>();

  function layOut(day: DayNumber): Shift {
    if (!days.isWorkingDay(formatDate(day), workingTime.weekdays)) return dayOff;
    const midnight = day * dayMs;
    const spans = walls
      .map((span) => ({ from: zone.toInstant(midnight + span.from), to: zone.toInstant(midnight + span.to) }))
      .filter((span) => span.from < span.to);
    const length = spans.reduce((sum, span) => sum + span.to - span.from, 0);
    return { spans, length, end: spans.at(-1)?.to };
  }

  function on(day: DayNumber): Shift {
    let shift = shifts.get(day);
    if (!shift) shifts.set(day, (shift = layOut(day)));
    return shift;
  }

  const dayOf = (at: Instant): DayNumber => Math.floor(zone.toWall(at) / dayMs);

  function between(from: Instant, to: Instant): number {
    if (to <= from) return 0;
    let sum = 0;
    const last = dayOf(to);
    for (let day = dayOf(from); day <= last; day++) {
      const shift = on(day);
      for (const span of shift.spans) sum += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
    }
    return sum;
  }

  function after(start: Instant, amount: number): Instant {
    if (amount <= 0) return start;
    let left = amount;
    for (let day = dayOf(start); ; day = next(day, 1)) {
      for (const span of on(day).spans) {
        const from = Math.max(start, span.from);
        if (from >= span.to) continue;
        if (left <= span.to - from) return from + left;
        left -= span.to - from;
      }
    }
  }

  function before(end: Instant, amount: number): Instant {
    if (amount <= 0) return end;
    let left = amount;
    for (let day = dayOf(end); ; day = next(day, -1)) {
      for (const span of on(day).spans.toReversed()) {
        const to = Math.min(end, span.to);
        if (to <= span.from) continue;
        if (left <= to - span.from) return to - left;
        left -= to - span.from;
      }
    }
  }

  function next(day: DayNumber, step: 1 | -1): DayNumber {
    for (let far = 1; far <= longestRest; far++) if (on(day + far * step).length > 0) return day + far * step;
    throw new RangeError(`No working day within ten years of ${formatDate(day)}`);
  }

  return { dayOf, on, between, after, before, next };
}
