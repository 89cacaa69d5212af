export interface DurationPart {
  readonly unit: "day" | "hour" | "minute";
  readonly count: number;
}

export interface Remaining {
  readonly over: boolean;
  /** Largest two units; none when it is less than a minute. */
  readonly parts: readonly DurationPart[];
}

const minute = 60_000;

/** Whole minutes between now and the limit, told in at most two units and never rounded up. */
export function remaining(dueAt: string | number, now: number): Remaining {
  const difference = new Date(dueAt).getTime() - now;
  return { over: difference < 0, parts: durationParts(Math.abs(difference)) };
}

export function durationParts(milliseconds: number): readonly DurationPart[] {
  const minutes = Math.floor(milliseconds / minute);
  const parts: DurationPart[] = [
    { unit: "day", count: Math.floor(minutes / 1440) },
    { unit: "hour", count: Math.floor(minutes / 60) % 24 },
    { unit: "minute", count: minutes % 60 },
  ];
  const first = parts.findIndex((part) => part.count > 0);
  return first < 0 ? [] : parts.slice(first, first + 2).filter((part) => part.count > 0);
}
