import type { MultiPolygon, Polygon } from "geojson";

/** Degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export function boxOf({ type, coordinates }: Polygon | MultiPolygon): Box {
  const rings = type === "Polygon" ? coordinates : coordinates.flat();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (const [lng = NaN, lat = NaN] of ring) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  return [west, south, east, north];
}
