import { describe, expect, test } from "vitest";
import type { Position, RoadLine } from "@xiuhua/core/place";
import { convert, datums, type Datum } from "./datum.ts";
import { suspectDatum, type Known } from "./datum-check.ts";

/** A chequer of streets about a kilometre apart, WGS 84. */
const streets: RoadLine[] = Array.from({ length: 10 }, (_, at) => {
  const along = Array.from({ length: 11 }, (_, step) => step / 100);
  const line = along.map((step): Position =>
    at < 5 ? [113.2 + step, 35.18 + at / 50] : [113.2 + (at - 5) / 50, 35.18 + step],
  );
  return { id: `r${at}`, name: `第${at}路`, aliases: [], line };
});

/** The streets as they come out when a file in `is` was read as `read`. */
const readAs = (read: Datum, is: Datum) =>
  streets.map((road) => ({ ...road, line: road.line.map((at) => convert(convert(at, "wgs84", is), read, "wgs84")) }));

const nothing: Known = { roads: [], cases: [], inCity: () => true };
const knowns: [Exclude<keyof Known, "inCity"> | "outline", Known][] = [
  // The present network is an older survey: some ten metres off, and without some of the streets.
  [
    "roads",
    {
      ...nothing,
      roads: streets
        .slice(2)
        .map((road) => ({ ...road, line: road.line.map(([lng, lat]): Position => [lng + 1e-4, lat + 1e-4]) })),
    },
  ],
  [
    "cases",
    {
      ...nothing,
      cases: streets.flatMap(({ name, line: [, a = [0, 0], , b = [0, 0]] }) =>
        [a, b].map((at) => ({ text: `山阳区${name}北侧`, at })),
      ),
    },
  ],
  [
    "outline",
    { ...nothing, inCity: ([lng, lat]) => lng > 113.1995 && lng < 113.3005 && lat > 35.1795 && lat < 35.2805 },
  ],
];

describe.each(knowns)("by the city's %s", (by, known) => {
  test.each(datums.flatMap((read) => datums.filter((is) => is !== read).map((is) => [is, read] as const)))(
    "a file in %s that was read as %s is told, with the metres it is off",
    (is, read) => {
      const suspicion = suspectDatum(readAs(read, is), read, known);
      expect(suspicion).toMatchObject({ datum: is, by });
      expect(suspicion!.metres).toBeGreaterThan(300);
      expect(suspicion!.metres).toBeLessThan(2_000);
    },
  );

  test.each(datums)("a file in %s that was read as such is not", (datum) => {
    expect(suspectDatum(readAs(datum, datum), datum, known)).toBeUndefined();
  });
});

test("a city that knows nothing of itself yet suspects nothing", () => {
  expect(suspectDatum(readAs("wgs84", "gcj02"), "wgs84", nothing)).toBeUndefined();
});

test("a network that lies off by no datum's measure is not called one", () => {
  const moved = streets.map((road) => ({
    ...road,
    line: road.line.map(([lng, lat]): Position => [lng - 0.02, lat + 0.01]),
  }));
  expect(suspectDatum(moved, "wgs84", knowns[0]![1])).toBeUndefined();
});
