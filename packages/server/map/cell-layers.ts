import type { MultiPolygon, Polygon } from "geojson";
import { worldOf } from "@xiuhua/core/place";
import type { Places } from "../places/index.ts";
import { pointFeature, type TileFeature } from "./encode.ts";
import { boxOf, placed, type Tile } from "./tile.ts";

/** From here on unit grid cells are drawn: of 10,000 m² each, a tile of 2 km has some four hundred. */
const cellsFrom = 14;
/** Cells in one tile at most. */
const mostCells = 4_000;

/** Tints that neighbouring responsibility grids may have. */
const tints = 5;

/**
 * Layer `cells` (code, and of its responsibility grid: grid, zh, en, tint): the unit grid. A city has up to hundreds of
 * thousands, so they are not cut in advance: those about the tile are found by their boxes. They are small, so they are not
 * clipped either. Layer `gridNames`: where the name of a responsibility grid stands in this tile.
 */
export function cellLayers(places: Pick<Places, "cells" | "grid">) {
  return (tile: Tile): { cells: readonly TileFeature[]; gridNames: readonly TileFeature[] } => {
    if (tile.z < cellsFrom) return { cells: [], gridNames: [] };
    const names = new Map<string, Name>();
    const cells = places.cells(boxOf(tile, 0.02), mostCells).map(({ code, outline }) => {
      const grid = places.grid(code);
      const said = grid && { grid: grid.code, zh: grid.name.zh, en: grid.name.en, tint: tintOf(grid.code) };
      const feature = outlineFeature(tile, outline, { code, ...said });
      if (said) addTo(names, said, feature.geometry);
      return feature;
    });
    const gridNames = [...names.values()].map(({ tags, sumX, sumY, corners }) =>
      pointFeature([Math.round(sumX / corners), Math.round(sumY / corners)], tags),
    );
    return { cells, gridNames };
  };
}

/** A responsibility grid's name, on its way to the middle of its cells. */
interface Name {
  readonly tags: Readonly<Record<string, string | number>>;
  sumX: number;
  sumY: number;
  corners: number;
}

function addTo(names: Map<string, Name>, tags: { readonly grid: string }, rings: OutlineFeature["geometry"]): void {
  const name = names.get(tags.grid) ?? { tags: { ...tags }, sumX: 0, sumY: 0, corners: 0 };
  names.set(tags.grid, name);
  for (const [x, y] of rings[0] ?? []) {
    name.sumX += x;
    name.sumY += y;
    name.corners += 1;
  }
}

/** The same tint for the same grid, whatever stands beside it. */
function tintOf(code: string): number {
  let sum = 0;
  for (const letter of code) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % tints;
}

interface OutlineFeature {
  readonly type: 3;
  readonly geometry: [number, number][][];
  readonly tags: Record<string, string | number>;
}

/** A shape in a tile's own numbers, not clipped: for small ones. */
export function outlineFeature(
  tile: Tile,
  outline: Polygon | MultiPolygon,
  tags: Readonly<Record<string, string | number>>,
): OutlineFeature {
  const rings = outline.type === "Polygon" ? outline.coordinates : outline.coordinates.flat();
  return {
    type: 3,
    geometry: rings.map((ring) => ring.map(([lng = 0, lat = 0]) => placed(tile, ...worldOf(lng, lat)))),
    tags: { ...tags },
  };
}
