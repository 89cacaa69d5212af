import type { OpenCase } from "../cases/index.ts";
import { pointFeature, type TileFeature } from "./encode.ts";
import type { FinishedSquare } from "./finished.ts";
import { placed, worldOf, type Tile } from "./tile.ts";

/** How many cases each square of a level has, at the middle of them. */
export function heatOf(
  tile: Tile,
  level: number,
  unfinished: readonly OpenCase[],
  done: readonly FinishedSquare[],
): TileFeature[] {
  const squares = new Map<string, { count: number; sumX: number; sumY: number }>();
  const add = (x: number, y: number, count: number) => {
    const key = `${Math.floor(x * 2 ** level)} ${Math.floor(y * 2 ** level)}`;
    const square = squares.get(key) ?? { count: 0, sumX: 0, sumY: 0 };
    squares.set(key, { count: square.count + count, sumX: square.sumX + x * count, sumY: square.sumY + y * count });
  };
  for (const one of unfinished) add(...worldOf(one.lng, one.lat), 1);
  for (const { x, y, count } of done) add(x, y, count);
  return [...squares.values()].map(({ count, sumX, sumY }) =>
    pointFeature(placed(tile, sumX / count, sumY / count), { count }),
  );
}
