import { Type, type Static } from "typebox";
import { Value } from "typebox/value";
import file from "../../data/jiaozuo/places.json" with { type: "json" };

const Place = Type.Object({ text: Type.String(), lng: Type.Number(), lat: Type.Number(), area: Type.String() });
export type DemoPlace = Static<typeof Place>;

const Point = Type.Tuple([Type.Number(), Type.Number()]);
const Road = Type.Object({ from: Point, to: Point });

/** The demo city's places, with the communities they lie in. */
export const places: readonly DemoPlace[] = Value.Parse(Type.Object({ places: Type.Array(Place) }), file).places;

/** The demo city's roads, straight lines all. */
export const roads: readonly Static<typeof Road>[] = Value.Parse(Type.Object({ roads: Type.Array(Road) }), file).roads;
