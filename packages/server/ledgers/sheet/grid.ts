/** A date as a spreadsheet has it: a wall time without a zone. */
export interface CellDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** What a formula could not compute, such as `#N/A`. */
export interface CellError {
  readonly error: string;
}

export type CellValue = string | number | boolean | CellDate | CellError;

/** A row with something in it; `row` as the spreadsheet counts, from 1. */
export interface GridRow {
  readonly row: number;
  /** By column from 0; a gap is an empty cell. */
  readonly cells: (CellValue | undefined)[];
}

/** A merged range; rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet: its rows that hold anything, in their order. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

/** `A`, `B`, … `Z`, `AA`: a column as the spreadsheet names it. */
export function letterOf(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** The column (from 0) that letters name; undefined when they name none. */
export function columnOf(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/i.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The column (from 0) and row (from 1) of an address such as `AB12`; undefined when it is none. */
export function addressOf(text: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text) ?? [];
  const column = columnOf(letters);
  return column === undefined ? undefined : { column, row: Number(digits) };
}
