import fc from "fast-check";
import { expect, test } from "vitest";
import { metresBetween } from "../pack/index.ts";
import { aroundAll, moved, nearView, toPixels, toPoint, zoomed, type View } from "./view.ts";

const view: View = { center: { lng: 113.2478, lat: 35.2404 }, scale: 1 };
const size = { width: 328, height: 200 };

test("a pixel and its point are one and the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 328 }), fc.integer({ min: 0, max: 200 }), (x, y) => {
      const [px, py] = toPixels(view, size, toPoint(view, size, x, y));
      expect(px).toBeCloseTo(x, 0);
      expect(py).toBeCloseTo(y, 0);
    }),
    { numRuns: 50 },
  );
});

test("one pixel is as many metres as the scale says", () => {
  const point = toPoint({ ...view, scale: 2 }, size, 164 + 50, 100);
  expect(metresBetween(view.center, point)).toBeCloseTo(100, 0);
});

test("a drag moves what lies under the finger along", () => {
  const point = toPoint(view, size, 30, 40);
  const [x, y] = toPixels(moved(view, 25, -10), size, point);
  expect([Math.round(x), Math.round(y)]).toEqual([55, 30]);
});

test("zooming has its ends", () => {
  expect(zoomed(view, 0.5).scale).toBe(0.5);
  expect(zoomed(view, 0.001).scale).toBe(0.15);
  expect(zoomed(view, 1e6).scale).toBe(40);
});

test("shows all points, none of them at the very edge; nothing where there is none", () => {
  const points = [view.center, { lng: view.center.lng + 0.02, lat: view.center.lat - 0.01 }];
  const shown = aroundAll(points, size);
  expect(shown).toBeDefined();
  for (const point of points) {
    const [x, y] = shown ? toPixels(shown, size, point) : [0, 0];
    expect([x > 5, x < size.width - 5, y > 5, y < size.height - 5]).toEqual([true, true, true, true]);
  }
  expect(aroundAll(points.slice(0, 1), size)?.scale).toBe(2);
  expect(aroundAll([], size)).toBeUndefined();
});

test("only lines near the window are drawn", () => {
  const { lng, lat } = view.center;
  const line = (east: number) => [
    [lng + east, lat - 1],
    [lng + east, lat + 1],
  ];
  expect(nearView(view, size, line(0.001))).toBe(true);
  expect(nearView(view, size, line(0.01))).toBe(false);
});

test("leaves room for marks at the edge where they need it", () => {
  const points = [view.center, { lng: view.center.lng + 0.01, lat: view.center.lat + 0.002 }];
  const shown = aroundAll(points, size, 28);
  expect(shown).toBeDefined();
  for (const point of shown ? points : []) {
    const [x, y] = toPixels(shown ?? view, size, point);
    expect(x).toBeGreaterThanOrEqual(28);
    expect(x).toBeLessThanOrEqual(size.width - 28);
    expect(y).toBeGreaterThanOrEqual(28);
    expect(y).toBeLessThanOrEqual(size.height - 28);
  }
});
