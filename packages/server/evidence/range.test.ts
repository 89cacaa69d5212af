import { expect, test } from "vitest";
import { readRange } from "./range.ts";

test.each([
  ["bytes=0-99", { start: 0, end: 99 }],
  ["bytes=100-", { start: 100, end: 999 }],
  ["bytes=-10", { start: 990, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=990-5000", { start: 990, end: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=9-3", undefined],
  ["bytes=-", undefined],
  ["bytes=0-1,5-6", undefined],
  ["lines=0-1", undefined],
  ["bytes=0-99999999999999999999", undefined],
  [undefined, undefined],
])("reads %s of a thousand bytes", (header, expected) => {
  expect(readRange(header, 1000)).toEqual(expected);
});

test("has no range of nothing", () => {
  expect(readRange("bytes=0-", 0)).toBe("unsatisfiable");
});
