import { Readable } from "node:stream";
import { writeXlsxStream, type ColumnDef } from "hucre/xlsx";
import type { Cell } from "./export-columns.ts";

/** Rows of an Excel file; beyond it the file is slow to open, and a CSV serves better. */
export const mostXlsxRows = 100_000;

/** Characters in one cell; Excel declares a file with more to be broken. */
const longestText = 32_767;

export interface XlsxTable {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number; readonly instants: boolean }[];
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
  /** The wall time in the city as if it were UTC: a spreadsheet's dates have no zone. */
  readonly wall: (at: Date) => Date;
}

/**
 * A table as an Excel workbook, written while the rows are read: memory does not grow with them. Texts are stored as
 * texts, so nothing in them is ever a formula.
 */
export function xlsx({ name, columns, batches, wall }: XlsxTable): Readable {
  const definitions: ColumnDef[] = columns.map(({ title, width }) => ({
    header: title,
    width,
    style: { font: { bold: true } },
  }));

  async function* rows() {
    // The writer has written the header by the time it asks for the first row; it looks a column's style up cell by
    // cell and knows no style for the header alone.
    for (const [index, definition] of definitions.entries())
      definition.style = columns[index]?.instants === true ? { numFmt: "yyyy-mm-dd hh:mm" } : {};
    for await (const batch of batches) {
      for (const row of batch)
        yield row.map((cell) => {
          if (cell === undefined) return null;
          if (cell instanceof Date) return wall(cell);
          return typeof cell === "string" ? plain(cell) : cell;
        });
    }
  }

  return Readable.from(
    piecesOf(writeXlsxStream(rows(), { name, columns: definitions, freezePane: { rows: 1 } }).getReader()),
  );
}

interface PieceReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** The file piece by piece; whoever stops reading stops the writing too. */
async function* piecesOf(reader: PieceReader): AsyncGenerator<Uint8Array> {
  try {
    for (let piece = await reader.read(); piece.value !== undefined; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}

/** Without what XML 1.0 can not hold (§2.2), and not longer than a cell may be; a character is not cut in half. */
function plain(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, "")
    .slice(0, longestText)
    .replace(/[\uD800-\uDBFF]$/, "");
}
