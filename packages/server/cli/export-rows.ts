import { stringify } from "csv-stringify/sync";
import type { Column } from "./export-columns.ts";

export type Format = "csv" | "jsonl";

/** Rows as text, batch by batch. Instants in ISO 8601 UTC; in CSV what is not plain is JSON. */
export async function* writeRows(
  batches: AsyncIterable<readonly Readonly<Record<string, unknown>>[]>,
  columns: readonly Column[],
  format: Format,
  onRows: (count: number) => void,
): AsyncGenerator<string, void, void> {
  // The mark tells Excel that the file is UTF-8.
  if (format === "csv") yield `\uFEFF${csv([columns.map(({ name }) => name)])}`;
  for await (const batch of batches) {
    const rows = batch.map((row) => columns.map((column) => valueOf(row, column)));
    yield format === "csv"
      ? csv(rows.map((row) => row.map(plain)))
      : rows.map((row) => `${JSON.stringify(objectOf(columns, row))}\n`).join("");
    onRows(batch.length);
  }
}

/** A value that begins with = would be carried out by a spreadsheet. */
const csv = (rows: readonly (readonly string[])[]) =>
  stringify([...rows], { escape_formulas: true, record_delimiter: "windows" });

function valueOf(row: Readonly<Record<string, unknown>>, { name, instant }: Column): unknown {
  const value = row[name] ?? null;
  return instant && typeof value === "number" ? new Date(value).toISOString() : value;
}

function objectOf(columns: readonly Column[], row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name }, index) => [name, row[index]]));
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
