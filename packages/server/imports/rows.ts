import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { csvRows } from "./csv-rows.ts";
import { decode, type Encoding } from "./decode.ts";
import { ImportError } from "./errors.ts";
import { jsonRows } from "./json-rows.ts";
import type { SourceRow } from "./source-row.ts";

export interface RowFile {
  readonly path: string;
  /** UTF-8 unless said. */
  readonly encoding?: Encoding;
  /** Columns that must be there; only a CSV file says beforehand which it has. */
  readonly columns: readonly string[];
}

export interface RowReader {
  /** Bytes of the file as it lies on the disk. */
  readonly bytes: number;
  /** How many of them were read. */
  read(): number;
  readonly rows: AsyncIterable<SourceRow>;
}

/**
 * Reads `.csv` and `.jsonl`, each also as `.gz`, row by row in bounded memory.
 * @throws ImportError when the file cannot be read; while reading, when it cannot be understood
 */
export async function openRows(file: RowFile): Promise<RowReader> {
  const name = file.path.toLowerCase().replace(/\.gz$/, "");
  const found = await stat(file.path).catch((error: unknown) => {
    throw unreadable(file.path, error);
  });
  if (!found.isFile()) throw unreadable(file.path, new Error("not a file / 不是文件"));
  const raw = createReadStream(file.path, { highWaterMark: 1 << 18 });
  const bytes = file.path.toLowerCase().endsWith(".gz") ? pipeline(raw, createGunzip(), () => undefined) : raw;
  const text = decode(buffers(bytes, file.path), file.encoding ?? "utf-8");
  return {
    bytes: found.size,
    read: () => raw.bytesRead,
    rows: name.endsWith(".jsonl") || name.endsWith(".ndjson") ? jsonRows(text) : csvRows(text, file.columns),
  };
}

async function* buffers(bytes: AsyncIterable<unknown>, path: string): AsyncGenerator<Buffer, void, void> {
  try {
    for await (const chunk of bytes) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): ImportError {
  const why = error instanceof Error ? error.message : String(error);
  return new ImportError({ zh: `无法读取文件 ${path}：${why}。`, en: `The file ${path} cannot be read: ${why}.` });
}
