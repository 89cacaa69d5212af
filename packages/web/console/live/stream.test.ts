import fc from "fast-check";
import { expect, test } from "vitest";
import { backOff, readNews } from "./stream.ts";

test("waits longer each time, never more than half a minute, never less than half a second", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      const wait = backOff(attempt, () => chance);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(30_000);
    }),
  );
  expect(backOff(3, () => 1)).toBe(8000);
});

test("takes only well-formed news", () => {
  expect(readNews('{"no":"1","seq":2,"state":"filed","more":1}')).toEqual({ no: "1", seq: 2, state: "filed" });
  for (const bad of ["", "{", "null", '{"no":1}', '{"no":"1","seq":"2","state":"filed"}', 7])
    expect(readNews(bad)).toBeUndefined();
});
