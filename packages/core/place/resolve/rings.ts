import type { NamedArea, Position } from "../feature.ts";
import type { Plane, Point } from "../network/index.ts";

type Ring = readonly Position[];

/** Whether an area holds a position: inside an outer ring and in none of its holes. */
export const holds = (area: NamedArea, at: Position): boolean =>
  area.polygons.some(
    ([outer, ...holes]) => outer !== undefined && inRing(at, outer) && !holes.some((hole) => inRing(at, hole)),
  );

function inRing([lng, lat]: Position, ring: Ring): boolean {
  let inside = false;
  let [lastLng, lastLat] = ring.at(-1) ?? [0, 0];
  for (const [nextLng, nextLat] of ring) {
    if (
      nextLat > lat !== lastLat > lat &&
      lng < ((lastLng - nextLng) * (lat - nextLat)) / (lastLat - nextLat) + nextLng
    )
      inside = !inside;
    [lastLng, lastLat] = [nextLng, nextLat];
  }
  return inside;
}

/** The middle of an area's largest polygon, and how far it reaches. */
export function labelOf(area: NamedArea, plane: Plane): { readonly at: Point; readonly radius: number } | undefined {
  let best: { at: Point; size: number } | undefined;
  for (const [outer] of area.polygons) {
    const middle = middleOf((outer ?? []).map((position) => plane.point(position)));
    if (middle !== undefined && middle.size > (best?.size ?? 0)) best = middle;
  }
  return best === undefined ? undefined : { at: best.at, radius: Math.sqrt(best.size / Math.PI) * 1.2 };
}

/** The centre of gravity of what a ring encloses, and its size in square metres. */
function middleOf(ring: readonly Point[]): { at: Point; size: number } | undefined {
  let [twice, x, y] = [0, 0, 0];
  let last = ring.at(-1);
  for (const next of ring) {
    if (last !== undefined) {
      const turn = last.x * next.y - next.x * last.y;
      twice += turn;
      x += (last.x + next.x) * turn;
      y += (last.y + next.y) * turn;
    }
    last = next;
  }
  return twice === 0 ? undefined : { at: { x: x / (3 * twice), y: y / (3 * twice) }, size: Math.abs(twice) / 2 };
}
