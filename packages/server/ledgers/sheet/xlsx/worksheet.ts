import { limits } from "../../limits.ts";
import { addressOf, type CellValue, type Grid, type GridRow, type Merge } from "../grid.ts";
import { dateOfSerial } from "../serial.ts";
import { tooLarge } from "../../problem.ts";
import type { Archive } from "./archive.ts";
import type { Workbook, WorkbookSheet } from "./workbook.ts";
import { readXml, unescaped } from "./xml.ts";

interface Meaning {
  readonly strings: readonly string[];
  readonly isDate: (style: number) => boolean;
  readonly later: Workbook["later"];
}

/**
 * The rows of a sheet that hold anything, read while it unpacks. A formula counts as what it last gave; one that was never
 * computed is an empty cell.
 */
export async function readWorksheet(archive: Archive, sheet: WorkbookSheet, meaning: Meaning): Promise<Grid> {
  const rows: GridRow[] = [];
  const merges: Merge[] = [];
  let row = 0;
  let column = -1;
  let cells: (CellValue | undefined)[] = [];
  let cell = { type: "", style: 0 };
  let text = "";
  let takes = false;
  let aloud = false;

  await readXml(await archive.read(sheet.path), {
    open(name, attribute) {
      if (name === "row") {
        row = Number(attribute("r") ?? row + 1);
        column = -1;
        cells = [];
      } else if (name === "c") {
        column = addressOf(attribute("r") ?? "")?.column ?? column + 1;
        cell = { type: attribute("t") ?? "n", style: Number(attribute("s") ?? 0) };
        text = "";
      } else if (name === "v" || name === "t") takes = true;
      else if (name === "rPh") aloud = true;
      else if (name === "mergeCell") {
        const merge = mergeOf(attribute("ref") ?? "");
        if (merge) merges.push(merge);
        if (merges.length > limits.merges) throw tooLarge();
      }
    },
    text(part) {
      if (takes && !aloud && text.length <= limits.text) text += part;
    },
    close(name) {
      if (name === "v" || name === "t") takes = false;
      else if (name === "rPh") aloud = false;
      else if (name === "c" && column < limits.columns) {
        const value = valueOf(cell, text, meaning);
        if (value !== undefined) cells[column] = value;
      } else if (name === "row" && cells.length > 0) {
        if (rows.length >= limits.rows) throw tooLarge();
        rows.push({ row, cells: Array.from(cells) });
      }
    },
  });
  return { name: sheet.name, rows: rows.toSorted((one, other) => one.row - other.row), merges };
}

function valueOf(
  { type, style }: { readonly type: string; readonly style: number },
  raw: string,
  { strings, isDate, later }: Meaning,
): CellValue | undefined {
  switch (type) {
    case "s":
      return filled(strings[Number(raw)] ?? "");
    case "b":
      return raw === "1";
    case "e":
      return { error: raw };
    case "d":
    case "str":
    case "inlineStr":
      return filled(unescaped(raw));
    default: {
      const number = raw.trim() === "" ? Number.NaN : Number(raw);
      if (Number.isNaN(number)) return filled(raw);
      return isDate(style) ? (dateOfSerial(number, later) ?? number) : number;
    }
  }
}

/** Blanks alone are an empty cell, the ideographic one too. */
const filled = (text: string): string | undefined => (text.trim() === "" ? undefined : text);

function mergeOf(reference: string): Merge | undefined {
  const [from = "", to = ""] = reference.split(":");
  const [start, end] = [addressOf(from), addressOf(to)];
  if (!start || !end || end.row < start.row || end.column < start.column) return undefined;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
