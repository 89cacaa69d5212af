import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chinaDays, defaultWorkingTime, makeCalendar, type Calendar, type Limit, type LimitUnit } from "./index.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const holidays = chinaDays();
const city = makeCalendar(defaultWorkingTime, holidays);
const byDays = makeCalendar({ ...defaultWorkingTime, dayCounting: "endOfDay" }, holidays);
const newYork = makeCalendar({ ...defaultWorkingTime, zone: "America/New_York" }, holidays);
const calendars = fc.constantFrom(city, byDays, newYork);

const instant = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2026, 11, 1) });
const units: readonly LimitUnit[] = [
  "minute",
  "urgent_hour",
  "urgent_day",
  "work_hour",
  "work_day",
  "natural_day",
  "calendar_month",
  "calendar_year",
];
const evenUnit = fc.constantFrom<LimitUnit>("minute", "urgent_hour", "urgent_day", "work_hour", "work_day");
const count = fc.integer({ min: 1, max: 40 });
const anyLimit = fc.record({ value: count, unit: fc.constantFrom(...units) });
const evenLimit = fc.record({ value: count, unit: evenUnit });
const limit = (value: number, unit: LimitUnit): Limit => ({ value, unit });

/** Clock runs and rests in turn, in minutes, from a few minutes to a few days. */
const turns = fc.array(fc.record({ run: fc.integer({ min: 0, max: 4000 }), rest: fc.integer({ min: 0, max: 9000 }) }), {
  minLength: 1,
  maxLength: 5,
});

function segmentsOf(start: number, parts: readonly { run: number; rest: number }[]) {
  let from = start;
  return parts.map(({ run, rest }) => {
    const segment = { from, to: from + run * minute };
    from = segment.to + rest * minute;
    return segment;
  });
}

/** Working minutes the slow way, on the minute and without the code under test: Shanghai is eight hours ahead. */
function slowMinutes(from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += minute) {
    const wall = new Date(at + 8 * 60 * minute).toISOString();
    const hour = Number(wall.slice(11, 13));
    if (((hour >= 8 && hour < 12) || (hour >= 14 && hour < 18)) && holidays.isWorkingDay(wall.slice(0, 10))) sum++;
  }
  return sum;
}

describe("working time", () => {
  it("agrees with counting every minute", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 12_000 }), (raw, length) => {
        const from = Math.floor(raw / minute) * minute;
        const to = from + length * minute;
        expect(city.spent(from, to, "work_hour") * 60).toBeCloseTo(slowMinutes(from, to), 6);
      }),
      { numRuns: 60 },
    );
  });

  it("spends a limit wholly by the time it runs out, and not before", () => {
    fc.assert(
      fc.property(calendars, instant, anyLimit, (calendar, start, { value, unit }) => {
        const end = calendar.add(start, limit(value, unit));
        expect(end).toBeGreaterThan(start);
        expect(calendar.spent(start, end, unit)).toBeCloseTo(value, 8);
        expect(calendar.spent(start, end - 1, unit)).toBeLessThan(value);
      }),
    );
  });

  it("never goes back: a later end has spent no less, a later start runs out no sooner", () => {
    fc.assert(
      fc.property(
        calendars,
        instant,
        anyLimit,
        fc.nat(400 * day),
        fc.nat(90 * day),
        (calendar, start, it, near, more) => {
          const first = calendar.spent(start, start + near, it.unit);
          const second = calendar.spent(start, start + near + more, it.unit);
          expect(second).toBeGreaterThanOrEqual(first - 1e-9);
          expect(calendar.spent(start + 1, start, it.unit)).toBe(0);
        },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(city, byDays), instant, evenLimit, fc.nat(30 * day), (calendar, start, it, later) => {
        expect(calendar.add(start + later, it)).toBeGreaterThanOrEqual(calendar.add(start, it));
      }),
    );
  });

  it("adds up: two stretches that meet spend what the whole spends", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(city, newYork),
        instant,
        evenUnit,
        fc.nat(400 * day),
        fc.nat(90 * day),
        (...given) => {
          const [calendar, start, unit, first, second] = given;
          const middle = start + first;
          const sum = calendar.spent(start, middle, unit) + calendar.spent(middle, middle + second, unit);
          expect(calendar.spent(start, middle + second, unit)).toBeCloseTo(sum, 7);
        },
      ),
    );
  });

  it("subtracts to the latest start that still ends in time", () => {
    fc.assert(
      fc.property(fc.constantFrom(city, byDays), instant, anyLimit, (calendar, end, it) => {
        const start = calendar.subtract(end, it);
        expect(calendar.add(start, it)).toBeLessThanOrEqual(end);
        expect(calendar.add(start + 1, it)).toBeGreaterThan(end);
      }),
    );
  });

  it("gives back a start that lay inside working time", () => {
    fc.assert(
      fc.property(instant, evenLimit, (raw, it) => {
        const start = city.isWorking(raw) ? raw : city.add(raw, limit(1, "minute"));
        fc.pre(city.isWorking(start));
        expect(city.subtract(city.add(start, it), it)).toBe(start);
      }),
    );
  });

  it("takes fractions of a limit, in order", () => {
    const part = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(instant, fc.constantFrom(...units), part, part, (start, unit, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(city.add(start, limit(less, unit))).toBeLessThanOrEqual(city.add(start, limit(more, unit)));
        const latest = city.subtract(start, limit(less, unit));
        expect(city.add(latest, limit(less, unit))).toBeLessThanOrEqual(start);
      }),
    );
  });
});

describe("a paused clock", () => {
  it("runs out when what it has left is added to its last start", () => {
    fc.assert(
      fc.property(fc.constantFrom(city, newYork), instant, turns, anyLimit, (calendar, start, parts, it) => {
        const closed = segmentsOf(start, parts);
        const left = calendar.remaining(it, closed);
        fc.pre(left.value > 0);
        const from = closed.at(-1)!.to + 5000 * minute;
        expect(calendar.due(it, [...closed, { from }])).toBe(calendar.add(from, left));
      }),
    );
  });

  it("keeps its end when it is paused for no time at all, however days are counted", () => {
    fc.assert(
      fc.property(calendars, instant, fc.nat(20_000), anyLimit, (calendar, start, run, it) => {
        const middle = start + run * minute;
        const split = [{ from: start, to: middle }, { from: middle }];
        expect(calendar.due(it, split)).toBe(calendar.due(it, [{ from: start }]));
      }),
    );
  });

  it("never ends sooner for being paused", () => {
    fc.assert(
      fc.property(calendars, instant, fc.nat(20_000), fc.nat(20_000), anyLimit, (calendar, start, run, rest, it) => {
        const middle = start + run * minute;
        const paused = [{ from: start, to: middle }, { from: middle + rest * minute }];
        expect(calendar.due(it, paused)).toBeGreaterThanOrEqual(calendar.due(it, [{ from: start }])!);
      }),
    );
  });

  it("reaches a share at the instant it names, and its whole limit when due", () => {
    const reaches = (calendar: Calendar, it: Limit, segments: { from: number; to?: number }[], fraction: number) => {
      const reached = calendar.at(it, segments, fraction)!;
      expect(calendar.share(it, segments, reached)).toBeCloseTo(fraction, 5);
      expect(calendar.share(it, segments, reached - 1)).toBeLessThan(fraction);
    };
    fc.assert(
      fc.property(fc.constantFrom(city, newYork), instant, turns, anyLimit, (calendar, start, parts, it) => {
        const closed = segmentsOf(start, parts);
        const open = [...closed, { from: closed.at(-1)!.to + 5000 * minute }];
        reaches(calendar, it, open, 0.8);
        reaches(calendar, it, open, 1);
        expect(calendar.at(it, open, 1)).toBe(calendar.due(it, open));
      }),
    );
  });

  it("is red from the instant it is due, when days are counted to their end", () => {
    fc.assert(
      fc.property(instant, turns, fc.integer({ min: 1, max: 12 }), (start, parts, value) => {
        const closed = segmentsOf(start, parts);
        const open = [...closed, { from: closed.at(-1)!.to + 5000 * minute }];
        const it = limit(value, "work_day");
        const due = byDays.due(it, open)!;
        expect(byDays.localTime(due)).toBe("18:00");
        expect(byDays.share(it, open, due)).toBeGreaterThanOrEqual(1);
        expect(byDays.share(it, open, due - 1)).toBeLessThan(1);
        expect(byDays.at(it, open, 0.8)).toBeLessThanOrEqual(due);
      }),
    );
  });
});
