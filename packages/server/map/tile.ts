import { degreesOf } from "@xiuhua/core/place";
import type { TileAddress } from "../api/index.ts";

export type Tile = TileAddress;

/** West, south, east, north in WGS 84 degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Positions in a tile run from 0 to this on both sides (Mapbox Vector Tile 2.1, the usual extent). */
export const extent = 4096;

/** The tile's box; `margin` widens it by so much of its side. */
export function boxOf({ z, x, y }: Tile, margin = 0): Box {
  const size = 1 / 2 ** z;
  const [west, north] = degreesOf((x - margin) * size, (y - margin) * size);
  const [east, south] = degreesOf((x + 1 + margin) * size, (y + 1 + margin) * size);
  return [west, south, east, north];
}

/** Whether there is such a tile. */
export const exists = ({ z, x, y }: Tile): boolean => x < 2 ** z && y < 2 ** z;

/** A position of the world in a tile's own numbers. */
export function placed({ z, x, y }: Tile, worldX: number, worldY: number): [number, number] {
  return [Math.round((worldX * 2 ** z - x) * extent), Math.round((worldY * 2 ** z - y) * extent)];
}
