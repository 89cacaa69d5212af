import { expect, test } from "vitest";
import { stepOf } from "../trail/index.ts";
import { cellsUnder, pointsOf, waysOf } from "./track.ts";

const start = Date.parse("2026-03-02T00:00:00Z");
const position = (at: number, lng: number) => ({ lng, lat: 35.24, accuracy: 8, at: new Date(at).toISOString() });
const step = (at: number, lng: number) => stepOf("collector1", position(at, lng), 20);
const track = {
  person: { id: "collector1", name: { zh: "苏晓禾", en: "Su Xiaohe" } },
  day: "2026-03-02",
  points: [position(start, 113.24), position(start + 30_000, 113.241)],
  metres: 90,
  shifts: [],
};

test("joins what the server has with what waits on the phone, once and in order", () => {
  const points = pointsOf(track, [step(start + 30_000, 113.241), step(start + 60_000, 113.242)], () => true);
  expect(points.map(({ lng }) => lng)).toEqual([113.24, 113.241, 113.242]);
  expect(pointsOf(track, [], (at) => at > start)).toHaveLength(1);
});

test("draws no way through a gap", () => {
  const points = pointsOf(track, [step(start + 3_600_000, 113.26)], () => true);
  expect(waysOf(points).map((way) => way.length)).toEqual([2, 1]);
});

test("finds the cells that were walked before the server has heard of it", () => {
  const cell = (code: string, west: number) => ({
    code,
    area: "410802",
    polygons: [
      [
        [
          [west, 35],
          [west + 0.01, 35],
          [west + 0.01, 36],
          [west, 36],
          [west, 35],
        ],
      ],
    ],
  });
  expect(cellsUnder([{ lng: 113.245, lat: 35.24 }], [cell("a", 113.24), cell("b", 113.25)])).toEqual(["a"]);
});
