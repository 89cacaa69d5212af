import type { NamedArea } from "@xiuhua/core/place";
import type { Places } from "../places.ts";

/** The city's areas as the gazetteer takes them. */
export function namedAreas(places: Pick<Places, "areas">): NamedArea[] {
  return places.areas().map(({ code, name, outline }) => ({
    code,
    name: name.zh,
    polygons: (outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates).map((rings) =>
      rings.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng, lat] as const)),
    ),
  }));
}
