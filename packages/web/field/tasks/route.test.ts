import fc from "fast-check";
import { expect, test } from "vitest";
import { metresOf, minutesOf, routeThrough, type Stop } from "./route.ts";

const here = { lng: 113.24, lat: 35.24 };
/** A stop so many metres east and north of here. */
const stop = (id: string, east: number, north = 0, dueInMinutes?: number): Stop => ({
  id,
  point: { lng: here.lng + east / 90_900, lat: here.lat + north / 111_320 },
  ...(dueInMinutes === undefined ? {} : { dueAt: dueInMinutes * 60_000 }),
});
const ids = (way: readonly Stop[]) => way.map((one) => one.id).join("");

test("walks along the street, not to and fro", () => {
  expect(ids(routeThrough(here, [stop("c", 300), stop("a", 100), stop("d", 400), stop("b", 200)], 0))).toBe("abcd");
});

test("crosses its own way nowhere that turning a piece round would mend", () => {
  // The nearest next goes a, b, c and then all the way back.
  const stops = [stop("a", 40), stop("b", -70), stop("c", 160), stop("d", -300)];
  const way = routeThrough(here, stops, 0);
  expect(metresOf(here, way)).toBeLessThanOrEqual(
    metresOf(here, [stop("a", 40), stop("c", 160), stop("b", -70), stop("d", -300)]) + 1,
  );
});

test("what is about to run over goes before what is near", () => {
  const near = [stop("a", 100), stop("b", 150), stop("c", 200), stop("d", 250)];
  expect(ids(routeThrough(here, [...near, stop("u", -600, 0, 15)], 0))).toMatch(/^u/);
  expect(ids(routeThrough(here, [...near, stop("u", -600, 0, 600)], 0))).toMatch(/u$/);
});

test("nothing to do is an empty way; without a position it begins at one of the stops", () => {
  expect(routeThrough(here, [], 0)).toEqual([]);
  expect(ids(routeThrough(undefined, [stop("b", 500), stop("a", 900)], 0))).toBe("ba");
  expect(metresOf(undefined, [stop("b", 500)])).toBe(0);
});

const stops = fc
  .array(
    fc.record({
      east: fc.integer({ min: -3000, max: 3000 }),
      north: fc.integer({ min: -3000, max: 3000 }),
      due: fc.option(fc.integer({ min: -300, max: 900 }), { nil: undefined }),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map(({ east, north, due }, at) => stop(String(at), east, north, due)));

test("goes everywhere once, and costs no more than any way that differs by one piece turned round", () => {
  fc.assert(
    fc.property(stops, (all) => {
      const way = routeThrough(here, all, 0);
      expect(way.toSorted((one, other) => Number(one.id) - Number(other.id))).toEqual(all);
      const cost = minutesOf(here, way, 0);
      for (let from = 0; from < way.length; from += 1)
        for (let to = from + 1; to < way.length; to += 1) {
          const other = [...way.slice(0, from), ...way.slice(from, to + 1).toReversed(), ...way.slice(to + 1)];
          expect(minutesOf(here, other, 0)).toBeGreaterThanOrEqual(cost - 1e-6);
        }
    }),
    { numRuns: 60 },
  );
});

test("a day of sixty stops is ordered while one taps", () => {
  const many = Array.from({ length: 60 }, (_, at) => stop(String(at), (at * 733) % 3000, (at * 389) % 3000, at * 20));
  const from = performance.now();
  expect(routeThrough(here, many, 0)).toHaveLength(60);
  expect(performance.now() - from).toBeLessThan(2_000);
});
