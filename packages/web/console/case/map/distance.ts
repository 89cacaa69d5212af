import type { Point } from "../../../shared/map/index.ts";

const metresPerDegree = 111_195;

/** Metres between two points a few streets apart. */
export function metresBetween(one: Point, other: Point): number {
  const east = (one.lng - other.lng) * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(east, one.lat - other.lat) * metresPerDegree;
}
