import type { MultiPolygon, Polygon, Position } from "geojson";

export type Box = [west: number, south: number, east: number, north: number];

/** The box around shapes; undefined around none. */
export function boxAround(shapes: readonly (Polygon | MultiPolygon)[]): Box | undefined {
  let box: Box | undefined;
  for (const shape of shapes) for (const ring of ringsOf(shape)) for (const point of ring) box = widened(box, point);
  return box;
}

/** Where a shape's name stands: the middle of its largest ring's box. */
export function labelPoint(shape: Polygon | MultiPolygon): [number, number] | undefined {
  let best: { size: number; at: [number, number] } | undefined;
  for (const ring of ringsOf(shape)) {
    let box: Box | undefined;
    for (const point of ring) box = widened(box, point);
    if (!box) continue;
    const [west, south, east, north] = box;
    const size = (east - west) * (north - south);
    if (!best || size > best.size) best = { size, at: [(west + east) / 2, (south + north) / 2] };
  }
  return best?.at;
}

/** The outer rings. */
function ringsOf(shape: Polygon | MultiPolygon): Position[][] {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return polygons.flatMap(([outer]) => (outer ? [outer] : []));
}

function widened(box: Box | undefined, [lng = 0, lat = 0]: Position): Box {
  if (!box) return [lng, lat, lng, lat];
  return [Math.min(box[0], lng), Math.min(box[1], lat), Math.max(box[2], lng), Math.max(box[3], lat)];
}
