import type { MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { boxAround, labelPoint } from "./bounds.ts";

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const one: Polygon = { type: "Polygon", coordinates: [square(113, 35, 1)] };
const two: MultiPolygon = { type: "MultiPolygon", coordinates: [[square(110, 30, 1)], [square(120, 30, 4)]] };

describe("shapes on the map", () => {
  it("have a box around them all", () => {
    expect(boxAround([one, two])).toEqual([110, 30, 124, 36]);
    expect(boxAround([])).toBeUndefined();
  });

  it("bear their name in the middle of their largest part", () => {
    expect(labelPoint(one)).toEqual([113.5, 35.5]);
    expect(labelPoint(two)).toEqual([122, 32]);
    expect(labelPoint({ type: "Polygon", coordinates: [] })).toBeUndefined();
  });
});
