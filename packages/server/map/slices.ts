import { GeoJSONVT } from "@maplibre/geojson-vt";
import type { Feature } from "geojson";
import type { TileFeature } from "./encode.ts";
import { extent, type Tile } from "./tile.ts";

/** The nearest zoom at which our tiles are made; nearer ones the screen enlarges. */
export const nearest = 17;

/** Features cut into tiles, simplified for each zoom. The first tile of each part of the city is cut when it is asked for. */
export interface Slices {
  tile(tile: Tile): readonly TileFeature[];
}

/** @param features in WGS 84 degrees */
export function sliced(features: Feature[]): Slices {
  if (features.length === 0) return { tile: () => [] };
  const index = new GeoJSONVT(
    { type: "FeatureCollection", features },
    { maxZoom: nearest, indexMaxZoom: 5, extent, buffer: 80, tolerance: 3 },
  );
  return { tile: ({ z, x, y }) => index.getTile(z, x, y)?.features ?? [] };
}
