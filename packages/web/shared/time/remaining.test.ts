import fc from "fast-check";
import { expect, test } from "vitest";
import { durationParts, remaining } from "./remaining.ts";

const now = Date.parse("2022-08-13T02:20:00Z");
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test("tells what is left in at most two units", () => {
  expect(remaining("2022-08-13T05:40:30Z", now)).toEqual({
    over: false,
    parts: [
      { unit: "hour", count: 3 },
      { unit: "minute", count: 20 },
    ],
  });
  expect(durationParts(2 * day + 3 * hour + 5 * minute)).toEqual([
    { unit: "day", count: 2 },
    { unit: "hour", count: 3 },
  ]);
});

test("tells by how much a limit is over", () => {
  expect(remaining(now - day - 2 * hour, now)).toEqual({
    over: true,
    parts: [
      { unit: "day", count: 1 },
      { unit: "hour", count: 2 },
    ],
  });
});

test("leaves out a second unit of nothing, and skips no unit between two", () => {
  expect(durationParts(3 * day)).toEqual([{ unit: "day", count: 3 }]);
  // A day and five minutes is a day, not “1 day 5 minutes”: minutes do not matter next to days.
  expect(durationParts(day + 5 * minute)).toEqual([{ unit: "day", count: 1 }]);
  expect(durationParts(59_999)).toEqual([]);
});

test("the limit's own instant is not yet over", () => {
  expect(remaining(now, now)).toEqual({ over: false, parts: [] });
  expect(remaining(now - 1, now)).toEqual({ over: true, parts: [] });
});

test("never says more time than there is, and loses less than the smallest unit shown", () => {
  const size = { day, hour, minute };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * day }), (length) => {
      const said = durationParts(length);
      const total = said.reduce((sum, part) => sum + part.count * size[part.unit], 0);
      expect(total).toBeLessThanOrEqual(length);
      expect(length - total).toBeLessThan(length >= day ? hour : minute);
      expect(said.length).toBeLessThanOrEqual(2);
    }),
  );
});
