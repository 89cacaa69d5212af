import type { OpenTable } from "../cases/index.ts";
import { pointFeature, type TileFeature } from "./encode.ts";
import type { FinishedHeat } from "./finished.ts";
import { makeSums } from "./sums.ts";
import type { Tile } from "./tile.ts";

/** How many cases each square of a level has, at the middle of them. */
export function heatOf(
  tile: Tile,
  level: number,
  table: OpenTable,
  slots: Uint32Array,
  done: readonly FinishedHeat[],
): TileFeature[] {
  const sums = makeSums(tile, level);
  for (const slot of slots) sums.add(table.x[slot] ?? 0, table.y[slot] ?? 0, 1);
  for (const { x, y, count } of done) sums.add(x, y, count);
  return sums.list().map(({ count, at }) => pointFeature(at, { count }));
}
