import { open } from "node:fs/promises";
import { ImportError } from "../../imports/index.ts";
import { readCsv } from "./csv.ts";
import type { Grid } from "./grid.ts";
import { findInWorkbook } from "./xlsx/index.ts";

export { columnOf, letterOf, type CellDate, type CellValue, type Grid, type GridRow } from "./grid.ts";
export { isOneText, spans } from "./merged.ts";
export { dateOfSerial } from "./serial.ts";

/**
 * Looks for a table in a file by what the file is, not by what it is called.
 * @param name as the person knows it
 * @param wanted gives what was sought in a sheet, or nothing
 * @throws ImportError when the file cannot be read as a table
 */
export async function findTable<T>(
  { path, name, sheet }: { readonly path: string; readonly name: string; readonly sheet?: string },
  wanted: (grid: Grid) => T | undefined,
): Promise<{ readonly found: T | undefined; readonly sheets: readonly string[] }> {
  switch (await kindOf(path)) {
    case "zip":
      return findInWorkbook(path, wanted, sheet);
    case "ole":
      throw oldOrLocked();
    case "other": {
      const grid = await readCsv(path, name);
      return { found: wanted(grid), sheets: [grid.name] };
    }
  }
}

async function kindOf(path: string): Promise<"zip" | "ole" | "other"> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const head = buffer.toString("hex");
    return head.startsWith("504b") ? "zip" : head === "d0cf11e0" ? "ole" : "other";
  } finally {
    await file.close();
  }
}

const oldOrLocked = () =>
  new ImportError({
    zh: "这是旧版 .xls 文件，或加了密码。请用 Excel 或 WPS 打开后另存为不加密的 .xlsx 再试。",
    en: "This is an old .xls file, or it has a password. Open it in Excel and save it as .xlsx without a password.",
  });
