import type { FieldShift } from "@xiuhua/server/api";
import type { Mark } from "../trail/index.ts";

/** On duty, as far as this phone knows. */
export interface Duty {
  /** Milliseconds. */
  readonly since: number;
  /** When it ends by itself; unknown until the server has heard of it. */
  readonly endsAt?: number;
  /** Whether the server has heard of it. */
  readonly sent: boolean;
}

/** Longer nobody is on duty without the server having heard of it: it takes no shift that began earlier. */
const longest = 24 * 3_600_000;

/** What the person did last counts, then what the server said. */
export function dutyNow(marks: readonly Mark[], shift: FieldShift | undefined, now: number): Duty | undefined {
  const unsent = marks.findLast((mark) => mark.kind !== "step" && !mark.sent);
  if (unsent)
    return unsent.kind === "start" && now - unsent.at < longest ? { since: unsent.at, sent: false } : undefined;
  if (!shift || shift.endedAt !== undefined) return undefined;
  const endsAt = Date.parse(shift.endsAt);
  return endsAt > now ? { since: Date.parse(shift.startedAt), endsAt, sent: true } : undefined;
}
