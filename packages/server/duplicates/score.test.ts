import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedCatalogue } from "../catalogue/index.ts";
import { likeness, shingles, type Report } from "./score.ts";

const within = { catalogue: shippedCatalogue(), radiusMetres: 100, days: 30 };
const now = Date.parse("2026-03-02T09:00:00+08:00");
const hour = 3_600_000;
const lamp: Report = { type: "01037", text: "路灯不亮", component: "41080201037000001", at: now };
const poster: Report = { type: "07001", text: "墙面粘贴非法小广告多处", component: undefined, at: now };

const score = (one: Report, other: Report, metres: number) => likeness(one, other, metres, within).score;

test("the same words about the same kind of thing at the same spot are all but certain", () => {
  const { score: found, reasons } = likeness(poster, { ...poster, at: now - 3 * hour }, 4, within);
  expect(found).toBe(1);
  expect(reasons.map(({ zh }) => zh)).toEqual([
    "相距约 4 米",
    "同一类别：非法小广告",
    "描述相似 100%",
    "上报时间相隔 3 小时",
  ]);
});

test("one component and one type need no words: there is nothing else it could be", () => {
  const other = { ...lamp, text: "这盏灯坏了好几天，晚上黑", at: now - 5 * 24 * hour };
  const { score: found, reasons } = likeness(lamp, other, 60, within);
  expect(found).toBeGreaterThan(0.95);
  expect(reasons.map(({ factor }) => factor)).toEqual(["place", "kind", "time"]);
  // Posters on the lamp post are another matter.
  expect(score(lamp, { ...other, type: "07001" }, 0)).toBeLessThan(0.5);
});

test("another wording keeps it listed, yet not certain; another class at the far end is not even listed", () => {
  expect(score(poster, { ...poster, text: "商铺违规张贴广告" }, 5)).toBeGreaterThan(0.75);
  expect(score(poster, { ...poster, text: "楼道口喷涂" }, 5)).toBeLessThan(0.8);
  expect(score(poster, lamp, 80)).toBeLessThan(0.25);
});

test("what nobody has said does not count against it", () => {
  const typed = { ...poster, type: undefined };
  expect(score(typed, poster, 0)).toBe(1);
  expect(likeness(typed, { ...poster, text: "" }, 0, within).reasons.map(({ factor }) => factor)).toEqual([
    "place",
    "time",
  ]);
});

test("shingles are pairs of characters and whole words, never single characters of a longer text", () => {
  expect([...shingles("K3路 路灯 LED-2 坏")]).toEqual(["k3", "3路", "路灯", "led", "2"]);
});

test("a score lies between nothing and one, is the same both ways, and falls with distance", () => {
  const report = fc.record({
    type: fc.constantFrom("01037", "01002", "07001", undefined),
    text: fc.constantFrom("路灯不亮", "路灯一组三盏夜间不亮", "", undefined, "井盖缺失"),
    component: fc.constantFrom("A", "B", undefined),
    at: fc.integer({ min: now - 100 * 24 * hour, max: now }),
  });
  fc.assert(
    fc.property(report, report, fc.double({ min: 0, max: 150, noNaN: true }), (one, other, metres) => {
      const found = score(one, other, metres);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
      expect(score(other, one, metres)).toBe(found);
      expect(score(one, other, metres + 20)).toBeLessThanOrEqual(found);
    }),
    { numRuns: 200 },
  );
});
