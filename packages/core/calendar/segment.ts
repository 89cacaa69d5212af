import type { Instant, Limit } from "./limit.ts";

/** A stretch in which a clock ran. Segments of one clock come in order and do not overlap; only the last may be open. */
export interface Segment {
  readonly from: Instant;
  /** Left out while the clock still runs. */
  readonly to?: Instant | undefined;
}

export interface ClosedSegment {
  readonly from: Instant;
  readonly to: Instant;
}

/** How one limit is used up by the running segments of its clock. Amounts are in a measure of the meter's own. */
export interface Meter {
  readonly total: number;
  used(segments: readonly ClosedSegment[]): number;
  /** When this amount is used up; undefined when the clock stands still before that. */
  reach(segments: readonly Segment[], amount: number): Instant | undefined;
  remaining(segments: readonly ClosedSegment[]): Limit;
}

/** The segments as they were at `now`: later ones have not begun, and one that runs has run until now. */
export function until(segments: readonly Segment[], now: Instant): ClosedSegment[] {
  return segments
    .filter((segment) => segment.from <= now)
    .map((segment) => ({ from: segment.from, to: Math.min(segment.to ?? now, now) }));
}
