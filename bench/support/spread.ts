import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import type { Feature, Polygon } from "geojson";
import { Type } from "typebox";
import { Value } from "typebox/value";
import file from "../../data/jiaozuo/outlines.json" with { type: "json" };
import { places, roads, type DemoPlace } from "./places.ts";

const Outlines = Type.Object({
  features: Type.Array(
    Type.Object({
      properties: Type.Object({ code: Type.String() }),
      geometry: Type.Object({ coordinates: Type.Array(Type.Array(Type.Tuple([Type.Number(), Type.Number()]))) }),
    }),
  ),
});

const areas = Value.Parse(Outlines, file)
  .features.map(({ properties: { code }, geometry: { coordinates } }): Feature<Polygon, { code: string }> => {
    const rings = coordinates.map((ring) => ring.map(([lng, lat]) => [lng, lat]));
    return { type: "Feature", properties: { code }, geometry: { type: "Polygon", coordinates: rings } };
  })
  // Longer codes are smaller areas: the first that holds a point is the smallest.
  .sort((one, other) => other.properties.code.length - one.properties.code.length);

/** Of ten reports eight come from the streets, most from few of them; the others from anywhere in the built-up city. */
const fromStreets = 0.8;
const builtUp = { west: 113.205, east: 113.332, south: 35.18, north: 35.265 };

/**
 * Spots as reports lie in a city: along the kerbs, crowded on the first streets, thinner on each further one. The same
 * in every run.
 */
export function spreadSpots(count: number): DemoPlace[] {
  const random = makeRandom(2022);
  const spots: DemoPlace[] = [];
  while (spots.length < count) {
    const [lng, lat] = random() < fromStreets ? onStreet(random) : anywhere(random);
    const area = areas.find((one) => booleanPointInPolygon([lng, lat], one))?.properties.code;
    const text = places[spots.length % places.length]?.text ?? "";
    if (area !== undefined && area.length > 4) spots.push({ text, lng, lat, area });
  }
  return spots;
}

function onStreet(random: () => number): [number, number] {
  const road = roads[Math.floor(random() ** 2 * roads.length)];
  if (!road) throw new Error("The demo has no roads");
  const along = random();
  // Ten metres to either side, or what passes for it.
  const aside = () => (random() - 0.5) * 0.0002;
  const between = (axis: 0 | 1) => road.from[axis] + (road.to[axis] - road.from[axis]) * along + aside();
  return [between(0), between(1)];
}

function anywhere(random: () => number): [number, number] {
  const { west, east, south, north } = builtUp;
  return [west + random() * (east - west), south + random() * (north - south)];
}

/** A linear congruential generator (Park and Miller's). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
