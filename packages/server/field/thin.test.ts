import fc from "fast-check";
import { expect, test } from "vitest";
import { metresAlong, thin, type TrackPoint } from "./thin.ts";

const start = Date.parse("2026-03-02T09:00:00+08:00");
const rules = { trackSeconds: 20, trackMetres: 10, trackAccuracy: 100 };
/** Seconds after the start, metres to the east. */
const point = (seconds: number, metres: number, accuracy = 8): TrackPoint => ({
  at: start + seconds * 1000,
  lng: 113.24 + metres / 91_000,
  lat: 35.24,
  accuracy,
});

const seconds = (points: readonly TrackPoint[]) => points.map(({ at }) => (at - start) / 1000);

test("keeps one point in twenty seconds, in order of time, whatever order they come in", () => {
  const walk = Array.from({ length: 13 }, (_, at) => point(at * 10, at * 14));
  expect(seconds(thin(walk.toReversed(), rules))).toEqual([0, 20, 40, 60, 80, 100, 120]);
});

test("standing still is told every five minutes only", () => {
  const still = Array.from({ length: 40 }, (_, at) => point(at * 20, (at % 3) * 2));
  expect(seconds(thin(still, rules))).toEqual([0, 300, 600]);
});

test("an inexact point is none", () => {
  expect(seconds(thin([point(0, 0), point(30, 400, 250), point(60, 80)], rules))).toEqual([0, 60]);
});

test("never keeps two of one slot, and of what it keeps it keeps all when asked again", () => {
  const places = fc.array(fc.record({ at: fc.nat(3000), east: fc.nat(2000), accuracy: fc.nat(200) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(places, (given) => {
      const kept = thin(
        given.map((one) => point(one.at, one.east, one.accuracy)),
        rules,
      );
      expect(new Set(kept.map(({ slot }) => slot)).size).toBe(kept.length);
      expect(thin(kept, rules)).toEqual(kept);
    }),
    { numRuns: 60 },
  );
});

test("the way does not run over a gap of which nothing is known", () => {
  expect(metresAlong([point(0, 0), point(60, 80), point(120, 80)])).toBeCloseTo(80, -1);
  expect(metresAlong([point(0, 0), point(60, 80), point(1000, 900)])).toBeCloseTo(80, -1);
  expect(metresAlong([])).toBe(0);
});
