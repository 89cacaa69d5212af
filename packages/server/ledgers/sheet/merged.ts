import { limits } from "../limits.ts";
import { ImportError } from "../../imports/index.ts";
import type { Grid, GridRow, Merge } from "./grid.ts";

/**
 * Gives every cell of a merged range the value of its first. Only rows that hold something of their own are filled: a
 * range drawn down to the end of the sheet makes no rows.
 * @throws ImportError when the ranges cover more cells than any ledger has
 */
export function fillMerged(grid: Grid): Grid {
  const byRow = new Map(grid.rows.map((row) => [row.row, row]));
  const numbers = grid.rows.map((row) => row.row);
  let filled = 0;
  for (const merge of grid.merges) {
    const value = byRow.get(merge.top)?.cells[merge.left];
    if (value === undefined) continue;
    const right = Math.min(merge.right, limits.columns - 1);
    for (let at = firstFrom(numbers, merge.top); at < numbers.length; at += 1) {
      const row = byRow.get(numbers[at] ?? 0);
      if (!row || row.row > merge.bottom) break;
      filled += right - merge.left + 1;
      if (filled > limits.filled) throw tooMuchMerged();
      for (let column = merge.left; column <= right; column += 1) row.cells[column] = value;
    }
  }
  return grid;
}

/** Whether all that a row shows in these columns is one merged text: a group's heading, a note at the end. */
export function isOneText(row: GridRow, columns: readonly number[]): boolean {
  const values = columns.map((column) => row.cells[column]).filter((value) => value !== undefined);
  return values.length > 2 && values.length === columns.length && values.every((value) => value === values[0]);
}

export const spans = (merge: Merge, row: number): boolean => merge.top <= row && merge.bottom >= row;

function firstFrom(sorted: readonly number[], from: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

const tooMuchMerged = () =>
  new ImportError({
    zh: "合并单元格的范围过大，无法读取。请取消多余的合并后再试。",
    en: "The merged ranges are too large to be read. Unmerge what need not be merged and try again.",
  });
