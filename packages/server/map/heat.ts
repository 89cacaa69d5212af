import type { OpenTable } from "../cases/index.ts";
import type { TileFeature } from "./encode.ts";
import type { FinishedHeat } from "./finished.ts";
import { makeSquares } from "./squares.ts";
import { placed, type Tile } from "./tile.ts";

/** How many cases each square of a level has, at the middle of them. */
export function heatOf(
  tile: Tile,
  level: number,
  table: OpenTable,
  slots: readonly number[],
  done: readonly FinishedHeat[],
): TileFeature[] {
  const squares = makeSquares(level, () => ({ count: 0, sumX: 0, sumY: 0 }));
  const add = (x: number, y: number, count: number) => {
    const square = squares.at(x, y);
    square.count += count;
    square.sumX += x * count;
    square.sumY += y * count;
  };
  for (const slot of slots) add(table.x[slot] ?? 0, table.y[slot] ?? 0, 1);
  for (const { x, y, count } of done) add(x, y, count);
  return squares.all().map(({ count, sumX, sumY }) => ({
    type: 1,
    geometry: [placed(tile, sumX / count, sumY / count)],
    tags: { count },
  }));
}
