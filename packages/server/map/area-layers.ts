import type { Feature } from "geojson";
import { middleOf, type Area, type Places } from "../places/index.ts";
import type { TileFeature } from "./encode.ts";
import { sliced } from "./slices.ts";
import type { Tile } from "./tile.ts";

/** From which zoom each level's outlines and names are worth their ink. */
const outlineFrom: Readonly<Record<string, number>> = { city: 0, district: 0, subDistrict: 9, community: 12 };
const nameFrom: Readonly<Record<string, number>> = { city: 0, district: 8, subDistrict: 11, community: 13 };

/** Layers `areas` (outlines) and `areaNames` (where each name stands), with level, code and both names. */
export function areaLayers(places: Pick<Places, "areas">) {
  const areas = places.areas();
  const outlines = byLevel(areas, ({ outline, ...area }) => [feature(outline, tagsOf(area))]);
  const names = byLevel(areas, ({ outline, ...area }) => {
    const polygons = outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates;
    const [lng, lat] = middleOf(
      polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y] as const))),
    );
    return [feature({ type: "Point", coordinates: [lng, lat] }, tagsOf(area))];
  });
  const at = (slices: typeof outlines, from: Readonly<Record<string, number>>, tile: Tile): readonly TileFeature[] =>
    [...slices].flatMap(([level, slice]) => (tile.z >= (from[level] ?? 12) ? slice.tile(tile) : []));
  return (tile: Tile) => ({ areas: at(outlines, outlineFrom, tile), areaNames: at(names, nameFrom, tile) });
}

const tagsOf = ({ code, level, name }: Pick<Area, "code" | "level" | "name">) => ({
  code,
  level,
  zh: name.zh,
  // Maps break lines at hyphens: “Sub-district” would stand on two.
  en: name.en.replaceAll("-", "\u2011"),
});

function byLevel(areas: readonly Area[], make: (area: Area) => Feature[]) {
  const levels = new Map<string, Feature[]>();
  for (const area of areas) levels.set(area.level, [...(levels.get(area.level) ?? []), ...make(area)]);
  return new Map([...levels].map(([level, features]) => [level, sliced(features)]));
}

function feature(geometry: Feature["geometry"], properties: Feature["properties"]): Feature {
  return { type: "Feature", geometry, properties };
}
