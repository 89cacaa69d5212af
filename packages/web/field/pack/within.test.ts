import { expect, test } from "vitest";
import { metresBetween, within } from "./within.ts";

const square = (from: number, to: number) => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

test("a point lies in a polygon but not in its hole, nor beside it", () => {
  const ring = [[square(0, 10), square(4, 6)]];
  expect(within({ lng: 1, lat: 1 }, ring)).toBe(true);
  expect(within({ lng: 5, lat: 5 }, ring)).toBe(false);
  expect(within({ lng: 11, lat: 5 }, ring)).toBe(false);
  expect(within({ lng: 21, lat: 21 }, [...ring, [square(20, 22)]])).toBe(true);
  expect(within({ lng: 1, lat: 1 }, [])).toBe(false);
});

test("tells metres, east and north alike", () => {
  const here = { lng: 113.24, lat: 35.24 };
  expect(metresBetween(here, { lng: 113.24, lat: 35.241 })).toBeCloseTo(111.3, 0);
  expect(metresBetween(here, { lng: 113.241, lat: 35.24 })).toBeCloseTo(90.9, 0);
});
