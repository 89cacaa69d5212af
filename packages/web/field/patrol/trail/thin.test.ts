import { expect, test } from "vitest";
import { stepOf } from "./mark.ts";
import { addsTo, usualRules } from "./thin.ts";

const start = Date.parse("2026-03-02T00:00:00Z");
const at = (seconds: number, metres: number, accuracy = 8) =>
  stepOf(
    "collector1",
    { lng: 113.24, lat: 35.24 + metres / 111_320, accuracy, at: new Date(start + seconds * 1000).toISOString() },
    usualRules.trackSeconds,
  );

test("keeps a step that is exact, later and further on", () => {
  expect(addsTo(undefined, at(0, 0), usualRules)).toBe(true);
  expect(addsTo(at(0, 0), at(30, 25), usualRules)).toBe(true);
  expect(addsTo(at(0, 0), at(10, 25), usualRules)).toBe(false);
  expect(addsTo(at(0, 0), at(30, 4), usualRules)).toBe(false);
  expect(addsTo(at(0, 0), at(30, 25, 300), usualRules)).toBe(false);
});

test("tells every five minutes that the person stands still", () => {
  expect(addsTo(at(0, 0), at(299, 0), usualRules)).toBe(false);
  expect(addsTo(at(0, 0), at(300, 0), usualRules)).toBe(true);
});

test("two looks within one slot of time are one step", () => {
  expect(at(21, 5).key).toBe(at(39, 80).key);
  expect(at(21, 5).key).not.toBe(at(41, 5).key);
});
