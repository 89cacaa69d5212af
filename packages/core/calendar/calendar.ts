import { formatDate, parseDate } from "./civil.ts";
import { makeDayCount } from "./day-count.ts";
import type { DayTable } from "./days.ts";
import { allTime, flowingMeter } from "./flowing.ts";
import { dayMs, hourMs, minuteMs, type Instant, type Limit, type LimitUnit } from "./limit.ts";
import { until, type ClosedSegment, type Meter, type Segment } from "./segment.ts";
import { makeShifts } from "./shifts.ts";
import { makeSteps } from "./steps.ts";
import { wallTime, workingTimeProblem, type WorkingTime } from "./working-time.ts";
import { makeZone } from "./zone.ts";

/**
 * A city's working time over its holiday table. Pure: the same question always has the same answer.
 *
 * A clock is told by its running segments (see {@link Segment}); between them it stood still. A limit that is not
 * begun on has no segments.
 */
export interface Calendar {
  readonly workingTime: WorkingTime;

  /** When a clock that starts at `start` runs out. What is used up at the end of a working span stays at that end. */
  add(start: Instant, limit: Limit): Instant;
  /** The latest start whose clock runs out at or before `end`. */
  subtract(end: Instant, limit: Limit): Instant;
  /** How much of the unit a clock that starts at `from` has used at `to`, with its fraction; 0 when `to` is not later. */
  spent(from: Instant, to: Instant, unit: LimitUnit): number;

  /**
   * What closed running segments leave of a limit, never less than nothing. Natural days, months and years that have
   * begun are fixed stretches of real time; what is left of them is told in `urgent_day`, which adds exactly.
   */
  remaining(limit: Limit, segments: readonly ClosedSegment[]): Limit;
  /** When a running clock runs out, or ran out; undefined while it is paused or has not begun. */
  due(limit: Limit, segments: readonly Segment[]): Instant | undefined;
  /** The part of the limit that is used at `now`: above 1 when overdue, 0 when not begun. */
  share(limit: Limit, segments: readonly Segment[], now: Instant): number;
  /** When this part of the limit is used up; undefined when the clock stopped before that. Answers for a paused clock too. */
  at(limit: Limit, segments: readonly Segment[], fraction: number): Instant | undefined;

  isWorking(at: Instant): boolean;
  isWorkingDay(date: string): boolean;
  /** The date `YYYY-MM-DD` in the city. */
  localDate(at: Instant): string;
  /** The wall time `HH:MM` in the city. */
  localTime(at: Instant): string;
  startOfLocalDay(at: Instant): Instant;
  /**
   * The instant of a date `YYYY-MM-DD` and a wall time `HH:MM` or `HH:MM:SS` in the city; throws a RangeError for
   * anything else. A time that comes twice is its first coming; one that clocks skip is the moment they jump.
   */
  atLocal(date: string, time: string): Instant;
}

/** Throws a RangeError when `workingTimeProblem` finds fault with the settings: check them where they come in. */
export function makeCalendar(workingTime: WorkingTime, days: DayTable): Calendar {
  const problem = workingTimeProblem(workingTime);
  if (problem) throw new RangeError(`Unusable working time: ${problem}`);
  const zone = makeZone(workingTime.zone);
  const shifts = makeShifts(workingTime, zone, days);
  const steps = makeSteps(zone);
  const dayCount = makeDayCount(shifts, zone);
  const countsDays = workingTime.dayCounting === "endOfDay";
  const workDayMs = workingTime.spans.reduce(
    (sum, span) => sum + (wallTime(span.to) ?? 0) - (wallTime(span.from) ?? 0),
    0,
  );

  /** The meter of a limit whose clock first ran at `start`. */
  function meter({ value, unit }: Limit, start: Instant): Meter {
    const flowing = (flow: typeof allTime, unitMs: number): Meter =>
      flowingMeter({ between: flow.between, after: flow.after, unit, unitMs }, Math.round(value * unitMs));
    switch (unit) {
      case "minute":
        return flowing(allTime, minuteMs);
      case "urgent_hour":
        return flowing(allTime, hourMs);
      case "urgent_day":
        return flowing(allTime, dayMs);
      case "work_hour":
        return flowing(shifts, hourMs);
      case "work_day":
        return countsDays ? dayCount.meter(value) : flowing(shifts, workDayMs);
      case "natural_day":
      case "calendar_month":
      case "calendar_year": {
        const total = steps.after(start, value, unit) - start;
        return flowingMeter({ ...allTime, unit: "urgent_day", unitMs: dayMs }, total);
      }
    }
  }

  function add(start: Instant, limit: Limit): Instant {
    const running = meter(limit, start);
    return running.reach([{ from: start }], running.total) ?? start;
  }

  function subtract(end: Instant, { value, unit }: Limit): Instant {
    switch (unit) {
      case "minute":
        return end - Math.round(value * minuteMs);
      case "urgent_hour":
        return end - Math.round(value * hourMs);
      case "urgent_day":
        return end - Math.round(value * dayMs);
      case "work_hour":
        return shifts.before(end, Math.round(value * hourMs));
      case "work_day":
        return countsDays ? dayCount.before(end, value) : shifts.before(end, Math.round(value * workDayMs));
      case "natural_day":
      case "calendar_month":
      case "calendar_year":
        return steps.before(end, value, unit);
    }
  }

  function spent(from: Instant, to: Instant, unit: LimitUnit): number {
    if (to <= from) return 0;
    if (unit === "natural_day" || unit === "calendar_month" || unit === "calendar_year")
      return steps.between(from, to, unit);
    const one = meter({ value: 1, unit }, from);
    return one.used([{ from, to }]) / one.total;
  }

  function remaining(limit: Limit, segments: readonly ClosedSegment[]): Limit {
    const [first] = segments;
    return first ? meter(limit, first.from).remaining(segments) : limit;
  }

  function at(limit: Limit, segments: readonly Segment[], fraction: number): Instant | undefined {
    const [first] = segments;
    if (!first) return undefined;
    const running = meter(limit, first.from);
    return running.reach(segments, running.total * fraction);
  }

  function due(limit: Limit, segments: readonly Segment[]): Instant | undefined {
    const last = segments.at(-1);
    return last && last.to === undefined ? at(limit, segments, 1) : undefined;
  }

  function share(limit: Limit, segments: readonly Segment[], now: Instant): number {
    const ran = until(segments, now);
    const [first] = ran;
    if (!first) return 0;
    const running = meter(limit, first.from);
    return running.total === 0 ? 1 : running.used(ran) / running.total;
  }

  function atLocal(date: string, time: string): Instant {
    const day = parseDate(date);
    const sinceMidnight = wallTime(time);
    if (day === undefined || sinceMidnight === undefined) throw new RangeError(`Not a date and time: ${date} ${time}`);
    return zone.toInstant(day * dayMs + sinceMidnight);
  }

  return Object.freeze({
    workingTime,
    add,
    subtract,
    spent,
    remaining,
    due,
    share,
    at,
    isWorking: (instant) =>
      shifts.on(shifts.dayOf(instant)).spans.some((span) => span.from <= instant && instant < span.to),
    isWorkingDay: (date) => days.isWorkingDay(date, workingTime.weekdays),
    localDate: (instant) => formatDate(shifts.dayOf(instant)),
    localTime: (instant) => new Date(zone.toWall(instant)).toISOString().split("T")[1]?.slice(0, 5) ?? "",
    startOfLocalDay: (instant) => zone.toInstant(shifts.dayOf(instant) * dayMs),
    atLocal,
  } satisfies Calendar);
}
