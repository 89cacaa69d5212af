import { findHeading, type Heading } from "./heading.ts";
import type { LedgerForm } from "./fields.ts";
import { matchColumns, type Columns, type How } from "./columns.ts";
import type { LedgerChoices } from "../api/index.ts";
import { plainText } from "./read/index.ts";
import { ImportError } from "../imports/index.ts";
import { findTable, type Grid, type GridRow } from "./sheet/index.ts";

export interface TableColumn {
  readonly field: string;
  readonly column: number;
  readonly how: How;
  /** An empty cell stands for the one above it. */
  readonly fillDown: boolean;
}

/** The table of a file, with the columns that fill fields. */
export interface LedgerTable {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly heading: GridRow;
  readonly columns: readonly TableColumn[];
  readonly lng?: number;
  readonly lat?: number;
  /** The rows below the heading. */
  readonly rows: readonly GridRow[];
}

/**
 * Finds the table in a file: the first sheet with a row that names fields; else the first sheet, so that a person can say
 * which column is which.
 * @throws ImportError when there is no table at all
 */
export async function readTable(
  file: { readonly path: string; readonly name: string },
  form: LedgerForm,
  choices: LedgerChoices,
): Promise<LedgerTable> {
  let first: Grid | undefined;
  const look = (grid: Grid) => {
    if (grid.rows.length > 0) first ??= grid;
    const heading = findHeading(grid, form.fields, choices.headingRow);
    return heading && { grid, heading };
  };
  const { sheet } = choices;
  const { found, sheets } = await findTable({ ...file, ...(sheet === undefined ? {} : { sheet }) }, look);
  const { grid, heading } = found ?? withoutNames(form, first);
  return {
    sheet: grid.name,
    sheets,
    heading: heading.row,
    ...columnsOf(heading.columns, choices),
    rows: grid.rows.filter((row) => row.row >= heading.below),
  };
}

/** No row names a field: the first with more than a title in it is shown as the heading. */
function withoutNames(
  { fields }: LedgerForm,
  grid: Grid | undefined,
): { readonly grid: Grid; readonly heading: Heading } {
  const row = grid?.rows.find(({ cells }) => cells.filter((cell) => cell !== undefined).length > 1) ?? grid?.rows[0];
  if (!grid || !row) throw new ImportError({ zh: "文件里没有内容。", en: "There is nothing in the file." });
  return { grid, heading: { row, columns: matchColumns(fields, row), below: row.row + 1 } };
}

/** What a person chose goes before what was found. */
function columnsOf(
  { matches, ...axes }: Columns,
  choices: LedgerChoices,
): Pick<LedgerTable, "columns" | "lng" | "lat"> {
  const chosen = new Map(Object.entries(choices.columns ?? {}));
  const used = new Set([...chosen.values()].filter((column) => column !== null));
  const found = matches.filter(({ field, column }) => !chosen.has(field) && !used.has(column));
  const own = [...chosen].flatMap(([field, column]) =>
    column === null ? [] : [{ field, column, how: "chosen" as const }],
  );
  return {
    columns: [...found, ...own].map((one) => ({ ...one, fillDown: choices.fillDown?.includes(one.field) === true })),
    ...axes,
  };
}

/** The heading's texts by column. */
export const titlesOf = (table: LedgerTable): { readonly column: number; readonly title: string }[] =>
  table.heading.cells.flatMap((cell, column) => (cell === undefined ? [] : [{ column, title: plainText(cell) }]));
