import type { FeatureCollection } from "geojson";
import type { FieldTrack } from "@xiuhua/server/api";

/** After a gap like this nothing is known of the way between. */
const gapMs = 600_000;
/** A time stands at the track about this often. */
const timeMs = 20 * 60_000;

/** A day's way: lines without gaps, and times along them. */
export function trackFeatures(track: FieldTrack | undefined, clock: (at: string) => string): FeatureCollection {
  const lines: number[][][] = [];
  const times: { at: number[]; text: string }[] = [];
  let last: number | undefined;
  let told: number | undefined;
  const points = track?.points ?? [];
  for (const [index, point] of points.entries()) {
    const at = Date.parse(point.at);
    const place = [point.lng, point.lat];
    const line = lines.at(-1);
    if (line && last !== undefined && at - last <= gapMs) line.push(place);
    else lines.push([place]);
    last = at;
    if (told === undefined || at - told >= timeMs || index === points.length - 1) {
      times.push({ at: place, text: clock(point.at) });
      told = at;
    }
  }
  return {
    type: "FeatureCollection",
    features: [
      ...lines.map((coordinates) => ({
        type: "Feature" as const,
        // One point alone is a line of no length.
        geometry: {
          type: "LineString" as const,
          coordinates: coordinates.length > 1 ? coordinates : [...coordinates, ...coordinates],
        },
        properties: {},
      })),
      ...times.map(({ at, text }) => ({
        type: "Feature" as const,
        geometry: { type: "Point" as const, coordinates: at },
        properties: { text },
      })),
    ],
  };
}
