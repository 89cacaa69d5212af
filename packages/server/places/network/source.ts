import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { NetworkProblem } from "./problem.ts";

/** What is kept of a file that was read. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal, of the file as it lies on the disk. */
  readonly sha256: string;
}

export interface Source {
  /** Without folders: what messages call it. */
  readonly name: string;
  /** Lower case, without `.gz`. */
  readonly kind: string;
  readonly bytes: number;
  /** The content from its beginning, unpacked; each call reads the file anew. */
  read(onProgress?: (bytesRead: number) => void): AsyncGenerator<Buffer, void, void>;
  /** Known once the file was read to its end. */
  record(): SourceFile;
}

/** Opens a file of the map, which may be packed by gzip. @throws NetworkProblem */
export async function openSource(path: string): Promise<Source> {
  const name = basename(path);
  const unreadable = (error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    return new NetworkProblem({ file: name }, { zh: `无法读取：${why}。`, en: `cannot be read: ${why}.` });
  };
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (!found.isFile()) throw unreadable("not a file / 不是文件");
  const packed = /\.gz$/i.test(path);
  let sha256 = "";
  return {
    name,
    kind: name.toLowerCase().replace(/\.gz$/, ""),
    bytes: found.size,
    async *read(onProgress) {
      const hash = createHash("sha256");
      const raw = createReadStream(path, { highWaterMark: 1 << 18 });
      raw.on("data", (chunk) => {
        hash.update(chunk);
        onProgress?.(raw.bytesRead);
      });
      const bytes = packed ? pipeline(raw, createGunzip(), () => undefined) : raw;
      try {
        for await (const chunk of bytes) if (Buffer.isBuffer(chunk)) yield chunk;
      } catch (error) {
        throw unreadable(error);
      }
      sha256 = hash.digest("hex");
    },
    record: () => ({ name, bytes: found.size, sha256 }),
  };
}
