import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { decode } from "../../imports/index.ts";
import { limits } from "../limits.ts";
import { ImportError } from "../../imports/index.ts";
import { tooLarge } from "../problem.ts";
import type { Grid, GridRow } from "./grid.ts";

const Parsed = Compile(Type.Array(Type.String()));

/** Lines whose marks tell what stands between the cells. */
const sniffed = 10;

/**
 * A text file as a sheet: UTF-8, what Chinese spreadsheets write (GBK), or “Unicode text” (UTF-16); commas, semicolons or tabs.
 * Rows are counted as a spreadsheet would show them.
 * @throws ImportError
 */
export async function readCsv(path: string, name: string): Promise<Grid> {
  const text = await textOf(await readFile(path));
  const rows: GridRow[] = [];
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1 << 20,
  });
  pipeline(Readable.from(pieces(text), { objectMode: false }), parser, () => undefined);
  let row = 0;
  try {
    for await (const record of parser) {
      row += 1;
      if (!Parsed.Check(record)) throw new TypeError("csv-parse gave no record");
      const cells = record.slice(0, limits.columns).map(cellOf);
      if (cells.every((cell) => cell === undefined)) continue;
      if (rows.length >= limits.rows) throw tooLarge();
      rows.push({ row, cells });
    }
  } catch (error) {
    throw error instanceof CsvError ? unparsable(error, row + 1) : error;
  }
  return { name: basename(name).replace(/\.[^.]*$/, ""), rows, merges: [] };
}

/** Our own exports put a `'` before what a spreadsheet would compute; it is no part of the text. */
function cellOf(text: string): string | undefined {
  const bare = text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, "");
  return bare.trim() === "" ? undefined : bare;
}

async function textOf(bytes: Buffer): Promise<string> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  let text = "";
  const encoding = isUtf8(bytes) ? "utf-8" : "gbk";
  for await (const part of decode(single(bytes), encoding)) text += part;
  return text;
}

async function* single(bytes: Buffer): AsyncGenerator<Buffer, void, void> {
  yield bytes;
}

/** In pieces, so that others get their turn while a large file is read. */
function* pieces(text: string): Generator<Buffer, void, void> {
  for (const piece of text.match(/[^]{1,65536}/gu) ?? []) yield Buffer.from(piece);
}

function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/, sniffed).join("\n");
  const counts = [",", "\t", ";"].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

const unparsable = (error: CsvError, row: number) =>
  new ImportError(
    {
      zh: `自第 ${row} 行起无法按 CSV 读取：可能有引号未成对（${error.code}）。`,
      en: `From row ${row} on this is not CSV: perhaps a quote is not closed (${error.code}).`,
    },
    { cause: error },
  );
