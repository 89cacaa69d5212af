import CheapRuler from "cheap-ruler";

/** Where somebody was: WGS 84, metres, milliseconds. */
export interface TrackPoint {
  readonly at: number;
  readonly lng: number;
  readonly lat: number;
  readonly accuracy: number;
}

export interface ThinRules {
  readonly trackSeconds: number;
  readonly trackMetres: number;
  readonly trackAccuracy: number;
}

/** Standing still is told too, but no more often than this. */
const stillSeconds = 300;

/**
 * The points worth keeping of a batch, in order of time: exact enough, one in each slot of time, and only where the
 * person moved on. What a slot is does not depend on the batch, so a point that is sent again meets its own slot.
 */
export function thin(points: readonly TrackPoint[], rules: ThinRules): (TrackPoint & { readonly slot: number })[] {
  const kept: (TrackPoint & { readonly slot: number })[] = [];
  const exact = points.filter((point) => point.accuracy <= rules.trackAccuracy);
  for (const point of exact.toSorted((one, other) => one.at - other.at)) {
    const slot = Math.floor(point.at / 1000 / rules.trackSeconds) * rules.trackSeconds;
    const last = kept.at(-1);
    if (last?.slot === slot) continue;
    const still = last !== undefined && metresBetween(last, point) < rules.trackMetres;
    if (still && point.at - last.at < stillSeconds * 1000) continue;
    kept.push({ ...point, slot });
  }
  return kept;
}

/** Metres along a track. A gap of more than ten minutes is no walk: nothing is known of it. */
export function metresAlong(points: readonly TrackPoint[]): number {
  let metres = 0;
  for (const [at, point] of points.entries()) {
    const last = points[at - 1];
    if (last !== undefined && point.at - last.at <= 600_000) metres += metresBetween(last, point);
  }
  return Math.round(metres);
}

const rulers = new Map<number, CheapRuler>();

function metresBetween(one: TrackPoint, other: TrackPoint): number {
  // A ruler serves a tenth of a degree around; a city has a handful.
  const parallel = Math.round(one.lat * 10) / 10;
  const ruler = rulers.get(parallel) ?? new CheapRuler(parallel, "meters");
  if (rulers.size < 100) rulers.set(parallel, ruler);
  return ruler.distance([one.lng, one.lat], [other.lng, other.lat]);
}
