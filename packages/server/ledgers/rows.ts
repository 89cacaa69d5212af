import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Words } from "@xiuhua/core/procedure";
import type { LedgerChoices } from "../api/index.ts";
import type { LedgerField, LedgerForm } from "./fields.ts";
import { plainText, readCell, type ReadContext } from "./read/index.ts";
import { isOneText, letterOf, type CellValue, type GridRow } from "./sheet/index.ts";
import type { LedgerTable } from "./table.ts";

/** Something about one cell, or about the row as a whole. */
export interface Remark {
  /** `C5`; absent where it is about the row, or about a field that has no column. */
  readonly cell?: string;
  readonly field?: string;
  readonly message: Words;
}

export interface LedgerRow {
  readonly row: number;
  /** What the opening is given; there is none for a row with a fault. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** What makes this row this row, whatever file it stands in. */
  readonly content?: string;
  readonly faults: readonly Remark[];
  readonly doubts: readonly Remark[];
  /** Field → what its cell says. */
  readonly shown: Readonly<Record<string, string>>;
}

export interface SkippedRow {
  readonly row: number;
  readonly text: string;
  readonly why: Words;
}

export interface LedgerRows {
  readonly rows: readonly LedgerRow[];
  readonly skipped: readonly SkippedRow[];
  /** There are dates without a year, and none was told. */
  readonly wantsYear: boolean;
}

/** Rows between two turns of everybody else. */
const rowsAtOnce = 200;

/** Every row of a table as the input of an opening, by itself; the engine has not been asked yet. */
export async function readRows(
  table: LedgerTable,
  form: LedgerForm,
  choices: LedgerChoices,
  context: ReadContext,
): Promise<LedgerRows> {
  const skipped: SkippedRow[] = [];
  const rows: LedgerRow[] = [];
  let wantsYear = false;
  const above = new Map<string, CellValue>();
  for (const [at, row] of table.rows.entries()) {
    if (at % rowsAtOnce === 0) await setImmediate();
    const why = reasonToSkip(row, table);
    if (why) {
      skipped.push({ row: row.row, text: plainText(row.cells.find((cell) => cell !== undefined) ?? ""), why });
      continue;
    }
    const read = readRow(row, table, form, choices, context, above);
    wantsYear ||= read.wantsYear;
    rows.push(read.row);
  }
  return { rows, skipped, wantsYear };
}

function readRow(
  row: GridRow,
  table: LedgerTable,
  form: LedgerForm,
  choices: LedgerChoices,
  context: ReadContext,
  above: Map<string, CellValue>,
): { readonly row: LedgerRow; readonly wantsYear: boolean } {
  const faults: Remark[] = [];
  const doubts: Remark[] = [];
  const shown: Record<string, string> = {};
  const values: [string, unknown][] = [];
  let wantsYear = false;
  const beside = { lng: cellAt(row, table.lng), lat: cellAt(row, table.lat) };
  for (const field of form.fields) {
    const column = table.columns.find((one) => one.field === field.name);
    let cell = cellAt(row, column?.column);
    if (column?.fillDown) {
      cell ??= above.get(field.name);
      if (cell !== undefined) above.set(field.name, cell);
    }
    cell ??= choices.fixed?.[field.name]?.trim() || undefined;
    const at = { ...cellOf(row, column?.column), field: field.name };
    if (cell === undefined) {
      if (field.required) faults.push({ ...at, message: required(field) });
      continue;
    }
    shown[field.name] = plainText(cell);
    const read = readCell(field, cell, context, beside);
    if (!read.ok) {
      faults.push({ ...at, message: about(field, read.fault) });
      wantsYear ||= read.wantsYear === true;
      continue;
    }
    if (read.doubt) doubts.push({ ...at, message: about(field, read.doubt) });
    values.push([field.name, read.value]);
  }
  const sound = faults.length === 0 ? { input: inputOf(values), content: contentOf(values) } : {};
  return { row: { row: row.row, ...sound, faults, doubts, shown }, wantsYear };
}

const cellAt = (row: GridRow, column: number | undefined): CellValue | undefined =>
  column === undefined ? undefined : row.cells[column];

export const cellOf = ({ row }: { readonly row: number }, column: number | undefined): Pick<Remark, "cell"> =>
  column === undefined ? {} : { cell: `${letterOf(column)}${row}` };

/** What is no case: a heading printed again, a group's title over the whole table, a sum. */
function reasonToSkip(row: GridRow, table: LedgerTable): Words | undefined {
  const columns = table.columns.map((one) => one.column);
  const texts = row.cells.flatMap((cell) => (cell === undefined ? [] : [plainText(cell)]));
  if (columns.length > 1 && columns.every((column) => same(row.cells[column], table.heading.cells[column])))
    return { zh: "重复的表头", en: "the heading again" };
  if (isOneText(row, columns)) return { zh: "整行合并的说明", en: "a note over the whole row" };
  if (/^(合计|总计|小计|共计|total)/iu.test(texts[0] ?? "") && texts.length < columns.length)
    return { zh: "合计行", en: "a sum" };
  return undefined;
}

const same = (one: CellValue | undefined, other: CellValue | undefined): boolean =>
  one !== undefined && other !== undefined && plainText(one) === plainText(other);

/** `informant/name` becomes a field of a field. */
function inputOf(values: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const [first = name, ...rest] = name.split("/");
    if (rest.length === 0) input[first] = value;
    else {
      const inner = input[first];
      input[first] = { ...(typeof inner === "object" ? inner : {}), ...inputOf([[rest.join("/"), value]]) };
    }
  }
  return input;
}

/** A place counts by its words: a better map finds another point for the same row. */
function contentOf(values: readonly (readonly [string, unknown])[]): string {
  const said = values.map(([name, value]) => [
    name,
    typeof value === "object" && value !== null && "text" in value ? value.text : value,
  ]);
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}

const required = ({ words }: LedgerField): Words => ({ zh: `请填写“${words.zh}”`, en: `${words.en} is required` });

const about = ({ words }: LedgerField, message: Words): Words => ({
  zh: `${words.zh}：${message.zh}`,
  en: `${words.en}: ${message.en}`,
});
