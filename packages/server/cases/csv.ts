import { stringify } from "csv-stringify/sync";
import type { Cell } from "./export-columns.ts";

/** Tells Excel that the file is UTF-8; without it Chinese comes out as rubbish. */
const byteOrderMark = "\uFEFF";

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled), a batch at a time. A text that a spreadsheet would take for a formula
 * gets a leading `'` (OWASP, CSV injection): what a stranger reports must not run on the officer's computer. Numbers
 * stay numbers, negative ones too.
 *
 * @param instant writes an instant, as it reads in the city
 */
export async function* csv(
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
  instant: (at: Date) => string,
): AsyncGenerator<string, void, void> {
  const write = (rows: readonly (readonly Cell[])[]) =>
    stringify([...rows], { record_delimiter: "windows", escape_formulas: true, cast: { date: instant } });
  yield byteOrderMark + write([header]);
  for await (const rows of batches) yield write(rows);
}
