import { expect, test } from "vitest";
import { circle, zoomFor } from "./circle.ts";

test("a circle has its radius to the north and to the east", () => {
  const [ring = []] = circle({ lng: 113, lat: 35 }, 1000).geometry.coordinates;
  const [north, east] = [ring[0]!, ring[16]!];
  expect((north[1]! - 35) * 111_195).toBeCloseTo(1000, 0);
  expect((east[0]! - 113) * 111_195 * Math.cos((35 * Math.PI) / 180)).toBeCloseTo(1000, 0);
  expect(ring[64]).toEqual(ring[0]);
});

test("the wider the circle, the farther off one stands, within bounds", () => {
  expect(zoomFor(5, 35)).toBe(17.5);
  expect(zoomFor(200, 35)).toBeGreaterThan(zoomFor(800, 35));
  expect(zoomFor(1_000_000, 35)).toBe(11);
});
