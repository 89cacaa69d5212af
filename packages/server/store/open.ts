import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Database, StoreLog } from "./database.ts";
import { synchroniseTree, synchroniseFolder } from "./durable-files.ts";
import { openEmbedded } from "./embedded.ts";
import { lockFolder } from "./folder-lock.ts";
import { openServer } from "./server.ts";

/** Where the database is; exactly one of the three. */
export interface DatabaseOptions {
  /** A PostgreSQL server with PostGIS: `DATABASE_URL`. */
  readonly url?: string;
  /** A folder of this process's own, made if it is not there. */
  readonly folder?: string;
  /** Nothing kept: for tests. */
  readonly memory?: true;
  /** Connections to a server at most: `DATABASE_POOL`, 8 unless said. */
  readonly connections?: number;
  readonly log?: StoreLog;
}

/**
 * Opens the database; `migrate` it before use.
 * @throws FolderInUse, CannotConnect
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url !== undefined) return openServer(options.url, options.connections, options.log);
  if (options.folder !== undefined) return openFolder(resolve(options.folder), options.log);
  return openEmbedded({ memory: true });
}

async function openFolder(folder: string, log: StoreLog | undefined): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // PostgreSQL refuses a data folder that others may read, and so do we when the folder was there before.
  await chmod(folder, 0o700);
  const lock = await lockFolder(folder);
  try {
    const data = join(folder, "data");
    if (!existsSync(data)) await create(folder, data);
    return await openEmbedded({ folder: data }, () => lock.release(), log);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Makes an empty database aside and gives it its name when it is whole and on the disk: a first start may be killed. */
async function create(folder: string, data: string): Promise<void> {
  const unfinished = join(folder, "unfinished");
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await (await openEmbedded({ folder: unfinished })).close();
  synchroniseTree(unfinished);
  await rename(unfinished, data);
  synchroniseFolder(folder);
}
