import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { ImportError } from "./errors.ts";
import { makeLineCount, type LineCount } from "./line-count.ts";
import type { SourceRow } from "./source-row.ts";

/** A quote that is never closed would swallow the rest of the file; longer than this no honest row is. In characters. */
const longestRow = 1 << 20;

const Parsed = Compile(
  Type.Object({ record: Type.Array(Type.String()), info: Type.Object({ bytes: Type.Integer() }) }),
);

/**
 * Rows of CSV text with a header. A row with more or fewer fields than the header is broken, by itself.
 * @throws ImportError when a column that is needed is missing, or a quote does not end
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  columns: readonly string[],
): AsyncGenerator<SourceRow, void, void> {
  const parser = parse({
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  });
  const lines = makeLineCount();
  const source = Readable.from(counted(text, lines), { objectMode: false });
  pipeline(source, parser, () => undefined);
  let header: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const parsed of parser) {
      if (!Parsed.Check(parsed)) throw new TypeError("csv-parse gave no record");
      const { record, info } = parsed;
      if (header === undefined) header = checkedHeader(record, columns);
      else if (!isBlank(record)) yield rowOf(header, record, line);
      line = lines.at(info.bytes);
    }
  } catch (error) {
    throw error instanceof CsvError ? unparsable(error, line) : error;
  }
}

async function* counted(text: AsyncIterable<string>, lines: LineCount): AsyncGenerator<Buffer, void, void> {
  for await (const part of text) {
    const bytes = Buffer.from(part);
    lines.add(bytes);
    yield bytes;
  }
}

const isBlank = (record: readonly string[]) => record.length <= 1 && (record[0] ?? "") === "";

function checkedHeader(header: readonly string[], columns: readonly string[]): readonly string[] {
  const names = header.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length === 0) return names;
  throw new ImportError({
    zh: `文件缺少列：${missing.join("、")}。文件中的列：${names.join("、")}。`,
    en: `The file lacks the column(s) ${missing.join(", ")}. It has: ${names.join(", ")}.`,
  });
}

function rowOf(header: readonly string[], record: readonly string[], line: number): SourceRow {
  if (record.length !== header.length)
    return {
      line,
      broken: {
        zh: `有 ${record.length} 个字段，表头为 ${header.length} 个`,
        en: `has ${record.length} fields where the header has ${header.length}`,
      },
    };
  const values: Record<string, string> = {};
  header.forEach((name, index) => (values[name] = record[index] ?? ""));
  return { line, values };
}

function unparsable(error: CsvError, line: number): ImportError {
  return new ImportError(
    {
      zh: `自第 ${line} 行起无法按 CSV 读取：可能有引号未成对（${error.code}）。`,
      en: `From line ${line} on this is not CSV: perhaps a quote is not closed (${error.code}).`,
    },
    { cause: error },
  );
}
