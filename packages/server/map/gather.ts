import type { CaseCluster } from "../api/index.ts";
import type { OpenCase } from "../cases/index.ts";
import { openFeature, pointFeature, type TileFeature } from "./encode.ts";
import type { FinishedSquare } from "./finished.ts";
import { lightOf } from "./query.ts";
import { makeSquares } from "./squares.ts";
import { placed, type Tile } from "./tile.ts";

/** What stands in one square, while it is gathered. */
interface Square {
  readonly lights: Record<"red" | "yellow" | "green" | "idle", number>;
  /** By procedure and state. */
  readonly states: Map<string, Map<string, number>>;
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
  const squares = makeSquares(level, empty);
  for (const one of unfinished) {
    const square = squares.at(one.x, one.y);
    add(square, one, one.x, one.y, 1);
    square.lights[lightOf(one, now)] += 1;
    square.only = square.count === 1 ? one : undefined;
  }
  for (const one of done) {
    const square = squares.at(one.x, one.y);
    add(square, one, one.x, one.y, one.count);
    square.done += one.count;
    square.only = undefined;
  }
  return squares.all().map((square) => {
    if (square.only) return openFeature(tile, square.only);
    const { count, done: finished, lights, states } = square;
    const said: CaseCluster = {
      count,
      ...lights,
      done: finished,
      states: statesText(states),
      level,
    };
    return pointFeature(placed(tile, square.sumX / count, square.sumY / count), { ...said });
  });
}

type Kind = { readonly procedure: string; readonly state: string };

function add(square: Square, { procedure, state }: Kind, x: number, y: number, count: number): void {
  square.count += count;
  square.sumX += x * count;
  square.sumY += y * count;
  let states = square.states.get(procedure);
  if (states === undefined) square.states.set(procedure, (states = new Map()));
  states.set(state, (states.get(state) ?? 0) + count);
}

function statesText(states: Square["states"]): string {
  const named = [...states].flatMap(([procedure, counts]) =>
    [...counts].map(([state, count]) => [`${procedure}/${state}`, count] as const),
  );
  return JSON.stringify(Object.fromEntries(named));
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
