import type { DayNumber } from "./civil.ts";
import { dayMs, type Instant } from "./limit.ts";
import type { Meter, Segment } from "./segment.ts";
import type { Shifts } from "./shifts.ts";
import type { Zone } from "./zone.ts";

/**
 * Working days as the law counts them: the day on which a limit begins is not counted (民法典 §201), and the last day
 * ends with its office hours (民法典 §203). A working day counts when its office hours end while the clock runs, so a pause
 * that covers the end of the day gives that day back, and one that begins and ends within a day changes nothing.
 */
export interface DayCount {
  after(start: Instant, days: number): Instant;
  /** The latest start whose days end at or before `end`. */
  before(end: Instant, days: number): Instant;
  /** The meter of so many days whose first segment begins the limit. */
  meter(days: number): Meter;
}

/** A part of a day is a day: an office cannot close at half of its hours. The margin takes a quotient's rounding off. */
const wholeDays = (days: number): number => Math.ceil(days - 1e-9);

export function makeDayCount(shifts: Shifts, zone: Zone): DayCount {
  function after(start: Instant, days: number): Instant {
    let day = shifts.dayOf(start);
    let end = start;
    for (let count = wholeDays(days); count > 0; count--) {
      day = shifts.next(day, 1);
      end = shifts.on(day).end ?? end;
    }
    return end;
  }

  function before(end: Instant, days: number): Instant {
    const count = wholeDays(days);
    if (count <= 0) return end;
    let day = shifts.dayOf(end);
    if ((shifts.on(day).end ?? Infinity) > end) day = shifts.next(day, -1);
    for (let step = 1; step < count; step++) day = shifts.next(day, -1);
    return zone.toInstant(day * dayMs) - 1;
  }

  /** The working days after the starting day, as far as the segments go; without end when the last one is open. */
  function* countedDays(segments: readonly Segment[]): Generator<CountedDay> {
    const [first] = segments;
    const last = segments.at(-1);
    if (!first || !last) return;
    const lastDay = last.to === undefined ? Infinity : shifts.dayOf(last.to);
    for (let day = shifts.next(shifts.dayOf(first.from), 1); day <= lastDay; day = shifts.next(day, 1)) {
      const { end = Infinity, length } = shifts.on(day);
      const counts = segments.some((segment) => segment.from < end && end <= (segment.to ?? Infinity));
      yield { day, end, length, counts };
    }
  }

  /** Running segments cut to the working day, as far as they go. */
  const within = (segments: readonly Segment[], { day, end }: CountedDay): { from: Instant; to: Instant }[] => {
    const start = zone.toInstant(day * dayMs);
    return segments
      .map((segment) => ({ from: Math.max(segment.from, start), to: Math.min(segment.to ?? Infinity, end) }))
      .filter((segment) => segment.from < segment.to);
  };

  function meter(days: number): Meter {
    const used: Meter["used"] = (segments) => {
      const now = segments.at(-1)?.to ?? -Infinity;
      let sum = 0;
      for (const counted of countedDays(segments)) {
        if (counted.counts) sum++;
        // The day under way counts by the working time that ran; it becomes a whole day, or none, at its end.
        else if (counted.end > now) sum += ran(within(segments, counted)) / counted.length;
      }
      return sum;
    };

    function reach(segments: readonly Segment[], amount: number): Instant | undefined {
      const [first] = segments;
      if (!first || amount <= 0) return first?.from;
      let left = amount;
      for (const counted of countedDays(segments)) {
        if (!counted.counts) continue;
        if (left > 1 + 1e-9) left--;
        else return reachWithin(within(segments, counted), Math.round(left * counted.length)) ?? counted.end;
      }
      return undefined;
    }

    return {
      total: wholeDays(days),
      used,
      reach,
      remaining: (segments) => ({ value: Math.max(0, wholeDays(days) - Math.floor(used(segments))), unit: "work_day" }),
    };
  }

  const ran = (pieces: readonly { from: Instant; to: Instant }[]): number =>
    pieces.reduce((sum, piece) => sum + shifts.between(piece.from, piece.to), 0);

  function reachWithin(pieces: readonly { from: Instant; to: Instant }[], amount: number): Instant | undefined {
    let left = amount;
    for (const piece of pieces) {
      const length = shifts.between(piece.from, piece.to);
      if (left <= length) return shifts.after(piece.from, left);
      left -= length;
    }
    return undefined;
  }

  return { after, before, meter };
}

interface CountedDay {
  readonly day: DayNumber;
  readonly end: Instant;
  readonly length: number;
  readonly counts: boolean;
}
