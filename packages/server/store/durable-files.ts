import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { PGlite, postgresMod } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Options = Partial<postgresMod.PostgresMod>;

/** What we need of Emscripten's file system on Node's files (NODEFS), which has no published types. */
interface NodeFiles {
  stream_ops: { fsync?: (stream: OpenFile) => number };
  realPath(node: unknown): string;
  tryFSOperation<T>(operation: () => T): T;
}
interface OpenFile {
  /** Node's file descriptor; a directory has none. */
  nfd?: number;
  node: unknown;
}

function isNodeFiles(value: unknown): value is NodeFiles {
  return (
    typeof value === "object" &&
    value !== null &&
    "stream_ops" in value &&
    "realPath" in value &&
    "tryFSOperation" in value
  );
}

/**
 * PGlite's files on disk, with `fsync` that reaches the disk. As shipped, Emscripten's NODEFS has no such operation and
 * answers PostgreSQL's fsync with success: a killed process loses nothing, a power cut loses acknowledged writes.
 *
 * The database must run without `-F` and with `wal_sync_method=fsync`: PostgreSQL's default there, fdatasync, is a
 * system call that Emscripten stubs out before it gets to the file system. See `startParameters`.
 */
export class DurableFiles extends NodeFS {
  override async init(database: PGlite, options: Options): Promise<{ emscriptenOpts: Options }> {
    const { emscriptenOpts } = await super.init(database, options);
    const passFsyncOn = (module: postgresMod.PostgresMod) => {
      const files: unknown = Reflect.get(module.FS.filesystems, "NODEFS");
      // A later PGlite that moves this must fail here, not lose writes in silence.
      if (!isNodeFiles(files)) throw new Error("This PGlite has no NODEFS to make durable");
      files.stream_ops.fsync = (stream) => files.tryFSOperation(() => synchronise(files, stream));
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), passFsyncOn] } };
  }
}

function synchronise(files: NodeFiles, stream: OpenFile): number {
  if (stream.nfd !== undefined) {
    fdatasyncSync(stream.nfd);
    return 0;
  }
  synchroniseFolder(files.realPath(stream.node));
  return 0;
}

/** Makes the names in a folder durable. Windows has no such call and keeps names in its journal. */
export function synchroniseFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Makes everything under a folder durable: for files that were copied there without PostgreSQL's own care. */
export function synchroniseTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) synchroniseTree(inner);
    else if (entry.isFile()) synchroniseFile(inner);
  }
  synchroniseFolder(path);
}

function synchroniseFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}
