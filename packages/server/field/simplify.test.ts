import fc from "fast-check";
import { expect, test } from "vitest";
import { simplified } from "./simplify.ts";

test("a straight side loses its needless corners, a real one stays", () => {
  const square = [
    [113.2, 35.2],
    [113.205, 35.2],
    [113.21, 35.2],
    [113.21, 35.21],
    [113.2, 35.21],
    [113.2, 35.2],
  ];
  expect(simplified({ type: "Polygon", coordinates: [square] }, 1)).toEqual([
    [square.filter(([lng]) => lng !== 113.205)],
  ]);
});

test("a ring stays closed, and keeps at least its triangle", () => {
  const corner = fc.tuple(fc.double({ min: 113, max: 114, noNaN: true }), fc.double({ min: 35, max: 36, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(corner, { minLength: 3, maxLength: 30 }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      (ring, metres) => {
        const closed = [...ring, ring[0]!];
        const [[kept = []] = []] = simplified({ type: "Polygon", coordinates: [closed] }, metres);
        expect(kept.length).toBeGreaterThanOrEqual(4);
        expect(kept.at(-1)).toEqual(kept[0]);
      },
    ),
    { numRuns: 50 },
  );
});
