import type { Calendar, Instant, Limit } from "../calendar/index.ts";
import type { ClockRecord, Segment } from "./case.ts";

/** At what share of the limit the light turns yellow (national practice 80 %; red at 100 %). */
export const warnShare = 0.8;

/** A clock as it begins to run. */
export function startClock(limit: Limit, now: Instant, calendar: Calendar): ClockRecord {
  return timed({ status: "running", limit, base: limit, extensions: 0, segments: [{ from: now }] }, calendar);
}

export function pauseClock(clock: ClockRecord, now: Instant, calendar: Calendar): ClockRecord {
  return clock.status === "running"
    ? timed({ ...clock, status: "paused", segments: closed(clock.segments, now) }, calendar)
    : clock;
}

export function stopClock(clock: ClockRecord, now: Instant, calendar: Calendar): ClockRecord {
  return clock.status === "stopped"
    ? clock
    : timed({ ...clock, status: "stopped", segments: closed(clock.segments, now) }, calendar);
}

export function resumeClock(clock: ClockRecord, now: Instant, calendar: Calendar): ClockRecord {
  return clock.status === "running"
    ? clock
    : timed({ ...clock, status: "running", segments: [...clock.segments, { from: now }] }, calendar);
}

/** One more of the first limit. */
export function extendClock(clock: ClockRecord, calendar: Calendar): ClockRecord {
  const limit = { ...clock.limit, value: clock.limit.value + clock.base.value };
  return timed({ ...clock, limit, extensions: clock.extensions + 1 }, calendar);
}

/** Another limit for the same time spent; extensions granted before fall away with the old limit. */
export function relimitClock(clock: ClockRecord, limit: Limit, calendar: Calendar): ClockRecord {
  return timed({ ...clock, limit, base: limit, extensions: 0 }, calendar);
}

/** Recomputes when the clock runs out and when it warns. */
function timed(clock: ClockRecord, calendar: Calendar): ClockRecord {
  const { due: _due, warn: _warn, ...rest } = clock;
  const due = runsOut(clock, calendar, 1);
  const warn = runsOut(clock, calendar, warnShare);
  return { ...rest, ...(due === undefined ? {} : { due }), ...(warn === undefined ? {} : { warn }) };
}

/**
 * When a share of the limit was or will be used up: within the segments run so far, or ahead
 * while the clock runs. A stopped clock keeps the instant at which it would have run out had it
 * gone on ("closed two days early"); a paused one has none ahead.
 */
function runsOut(clock: ClockRecord, calendar: Calendar, share: number): Instant | undefined {
  const last = clock.segments.at(-1);
  const segments =
    clock.status === "paused" || !last ? clock.segments : [...clock.segments.slice(0, -1), { from: last.from }];
  return calendar.at(clock.limit, segments, share);
}

function closed(segments: readonly Segment[], now: Instant): readonly Segment[] {
  const last = segments.at(-1);
  return last && last.to === undefined ? [...segments.slice(0, -1), { from: last.from, to: now }] : segments;
}

export type Colour = "green" | "yellow" | "red";

/** The traffic light: green to 80 % of the limit, yellow to 100 %, red after. */
export function colour(clock: Pick<ClockRecord, "due" | "warn">, now: Instant): Colour {
  if (clock.due !== undefined && now > clock.due) return "red";
  return clock.warn !== undefined && now > clock.warn ? "yellow" : "green";
}

/** Whether the work took longer than its limit: by now while it runs, by its last segment after. */
export function isLate(clock: ClockRecord, now: Instant): boolean {
  if (clock.due === undefined) return false;
  return (clock.status === "running" ? now : (clock.segments.at(-1)?.to ?? now)) > clock.due;
}
