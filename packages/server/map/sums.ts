import { tallyGrain } from "../cases/index.ts";
import { placed, type Tile } from "./tile.ts";

/** What lies in one square of a tile. */
export interface SquareSum {
  /** The square's number, row by row. */
  readonly square: number;
  readonly count: number;
  /** The middle, in the tile's own numbers. */
  readonly at: readonly [number, number];
}

export interface Sums {
  /** How many squares there are. */
  readonly squares: number;
  /**
   * Adds some cases that lie at a position of the tile, in `tallyGrain` parts of the world.
   * @returns the number of the square that holds it
   */
  add(x: number, y: number, count: number): number;
  /** Squares with anything in them. */
  list(): SquareSum[];
}

/**
 * Adds up what lies in each square of a tile: by plain numbers side by side and whole positions, because a tile over a
 * whole city adds up each of its open cases.
 * @param level of squares as wide as the tile or narrower
 */
export function makeSums(tile: Tile, level: number): Sums {
  const shift = tallyGrain - level;
  const power = level - tile.z;
  const [left, top, last] = [tile.x * 2 ** power, tile.y * 2 ** power, 2 ** power - 1];
  // What a database worked out may lie a hair beside the tile.
  const within = (at: number) => (at < 0 ? 0 : at > last ? last : at);
  const squares = 2 ** (2 * power);
  const counts = new Int32Array(squares);
  const sumX = new Float64Array(squares);
  const sumY = new Float64Array(squares);
  return {
    squares,
    add(x, y, count) {
      const square = (within((y >> shift) - top) << power) + within((x >> shift) - left);
      counts[square] = (counts[square] ?? 0) + count;
      sumX[square] = (sumX[square] ?? 0) + x * count;
      sumY[square] = (sumY[square] ?? 0) + y * count;
      return square;
    },
    list: () =>
      [...counts.keys()].flatMap((square) => {
        const count = counts[square] ?? 0;
        if (count === 0) return [];
        const grains = count * 2 ** tallyGrain;
        return [{ square, count, at: placed(tile, (sumX[square] ?? 0) / grains, (sumY[square] ?? 0) / grains) }];
      }),
  };
}
