import { expect, test } from "vitest";
import { rankTypes, type Reported } from "./suggestions.ts";

const now = Date.parse("2026-03-02T09:00:00+08:00");
const day = 86_400_000;
const report = (type: string, daysAgo: number, mine: boolean, here: boolean): Reported => ({
  type,
  at: now - daysAgo * day,
  mine,
  here,
});

test("what was reported in this cell counts before what one reports elsewhere, and both together most", () => {
  const ranked = rankTypes([report("a", 1, true, false), report("b", 1, false, true), report("c", 1, true, true)], now);
  expect(ranked).toEqual([
    { type: "c", mine: 1, here: 1 },
    { type: "b", mine: 0, here: 1 },
    { type: "a", mine: 1, here: 0 },
  ]);
});

test("a report of two months ago weighs less than one of yesterday", () => {
  const old = Array.from({ length: 5 }, () => report("old", 60, true, true));
  expect(rankTypes([...old, report("new", 1, true, true)], now).map(({ type }) => type)).toEqual(["new", "old"]);
});
