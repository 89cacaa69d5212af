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

/** The offsets of one UTC day: one before and one after the moment `change`, which is Infinity on nearly all days. */
interface OffsetDay {
  readonly before: number;
  readonly after: number;
  readonly change: Instant;
}

/**
 * Reads a zone's offsets from Intl, which is slow, at most twice for each UTC day and keeps them. Assumes that a zone
 * changes its offset at most once in a UTC day, which holds for every zone of the IANA database.
 */
export function makeZone(name: string): Zone {
  const read = offsetReader(name);
  const days = new Map<number, OffsetDay>();

  function dayOf(at: Instant): OffsetDay {
    const index = Math.floor(at / dayMs);
    const known = days.get(index);
    if (known) return known;
    const start = index * dayMs;
    const before = days.get(index - 1)?.after ?? read(start);
    const after = read(start + dayMs);
    const change = before === after ? Infinity : findChange(read, start, start + dayMs);
    const day = { before, after, change };
    days.set(index, day);
    return day;
  }

  function offset(at: Instant): number {
    const day = dayOf(at);
    return at < day.change ? day.before : day.after;
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
