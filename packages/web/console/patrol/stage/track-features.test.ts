import { expect, test } from "vitest";
import { trackFeatures } from "./track-features.ts";

const start = Date.parse("2026-03-02T00:00:00Z");
const point = (minutes: number) => ({
  lng: 113.24 + minutes / 1000,
  lat: 35.24,
  accuracy: 8,
  at: new Date(start + minutes * 60_000).toISOString(),
});
const track = (minutes: readonly number[]) => ({
  person: { id: "collector1", name: { zh: "苏晓禾", en: "Su Xiaohe" } },
  day: "2026-03-02",
  points: minutes.map(point),
  metres: 0,
  shifts: [],
});
const kinds = (minutes: readonly number[]) =>
  trackFeatures(track(minutes), (at) => at.slice(11, 16)).features.map(({ geometry, properties }) =>
    geometry.type === "LineString" ? geometry.coordinates.length : properties?.["text"],
  );

test("draws a way without its gaps, and says the time now and then and at its end", () => {
  expect(kinds([])).toEqual([]);
  expect(kinds([0, 1, 2])).toEqual([3, "00:00", "00:02"]);
  expect(kinds([0, 5, 10, 15, 20, 25])).toEqual([6, "00:00", "00:20", "00:25"]);
  expect(kinds([0, 1, 30])).toEqual([2, 2, "00:00", "00:30"]);
});
