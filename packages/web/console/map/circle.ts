import type { Feature, Polygon } from "geojson";
import type { Point } from "../../shared/map/index.ts";

const metresPerDegree = 111_195;
const corners = 64;

/** A circle on the ground, for a map that knows only corners. */
export function circle({ lng, lat }: Point, metres: number): Feature<Polygon> {
  const [tall, wide] = [metres / metresPerDegree, metres / metresPerDegree / Math.cos((lat * Math.PI) / 180)];
  const ring = Array.from({ length: corners + 1 }, (_, at) => {
    const angle = ((at % corners) / corners) * 2 * Math.PI;
    return [lng + wide * Math.sin(angle), lat + tall * Math.cos(angle)];
  });
  return { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties: {} };
}

/** The zoom at which a circle of so many metres takes about a third of a small map. */
export function zoomFor(metres: number, lat: number): number {
  // At zoom 0 the world is 512 pixels wide.
  const perPixel = (40_075_017 * Math.cos((lat * Math.PI) / 180)) / 512;
  return Math.max(11, Math.min(17.5, Math.log2((perPixel * 90) / Math.max(metres, 1))));
}
