import type { Position } from "@xiuhua/core/place";

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export const holds = ([west, south, east, north]: Box, [lng, lat]: Position): boolean =>
  west <= lng && lng <= east && south <= lat && lat <= north;

/** The box around positions; undefined around none. */
export function boxAround(positions: Iterable<Position>): Box | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

export const wider = ([west, south, east, north]: Box, degrees: number): Box => [
  west - degrees,
  south - degrees,
  east + degrees,
  north + degrees,
];
