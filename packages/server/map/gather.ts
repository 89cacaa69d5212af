import type { CaseCluster } from "../api/index.ts";
import type { OpenTable } from "../cases/index.ts";
import { openFeature, pointFeature, type TileFeature } from "./encode.ts";
import type { FinishedSquare } from "./finished.ts";
import { lightOf } from "./query.ts";
import { makeSquares } from "./squares.ts";
import { placed, type Tile } from "./tile.ts";

/** What stands in one square, while it is gathered. */
interface Square {
  readonly lights: Record<"red" | "yellow" | "green" | "idle", number>;
  /** Open cases by the number of their state in the table. */
  readonly open: Map<number, number>;
  /** Finished ones by procedure and state. */
  readonly finished: Map<string, number>;
  /** The slot of the last open case. */
  last: number;
  count: number;
  done: number;
  sumX: number;
  sumY: number;
}

/**
 * Clusters: one for each square of a level, at the middle of what lies in it. An open case that is alone in its square
 * stands for itself.
 * @param slots open cases, in the order of their squares
 */
export function gather(
  tile: Tile,
  level: number,
  table: OpenTable,
  slots: readonly number[],
  done: readonly FinishedSquare[],
  now: number,
): TileFeature[] {
  const squares = makeSquares(level, empty);
  for (const slot of slots) {
    const [x, y] = [table.x[slot] ?? 0, table.y[slot] ?? 0];
    const square = squares.at(x, y);
    square.count += 1;
    square.sumX += x;
    square.sumY += y;
    square.lights[lightOf(table.warn[slot] ?? Infinity, table.due[slot] ?? Infinity, now)] += 1;
    const state = table.state[slot] ?? 0;
    square.open.set(state, (square.open.get(state) ?? 0) + 1);
    square.last = slot;
  }
  for (const { x, y, count, procedure, state } of done) {
    const square = squares.at(x, y);
    square.count += count;
    square.done += count;
    square.sumX += x * count;
    square.sumY += y * count;
    const name = `${procedure}/${state}`;
    square.finished.set(name, (square.finished.get(name) ?? 0) + count);
  }
  return squares.all().map((square) => {
    const only = square.count === 1 && square.done === 0 ? table.cases[square.last] : undefined;
    if (only) return openFeature(tile, only);
    const { count, done: finished, lights } = square;
    const said: CaseCluster = { count, ...lights, done: finished, states: statesText(square, table), level };
    return pointFeature(placed(tile, square.sumX / count, square.sumY / count), { ...said });
  });
}

function statesText({ open, finished }: Square, table: OpenTable): string {
  const named = [...open].map(([state, count]) => [table.states.list[state] ?? "", count] as const);
  return JSON.stringify(Object.fromEntries([...named, ...finished]));
}

const empty = (): Square => ({
  lights: { red: 0, yellow: 0, green: 0, idle: 0 },
  open: new Map(),
  finished: new Map(),
  last: -1,
  count: 0,
  done: 0,
  sumX: 0,
  sumY: 0,
});
