import { matchColumns, type Columns } from "./columns.ts";
import type { LedgerField } from "./fields.ts";
import { spans, type Grid, type GridRow } from "./sheet/index.ts";

/** The heading is among the first rows with something in them: above it stand titles, units, dates. */
const looked = 30;

export interface Heading {
  readonly row: GridRow;
  readonly columns: Columns;
  /** The first row below it, from 1. */
  readonly below: number;
}

/** The row that names most of the fields; undefined where no row names any. */
export function findHeading(grid: Grid, fields: readonly LedgerField[], at?: number): Heading | undefined {
  let best: { readonly row: GridRow; readonly columns: Columns; readonly points: number } | undefined;
  for (const row of at === undefined ? grid.rows.slice(0, looked) : grid.rows.filter((one) => one.row === at)) {
    const columns = matchColumns(fields, row);
    const points = pointsOf(columns, row);
    if (points > (best?.points ?? 0)) best = { row, columns, points };
  }
  if (!best) return undefined;
  const { row, columns } = best;
  const ends = grid.merges.filter((merge) => spans(merge, row.row)).map((merge) => merge.bottom);
  return { row, columns, below: Math.max(row.row, ...ends) + 1 };
}

/** A field by its very words counts most; texts that are all one are a title over the whole table. */
function pointsOf({ matches }: Columns, row: GridRow): number {
  const texts = new Set(row.cells.filter((cell) => cell !== undefined));
  if (texts.size === 1 && matches.length > 0 && row.cells.filter((cell) => cell !== undefined).length > 1) return 0;
  return matches.reduce((sum, match) => sum + (match.how === "same" ? 10 : 4), 0);
}
