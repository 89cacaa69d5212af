import { orient2d } from "robust-predicates";
import type { Outlines } from "./outlines.ts";

/**
 * Whether a shape holds a point, exactly. A line from the point to the east crosses the outline an odd number of times:
 * holes and parts need no care of their own. A point on an edge belongs to the shape east of it, on a level edge to the
 * one north of it, so that of two shapes with a common edge exactly one holds it. Which side of an edge a point is
 * on is decided without rounding, and from the lower end to the upper whichever way the ring runs.
 */
export function holds({ coordinates, rings, shapes }: Outlines, shape: number, lng: number, lat: number): boolean {
  let inside = false;
  const lastRing = shapes[shape + 1] ?? 0;
  for (let ring = shapes[shape] ?? 0; ring < lastRing; ring += 1) {
    let at = (rings[ring] ?? 0) * 2;
    const end = (rings[ring + 1] ?? 0) * 2 - 2;
    let ax = coordinates[at] ?? NaN;
    let ay = coordinates[at + 1] ?? NaN;
    let aAbove = ay > lat;
    for (at += 2; at <= end; at += 2) {
      const bx = coordinates[at] ?? NaN;
      const by = coordinates[at + 1] ?? NaN;
      const bAbove = by > lat;
      if (aAbove !== bAbove && (bAbove ? westOf(ax, ay, bx, by, lng, lat) : westOf(bx, by, ax, ay, lng, lat)))
        inside = !inside;
      ax = bx;
      ay = by;
      aAbove = bAbove;
    }
  }
  return inside;
}

/** Whether the point lies west of the edge that runs upwards, not on it. */
function westOf(fromX: number, fromY: number, toX: number, toY: number, x: number, y: number): boolean {
  if (x < fromX && x < toX) return true;
  if (x > fromX && x > toX) return false;
  // Negative is counter-clockwise: y grows upwards here.
  return orient2d(fromX, fromY, toX, toY, x, y) < 0;
}
