import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { BlobStore, Part } from "./blob-store.ts";

const suffixes: Readonly<Record<Part, string>> = { original: "", view: ".view", thumbnail: ".thumb" };

const hashPattern = /^[0-9a-f]{64}$/;

/** Keeps blobs under `<folder>/ab/cd/<hash>`; temporary files must lie on the same file system. */
export function makeDiskStore(folder: string): BlobStore {
  function path(hash: string, part: Part): string {
    // The schema of every route says so already; here it keeps any other path from ever being built.
    if (!hashPattern.test(hash)) throw new Error("Not the hash of a piece of evidence");
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}${suffixes[part]}`);
  }

  return {
    async put(hash, part, temporary) {
      const target = path(hash, part);
      const inner = dirname(target);
      await synchronise(temporary);
      await mkdir(inner, { recursive: true, mode: 0o700 });
      await rename(temporary, target);
      for (const level of [inner, dirname(inner), folder]) await synchronise(level);
    },

    async size(hash, part) {
      try {
        return (await stat(path(hash, part))).size;
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },

    read: (hash, part, range) => createReadStream(path(hash, part), range),

    async remove(hash) {
      for (const part of ["view", "thumbnail", "original"] as const) await rm(path(hash, part), { force: true });
    },
  };
}

/** Makes a file's bytes, or a folder's names, survive a power cut. Windows has no such call for folders. */
async function synchronise(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder && process.platform === "win32") return;
  const handle = await open(path, isFolder ? "r" : "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
