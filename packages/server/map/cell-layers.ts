import type { MultiPolygon, Polygon } from "geojson";
import { worldOf } from "@xiuhua/core/place";
import type { Places } from "../places/index.ts";
import type { TileFeature } from "./encode.ts";
import { boxOf, placed, type Tile } from "./tile.ts";

/** From here on unit grid cells are drawn: of 10,000 m² each, a tile of 2 km has some four hundred. */
const cellsFrom = 14;
/** Cells in one tile at most. */
const mostCells = 4_000;

/**
 * Layer `cells` (code): the unit grid. A city has up to hundreds of thousands, so they are not cut in advance: those about
 * the tile are found by their boxes. They are small, so they are not clipped either.
 */
export function cellLayers(places: Pick<Places, "cells">) {
  return (tile: Tile): { cells: readonly TileFeature[] } => ({
    cells:
      tile.z < cellsFrom
        ? []
        : places
            .cells(boxOf(tile, 0.02), mostCells)
            .map(({ code, outline }) => outlineFeature(tile, outline, { code })),
  });
}

/** A shape in a tile's own numbers, not clipped: for small ones. */
export function outlineFeature(
  tile: Tile,
  outline: Polygon | MultiPolygon,
  tags: Readonly<Record<string, string>>,
): TileFeature {
  const rings = outline.type === "Polygon" ? outline.coordinates : outline.coordinates.flat();
  return {
    type: 3,
    geometry: rings.map((ring) => ring.map(([lng = 0, lat = 0]) => placed(tile, ...worldOf(lng, lat)))),
    tags,
  };
}
