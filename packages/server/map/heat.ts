import type { OpenCase } from "../cases/index.ts";
import { pointFeature, type TileFeature } from "./encode.ts";
import type { FinishedSquare } from "./finished.ts";
import { makeSquares } from "./squares.ts";
import { placed, type Tile } from "./tile.ts";

/** How many cases each square of a level has, at the middle of them. */
export function heatOf(
  tile: Tile,
  level: number,
  unfinished: readonly OpenCase[],
  done: readonly FinishedSquare[],
): TileFeature[] {
  const squares = makeSquares(level, () => ({ count: 0, sumX: 0, sumY: 0 }));
  const add = (x: number, y: number, count: number) => {
    const square = squares.at(x, y);
    square.count += count;
    square.sumX += x * count;
    square.sumY += y * count;
  };
  for (const { x, y } of unfinished) add(x, y, 1);
  for (const { x, y, count } of done) add(x, y, count);
  return squares
    .all()
    .map(({ count, sumX, sumY }) => pointFeature(placed(tile, sumX / count, sumY / count), { count }));
}
