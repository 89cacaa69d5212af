import type { CaseCluster } from "../api/index.ts";
import type { OpenTable } from "../cases/index.ts";
import { openFeature, pointFeature, type TileFeature } from "./encode.ts";
import type { FinishedSquare } from "./finished.ts";
import { lightAt, lights } from "./query.ts";
import { makeSums } from "./sums.ts";
import type { Tile } from "./tile.ts";

/**
 * Clusters: one for each square of a level, at the middle of what lies in it. An open case that is alone in its square
 * stands for itself.
 * @param slots open cases
 */
export function gather(
  tile: Tile,
  level: number,
  table: OpenTable,
  slots: Uint32Array,
  done: readonly FinishedSquare[],
  now: number,
): TileFeature[] {
  const sums = makeSums(tile, level);
  const width = table.states.list.length;
  const colours = new Int32Array(sums.squares * lights.length);
  const standing = new Int32Array(sums.squares * width);
  /** The slot of each square's last open case. */
  const last = new Int32Array(sums.squares);
  for (const slot of slots) {
    const square = sums.add(table.x[slot] ?? 0, table.y[slot] ?? 0, 1);
    const colour = square * lights.length + lightAt(table.warn[slot] ?? Infinity, table.due[slot] ?? Infinity, now);
    colours[colour] = (colours[colour] ?? 0) + 1;
    const state = square * width + (table.state[slot] ?? 0);
    standing[state] = (standing[state] ?? 0) + 1;
    last[square] = slot;
  }
  const finished = new Map<number, Map<string, number>>();
  for (const { x, y, count, procedure, state } of done) {
    const square = sums.add(x, y, count);
    finished.set(square, (finished.get(square) ?? new Map<string, number>()).set(`${procedure}/${state}`, count));
  }
  return sums.list().map(({ square, count, at }) => {
    const ended = finished.get(square);
    const only = count === 1 && !ended ? table.cases[last[square] ?? -1] : undefined;
    if (only) return openFeature(tile, only);
    const [red = 0, yellow = 0, green = 0, idle = 0] = colours.subarray(square * lights.length);
    const said: CaseCluster = {
      count,
      red,
      yellow,
      green,
      idle,
      done: [...(ended?.values() ?? [])].reduce((sum, one) => sum + one, 0),
      states: statesText(standing.subarray(square * width, (square + 1) * width), table, ended),
      level,
    };
    return pointFeature(at, { ...said });
  });
}

/** @param standing how many open cases stand in each of the table's states */
function statesText(standing: Int32Array, table: OpenTable, ended: ReadonlyMap<string, number> | undefined): string {
  const open = [...standing].flatMap((count, at) => (count > 0 ? [[table.states.list[at] ?? "", count] as const] : []));
  return JSON.stringify(Object.fromEntries([...open, ...(ended ?? [])]));
}
