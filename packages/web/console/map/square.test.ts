import { expect, test } from "vitest";
import { squareAround } from "./square.ts";

test("the square of a cluster holds it, and its neighbour begins where it ends", () => {
  const [lng, lat] = [113.247831, 35.240428];
  const [west = NaN, south = NaN, east = NaN, north = NaN] = squareAround(lng, lat, 15).split(",").map(Number);
  expect(west).toBeLessThanOrEqual(lng);
  expect(east).toBeGreaterThan(lng);
  expect(south).toBeLessThan(lat);
  expect(north).toBeGreaterThanOrEqual(lat);
  expect(east - west).toBeCloseTo(360 / 2 ** 15, 5);
  expect(squareAround(east + 1e-5, lat, 15).split(",")[0]).toBe(east.toFixed(6));
});
