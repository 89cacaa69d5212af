import type { Outlines } from "./outlines.ts";

/** Metres in a degree of latitude on a sphere of 6,371 km: for distances of a few metres that is near enough. */
const metresPerDegree = 111_195;

/** How far a point lies from a shape's border, on whichever side. */
export function metresToOutline(
  { coordinates, rings, shapes }: Outlines,
  shape: number,
  lng: number,
  lat: number,
): number {
  const perLng = metresPerDegree * Math.cos((lat * Math.PI) / 180);
  let least = Infinity;
  for (let ring = shapes[shape] ?? 0; ring < (shapes[shape + 1] ?? 0); ring += 1)
    for (let at = (rings[ring] ?? 0) * 2; at < (rings[ring + 1] ?? 0) * 2 - 2; at += 2) {
      const x = ((coordinates[at] ?? NaN) - lng) * perLng;
      const y = ((coordinates[at + 1] ?? NaN) - lat) * metresPerDegree;
      const alongX = ((coordinates[at + 2] ?? NaN) - lng) * perLng - x;
      const alongY = ((coordinates[at + 3] ?? NaN) - lat) * metresPerDegree - y;
      const length = alongX * alongX + alongY * alongY;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(x * alongX + y * alongY) / length));
      least = Math.min(least, Math.hypot(x + share * alongX, y + share * alongY));
    }
  return least;
}
