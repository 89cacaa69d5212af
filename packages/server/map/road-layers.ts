import type { Feature } from "geojson";
import type { GazetteerData } from "@xiuhua/core/place";
import type { TileFeature } from "./encode.ts";
import { rankOf, type RoadRank } from "./road-rank.ts";
import { sliced } from "./slices.ts";
import type { Tile } from "./tile.ts";

/** From which zoom roads of a rank are drawn. */
const drawnFrom: Readonly<Record<RoadRank, number>> = { 1: 9, 2: 11, 3: 12, 4: 14 };
const waterFrom = 10;

/** Layers `roads` (rank, name) and `water` (name). */
export function roadLayers({ roads, places }: Pick<GazetteerData, "roads" | "places">) {
  const ranks = ([1, 2, 3, 4] as const).map((rank) => {
    const features = roads
      .filter((road) => rankOf(road) === rank)
      .map(({ name, line }) => lineOf(line, { name, rank }));
    return [drawnFrom[rank], sliced(features)] as const;
  });
  const rivers = sliced(places.flatMap(({ name, line }) => (line && line.length > 1 ? [lineOf(line, { name })] : [])));
  return (tile: Tile): { roads: readonly TileFeature[]; water: readonly TileFeature[] } => ({
    // The widest last, so that they lie on top.
    roads: ranks.toReversed().flatMap(([from, slices]) => (tile.z >= from ? slices.tile(tile) : [])),
    water: tile.z >= waterFrom ? rivers.tile(tile) : [],
  });
}

function lineOf(line: GazetteerData["roads"][number]["line"], properties: Feature["properties"]): Feature {
  return {
    type: "Feature",
    geometry: { type: "LineString", coordinates: line.map(([lng, lat]) => [lng, lat]) },
    properties,
  };
}
