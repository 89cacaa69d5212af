import { Type, type Static } from "typebox";
import { Value } from "typebox/value";
import network from "../../data/jiaozuo/network.json" with { type: "json" };
import file from "../../data/jiaozuo/places.json" with { type: "json" };

const Place = Type.Object({ text: Type.String(), lng: Type.Number(), lat: Type.Number(), area: Type.String() });
export type DemoPlace = Static<typeof Place>;

const Point = Type.Tuple([Type.Number(), Type.Number()]);
const Network = Type.Object({
  features: Type.Array(Type.Object({ geometry: Type.Object({ type: Type.String(), coordinates: Type.Unknown() }) })),
});

/** A straight piece of a road. */
export interface DemoRoad {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** The demo city's places, with the communities they lie in. */
export const places: readonly DemoPlace[] = Value.Parse(Type.Object({ places: Type.Array(Place) }), file).places;

/** The demo city's roads, piece by straight piece. */
export const roads: readonly DemoRoad[] = Value.Parse(Network, network).features.flatMap(({ geometry }) => {
  if (geometry.type !== "LineString") return [];
  const line = Value.Parse(Type.Array(Point), geometry.coordinates);
  return line.slice(1).flatMap((to, at) => {
    const from = line[at];
    return from ? [{ from, to }] : [];
  });
});
