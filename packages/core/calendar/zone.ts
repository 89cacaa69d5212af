import { dayMs, type Instant } from "./limit.ts";

/** Wall-clock time as if it were UTC: milliseconds since 1970-01-01T00:00 on the clock on the wall. */
export type Wall = number;

export interface Zone {
  /** Wall time minus UTC, in milliseconds. */
  offset(at: Instant): number;
  toWall(at: Instant): Wall;
  /**
   * The instant of a wall time. A time that comes twice (clocks set back) is the first of the two; a time that never
   * comes (clocks set forward) is the moment of the change, so that order on the wall is order in time.
   */
  toInstant(wall: Wall): Instant;
}

/** The offsets of a few days: one before and one after the moment `change`, which is Infinity nearly always. */
interface Offsets {
  readonly before: number;
  readonly after: number;
  readonly change: Instant;
}

/**
 * How far apart offsets are read. The shortest summer times on record (Morocco and Egypt around Ramadan) are four weeks
 * apart, so a stretch of four days has at most one change (compared with Intl twice a day, 1970–2034, for the twelve
 * most restless zones).
 */
const stretchMs = 4 * dayMs;

/** Reads a zone's offsets from Intl, which takes some 20 µs a time, once for each stretch, and keeps them. */
export function makeZone(name: string): Zone {
  const read = offsetReader(name);
  const stretches = new Map<number, Offsets>();

  function offsetsAround(at: Instant): Offsets {
    const index = Math.floor(at / stretchMs);
    const known = stretches.get(index);
    if (known) return known;
    const start = index * stretchMs;
    const before = stretches.get(index - 1)?.after ?? read(start);
    const after = read(start + stretchMs);
    const change = before === after ? Infinity : findChange(read, start, start + stretchMs);
    const offsets = { before, after, change };
    stretches.set(index, offsets);
    return offsets;
  }

  function offset(at: Instant): number {
    const { before, after, change } = offsetsAround(at);
    return at < change ? before : after;
  }

  function toInstant(wall: Wall): Instant {
    // No zone is more than a day from UTC, so these two stand before and after any change that could matter.
    const before = offset(wall - dayMs);
    const after = offset(wall + dayMs);
    const early = wall - before;
    if (before === after || offset(early) === before) return early;
    const late = wall - after;
    if (offset(late) === after) return late;
    return findChange(offset, wall - dayMs, wall + dayMs);
  }

  return { offset, toWall: (at) => at + offset(at), toInstant };
}

/** The first instant in (low, high] at which the offset is no longer what it was at `low`. */
function findChange(read: (at: Instant) => number, low: Instant, high: Instant): Instant {
  const old = read(low);
  let [same, changed] = [low, high];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (read(middle) === old) same = middle;
    else changed = middle;
  }
  return changed;
}

function offsetReader(zone: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const second = Math.floor(at / 1000) * 1000;
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, rest = 0] = (
      format.format(second).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, rest) - second;
  };
}
