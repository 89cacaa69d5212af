import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import type { Reject } from "./source-row.ts";

export interface RejectFile {
  add(rejects: readonly Reject[]): Promise<void>;
  /** Resolves when all of it is handed to the disk. */
  close(): Promise<void>;
}

/** The rows that did not become cases: a CSV that a spreadsheet reads as UTF-8. Made with the first of them. */
export function makeRejectFile(path: string): RejectFile {
  let stream: ReturnType<typeof createWriteStream> | undefined;

  async function write(rows: readonly (readonly (string | number)[])[]): Promise<void> {
    if (stream === undefined) {
      stream = createWriteStream(path);
      await once(stream, "open");
      stream.write("\uFEFF");
    }
    // A value that begins with = would be carried out by the spreadsheet.
    if (!stream.write(stringify([...rows], { escape_formulas: true, record_delimiter: "windows" })))
      await once(stream, "drain");
  }

  return {
    async add(rejects) {
      if (rejects.length === 0) return;
      const header = stream === undefined ? [["line", "id", "field", "reason_zh", "reason_en"]] : [];
      await write([
        ...header,
        ...rejects.map(({ line, id, field, reason }) => [line, id, field, reason.zh, reason.en]),
      ]);
    },
    async close() {
      if (stream === undefined) return;
      stream.end();
      await finished(stream);
    },
  };
}
