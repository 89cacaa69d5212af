import { readFileSync } from "node:fs";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, type CellArea, type DemoCell, type Position } from "./cells.ts";

/** Twice the signed area in square degrees; from an origin nearby, or the small difference of large numbers is lost. */
function doubleArea(ring: readonly Position[]): number {
  const near = ring.map(([lng, lat]) => [lng - 113.25, lat - 35.22] as const);
  return near.slice(1).reduce((sum, [x, y], at) => sum + near[at]![0] * y - x * near[at]![1], 0);
}
const total = (cells: readonly DemoCell[]): number => cells.reduce((sum, { ring }) => sum + doubleArea(ring), 0);
const inside = (ring: readonly Position[], point: Position): boolean =>
  booleanPointInPolygon([...point], { type: "Polygon", coordinates: [ring.map((each) => [...each])] });

const square: CellArea = {
  code: "410811002005",
  ring: [
    [113.26, 35.2],
    [113.265, 35.2],
    [113.265, 35.204],
    [113.26, 35.204],
    [113.26, 35.2],
  ],
  cellMetres: 100,
};

describe("cutting an area into grid cells", () => {
  it("numbers them from west to east, then from north to south", () => {
    const cells = cellsOf(square);
    expect(cells).toHaveLength(4 * 5);
    expect(cells.map(({ code }) => code).slice(0, 2)).toEqual(["410811002005001", "410811002005002"]);
    const west = cells.map(({ ring }) => Math.min(...ring.map(([lng]) => lng)));
    const north = cells.map(({ ring }) => Math.max(...ring.map(([, lat]) => lat)));
    expect(west[1]).toBeGreaterThan(west[0]!);
    expect(north[0]).toBeCloseTo(35.204, 9);
    expect(west[5]).toBeCloseTo(113.26, 9);
    expect(north[5]).toBeLessThan(north[0]!);
  });

  it("gives a sub-district without communities 000 as community", () => {
    expect(cellsOf({ ...square, code: "410871061" })[0]).toMatchObject({ code: "410871061000001", area: "410871061" });
  });

  it("refuses an area with more cells than a code has room for", () => {
    expect(() => cellsOf({ ...square, cellMetres: 10 })).toThrow(/room for 999/);
  });

  it("covers the area once, whatever its convex shape and the size of the cells", () => {
    const angles = fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(angles, fc.integer({ min: 60, max: 800 }), (given, size) => {
        const open = given
          .toSorted((a, b) => a - b)
          .map((degrees): Position => {
            const angle = (degrees * Math.PI) / 180;
            return [113.25 + 0.006 * Math.cos(angle), 35.22 + 0.005 * Math.sin(angle)];
          });
        const ring = [...open, open[0]!];
        const cells = cellsOf({ code: "410811002005", ring, cellMetres: size });
        expect(total(cells)).toBeCloseTo(doubleArea(ring), 12);
        expect(cells.every((cell) => doubleArea(cell.ring) > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

interface Feature {
  readonly properties: { readonly code: string; readonly cellMetres?: number };
  readonly geometry: { readonly coordinates: readonly [readonly Position[]] };
}

describe("the demo city's cells", () => {
  const url = new URL("../../../data/jiaozuo/outlines.json", import.meta.url);
  const { features }: { features: Feature[] } = JSON.parse(readFileSync(url, "utf8"));
  const leaves = features.flatMap(({ properties: { code, cellMetres }, geometry }) =>
    cellMetres === undefined ? [] : [{ code, cellMetres, ring: geometry.coordinates[0] }],
  );
  const cells = leaves.flatMap(cellsOf);

  it("are between four and six thousand, each with a code of its own", () => {
    expect(cells.length).toBeGreaterThan(4000);
    expect(cells.length).toBeLessThan(6000);
    expect(new Set(cells.map(({ code }) => code)).size).toBe(cells.length);
    expect(cells.every(({ code }) => /^4108\d{11}$/.test(code))).toBe(true);
  });

  it("are together as large as the city, so that none is missing and none overlap", () => {
    expect(total(cells)).toBeCloseTo(doubleArea(features[0]!.geometry.coordinates[0]), 11);
  });

  it("turn one way at every corner but for roundings, so that none crosses itself", () => {
    const turns = cells.flatMap(({ ring }) =>
      ring.slice(1).map(([x, y], at) => {
        const [px, py] = ring[at]!;
        const [nx, ny] = ring[at + 2] ?? ring[1]!;
        // The distance in degrees by which the next corner lies to the right of the line.
        return ((x - px) * (ny - py) - (y - py) * (nx - px)) / Math.hypot(nx - px, ny - py);
      }),
    );
    expect(Math.min(...turns)).toBeGreaterThan(-2e-6);
  });

  it("hold any point of the city in exactly one", () => {
    const city = features[0]!.geometry.coordinates[0];
    const lng = fc.double({ min: 113.2, max: 113.34, noNaN: true });
    const lat = fc.double({ min: 35.17, max: 35.27, noNaN: true });
    fc.assert(
      fc.property(lng, lat, (...point) => {
        fc.pre(inside(city, point));
        const near = cells.filter(({ ring }) => Math.abs(ring[0]![0] - point[0]) < 0.01 && inside(ring, point));
        expect(near).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
