import type { Readable } from "node:stream";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { limits } from "../../limits.ts";
import { ImportError } from "../../../imports/index.ts";
import { tooLarge } from "../../problem.ts";

/** The parts of a workbook by their paths. */
export interface Archive {
  has(path: string): boolean;
  /** @throws ImportError when it is longer than any ledger's */
  read(path: string): Promise<Readable>;
}

/**
 * Opens a workbook's zip while `read` runs. Nothing is unpacked that was not asked for.
 * @throws ImportError when the file is no sound workbook
 */
export async function withArchive<T>(path: string, read: (archive: Archive) => Promise<T>): Promise<T> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    return await read(await archiveOf(zip));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new ImportError(
      {
        zh: `不是完好的 Excel 文件（${why}）。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`,
        en: `This is no sound Excel file (${why}). Open it in Excel and save it as .xlsx again.`,
      },
      { cause: error },
    );
  } finally {
    zip?.close();
  }
}

async function archiveOf(zip: ZipFile): Promise<Archive> {
  const entries = new Map<string, Entry>();
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > limits.parts) throw tooLarge();
    entries.set(entry.fileName.replaceAll("\\", "/").replace(/^\//, "").toLowerCase(), entry);
  }
  let unpacked = 0;
  return {
    has: (path) => entries.has(path.toLowerCase()),
    async read(path) {
      const entry = entries.get(path.toLowerCase());
      if (!entry) throw new Error(`${path} is missing`);
      // The library stops a part that turns out longer than the archive says.
      unpacked += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.part || unpacked > limits.unpacked) throw tooLarge();
      return zip.openReadStreamPromise(entry);
    },
  };
}
