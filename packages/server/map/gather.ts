import type { CaseCluster } from "../api/index.ts";
import type { OpenCase } from "../cases/index.ts";
import { openFeature, pointFeature, type TileFeature } from "./encode.ts";
import type { FinishedSquare } from "./finished.ts";
import { lightOf } from "./query.ts";
import { placed, worldOf, type Tile } from "./tile.ts";

/** What stands in one square, while it is gathered. */
interface Square {
  readonly lights: Record<"red" | "yellow" | "green" | "idle", number>;
  readonly states: Map<string, number>;
  /** The one open case, as long as there is only one. */
  only: OpenCase | undefined;
  count: number;
  done: number;
  sumX: number;
  sumY: number;
}

/**
 * Clusters: one for each square of a level, at the middle of what lies in it. An open case that is alone in its square
 * stands for itself.
 */
export function gather(
  tile: Tile,
  level: number,
  unfinished: readonly OpenCase[],
  done: readonly FinishedSquare[],
  now: number,
): TileFeature[] {
  const squares = new Map<string, Square>();
  const add = (x: number, y: number, count: number, procedure: string, state: string): Square => {
    const key = `${Math.floor(x * 2 ** level)} ${Math.floor(y * 2 ** level)}`;
    const square = squares.get(key) ?? empty();
    squares.set(key, square);
    square.count += count;
    square.sumX += x * count;
    square.sumY += y * count;
    const name = `${procedure}/${state}`;
    square.states.set(name, (square.states.get(name) ?? 0) + count);
    return square;
  };
  for (const one of unfinished) {
    const square = add(...worldOf(one.lng, one.lat), 1, one.procedure, one.state);
    square.lights[lightOf(one, now)] += 1;
    square.only = square.count === 1 ? one : undefined;
  }
  for (const { x, y, count, procedure, state } of done) {
    const square = add(x, y, count, procedure, state);
    square.done += count;
    square.only = undefined;
  }
  return [...squares.values()].map((square) => {
    if (square.only) return openFeature(tile, square.only);
    const { count, done: finished, lights, states } = square;
    const said: CaseCluster = {
      count,
      ...lights,
      done: finished,
      states: JSON.stringify(Object.fromEntries(states)),
      level,
    };
    return pointFeature(placed(tile, square.sumX / count, square.sumY / count), { ...said });
  });
}

const empty = (): Square => ({
  lights: { red: 0, yellow: 0, green: 0, idle: 0 },
  states: new Map(),
  only: undefined,
  count: 0,
  done: 0,
  sumX: 0,
  sumY: 0,
});
