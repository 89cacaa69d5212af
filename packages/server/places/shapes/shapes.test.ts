import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { seamlessCells } from "../../testing/seamless-cells.ts";
import { indexShapes, outlineOf, outlinesOf } from "./index.ts";

/** Corners in order around a middle, so that the ring is simple; whole numbers, so that points hit edges and corners. */
const star = (size: number, middle: Position): fc.Arbitrary<Position[]> =>
  fc.array(fc.integer({ min: 1, max: size }), { minLength: 3, maxLength: 9 }).map((reaches) => {
    const open = reaches.map((reach, at): Position => {
      const angle = (2 * Math.PI * at) / reaches.length;
      return [Math.round(middle[0]! + reach * Math.cos(angle)), Math.round(middle[1]! + reach * Math.sin(angle))];
    });
    return [...open, open[0]!];
  });

const polygon: fc.Arbitrary<Polygon> = star(20, [0, 0]).map((ring) => ({ type: "Polygon", coordinates: [ring] }));
const holed: fc.Arbitrary<Polygon> = star(4, [0, 0]).map((hole) => ({
  type: "Polygon",
  coordinates: [
    [
      [-15, -15],
      [15, -15],
      [15, 15],
      [-15, 15],
      [-15, -15],
    ],
    hole,
  ],
}));
const parted: fc.Arbitrary<MultiPolygon> = fc.tuple(star(6, [-8, 0]), star(6, [8, 0])).map((parts) => ({
  type: "MultiPolygon",
  coordinates: parts.map((ring) => [ring]),
}));
const points = fc.array(
  fc.oneof(
    fc.tuple(fc.integer({ min: -21, max: 21 }), fc.integer({ min: -21, max: 21 })),
    fc.tuple(fc.double({ min: -21, max: 21, noNaN: true }), fc.double({ min: -21, max: 21, noNaN: true })),
  ),
  { minLength: 20, maxLength: 60 },
);

describe("which shape holds a point", () => {
  test("the same as turf says, beside the edges", () => {
    fc.assert(
      fc.property(fc.oneof(polygon, holed, parted), points, (outline, asked) => {
        const index = indexShapes(outlinesOf([outline]));
        for (const point of asked) {
          const within = booleanPointInPolygon([...point], outline);
          // On an edge turf can be asked to say yes or no; there only the next property counts.
          if (within !== booleanPointInPolygon([...point], outline, { ignoreBoundary: true })) continue;
          expect([point, index.at(...point) === 0]).toEqual([point, within]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a point on a common edge or corner is in exactly one, the same whatever their order", () => {
    // A square cut into four by lines from a crossing that may lie anywhere in it.
    const cut = fc.tuple(fc.integer({ min: -19, max: 19 }), fc.integer({ min: -19, max: 19 }));
    fc.assert(
      fc.property(cut, points, ([x, y], asked) => {
        const corners: Position[] = [
          [-20, -20],
          [20, -20],
          [20, 20],
          [-20, 20],
        ];
        const parts = corners.map((corner, at): Polygon => {
          const next = corners[(at + 1) % 4]!;
          return { type: "Polygon", coordinates: [[corner, next, [x, y], corner]] };
        });
        const indexes = parts.map((part) => indexShapes(outlinesOf([part])));
        const one = indexShapes(outlinesOf(parts));
        const other = indexShapes(outlinesOf(parts.toReversed()));
        for (const [lng, lat] of [...asked, [x, y] as const, [-20, -20] as const]) {
          const inside = lng >= -20 && lng < 20 && lat >= -20 && lat < 20;
          expect(indexes.filter((index) => index.at(lng, lat) === 0)).toHaveLength(inside ? 1 : 0);
          expect(inside ? 3 - other.at(lng, lat) : -1).toBe(one.at(lng, lat));
        }
      }),
      { numRuns: 150 },
    );
  });

  test("every point of a seamless grid is in exactly one cell, corners and middles of edges too", () => {
    const outlines = [...seamlessCells(8, 7)].map((cell) => cell.outline);
    const index = indexShapes(outlinesOf(outlines));
    const single = outlines.map((outline) => indexShapes(outlinesOf([outline])));
    const corner = fc.constantFrom(...outlines.flatMap((outline) => outline.coordinates[0]!));
    const any = fc.tuple(
      fc.double({ min: 113, max: 113 + 8 * 0.0011, noNaN: true }),
      fc.double({ min: 35.5 - 7 * 0.0009, max: 35.5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.oneof(corner, any), ([lng, lat]) => {
        const inside = lng! < 113 + 8 * 0.0011 && lat! < 35.5;
        const holding = single.flatMap((one, at) => (one.at(lng!, lat!) === 0 ? [at] : []));
        expect(holding).toHaveLength(inside ? 1 : 0);
        expect(index.at(lng!, lat!)).toBe(holding[0] ?? -1);
      }),
      { numRuns: 300 },
    );
  });

  test("nothing holds a point far away or no point at all; an empty index answers", () => {
    const index = indexShapes(outlinesOf([...seamlessCells(2, 2)].map((cell) => cell.outline)));
    expect([index.at(0, 0), index.at(NaN, 35.5), index.at(113, Infinity)]).toEqual([-1, -1, -1]);
    expect(indexShapes(outlinesOf([])).at(113, 35)).toBe(-1);
    expect(indexShapes(outlinesOf([])).touching([0, 0, 180, 90], 5)).toEqual([]);
  });
});

test("shapes about a box are found once each, and no more than asked for", () => {
  const outlines = [...seamlessCells(20, 20)].map((cell) => cell.outline);
  const index = indexShapes(outlinesOf(outlines));
  const box = [113.0051, 35.4901, 113.0099, 35.4949] as const;
  const touching = outlines.flatMap(({ coordinates: [ring = []] }, at) =>
    ring.some(([lng = 0, lat = 0]) => lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3]) ? [at] : [],
  );
  const found = index.touching(box, 1000);
  expect(new Set(found).size).toBe(found.length);
  expect(touching.filter((shape) => !found.includes(shape))).toEqual([]);
  expect(index.touching(box, 3)).toHaveLength(3);
});

test("what was gathered comes out again as GeoJSON", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(polygon, holed, parted), { maxLength: 5 }), (list) => {
      const outlines = outlinesOf(list);
      expect(list.map((_, at) => outlineOf(outlines, at))).toEqual(list);
    }),
    { numRuns: 50 },
  );
});
