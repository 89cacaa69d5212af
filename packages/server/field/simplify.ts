import type { MultiPolygon, Polygon, Position } from "geojson";

/** Metres of a degree of latitude. */
const degreeMetres = 111_320;

/** Digits after the point: a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Polygons of rings of [lng, lat], fit for looking at: no corner moves by more than `metres`. */
export function simplified(outline: Polygon | MultiPolygon, metres: number): number[][][][] {
  const polygons = outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates;
  return polygons.map((rings) => rings.map((ring) => ringOf(ring, metres)));
}

/** Douglas and Peucker's way. A ring keeps at least its four points. */
function ringOf(ring: readonly Position[], metres: number): number[][] {
  const points = ring.map(([lng = 0, lat = 0]): readonly [number, number] => [lng, lat]);
  const shrink = Math.cos(((points[0]?.[1] ?? 0) * Math.PI) / 180);
  const keep = new Uint8Array(points.length);
  // A ring ends where it began: its furthest corner holds it open.
  const far = furthest(points, 0, points.length - 1, shrink);
  keep[0] = keep[points.length - 1] = 1;
  keep[far.at] = 1;
  const open: [number, number][] = [
    [0, far.at],
    [far.at, points.length - 1],
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    const found = furthest(points, from, to, shrink);
    if (found.metres <= metres) continue;
    keep[found.at] = 1;
    open.push([from, found.at], [found.at, to]);
  }
  const kept = points.filter((_, at) => keep[at] === 1);
  return (kept.length < 4 ? points : kept).map(([lng, lat]) => [rounded(lng), rounded(lat)]);
}

/** The point between two that lies furthest from the line between them. */
function furthest(points: readonly (readonly [number, number])[], from: number, to: number, shrink: number) {
  let found = { at: from, metres: -1 };
  const [start, end] = [points[from], points[to]];
  if (start === undefined || end === undefined) return found;
  const [dx, dy] = [(end[0] - start[0]) * shrink, end[1] - start[1]];
  const length = Math.hypot(dx, dy);
  for (let at = from + 1; at < to; at += 1) {
    const point = points[at];
    if (point === undefined) continue;
    const [x, y] = [(point[0] - start[0]) * shrink, point[1] - start[1]];
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / (length * length)));
    const metres = Math.hypot(x - along * dx, y - along * dy) * degreeMetres;
    if (metres > found.metres) found = { at, metres };
  }
  return found;
}
