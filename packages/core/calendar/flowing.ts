import type { Instant, LimitUnit } from "./limit.ts";
import type { Meter } from "./segment.ts";

/** A measure of time that runs evenly, in milliseconds: all time, or working time only. */
export interface Flow {
  between(from: Instant, to: Instant): number;
  after(start: Instant, amount: number): Instant;
  /** The unit that a remainder is told in, and its length. */
  readonly unit: LimitUnit;
  readonly unitMs: number;
}

export const allTime = {
  between: (from: Instant, to: Instant): number => Math.max(0, to - from),
  after: (start: Instant, amount: number): Instant => start + amount,
};

/** A limit of `total` milliseconds of a flow: a pause moves everything after it by what the pause took. */
export function flowingMeter(flow: Flow, total: number): Meter {
  const used: Meter["used"] = (segments) =>
    segments.reduce((sum, segment) => sum + flow.between(segment.from, segment.to), 0);

  function reach(segments: Parameters<Meter["reach"]>[0], amount: number): Instant | undefined {
    let left = Math.round(amount);
    for (const segment of segments) {
      if (segment.to === undefined) return flow.after(segment.from, left);
      const ran = flow.between(segment.from, segment.to);
      if (left <= ran) return flow.after(segment.from, left);
      left -= ran;
    }
    return undefined;
  }

  return {
    total,
    used,
    reach,
    remaining: (segments) => ({ value: Math.max(0, total - used(segments)) / flow.unitMs, unit: flow.unit }),
  };
}
