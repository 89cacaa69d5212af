import type { City } from "../city.ts";
import { directionOf, minus, type Point } from "../network/index.ts";
import { nameOf, type Candidate } from "./candidate.ts";

/** Metres, our own choices: at a place's door, still near enough to be told from it, and steps of a guess. */
const limits = { door: 20, farthest: 800 };
/** Places that are worth a candidate each. */
const most = 3;

/** By the places right here: 方圆酒店门口. */
export function atPlaces(city: City, at: Point): Candidate[] {
  return city.placesNear(at, limits.door, most).map(({ place, off }) => ({
    reading: { areas: [], anchor: { kind: "named", name: nameOf(place.name) }, relation: "entrance" },
    cost: off,
  }));
}

/** By the nearest places, straight across whatever lies between: 方圆酒店东120米. */
export function fromPlaces(city: City, at: Point): Candidate[] {
  return city.placesNear(at, limits.farthest, most).flatMap(({ place, off }) => {
    const metres = Math.round(off);
    const anchor = { kind: "named", name: nameOf(place.name) } as const;
    const direction = directionOf(minus(at, city.plane.point(place.at)));
    return [{ reading: { areas: [], anchor, offset: { direction, metres, about: false } }, cost: 100 + off }];
  });
}
