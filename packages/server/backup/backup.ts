import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { cp, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { migrations, sql, type Database, type Transaction } from "../store/index.ts";
import { BackupProblem } from "./problem.ts";
import { tableNames } from "./tables.ts";

/** What a backup says of itself; written last, so that a backup without it is a broken one. */
export interface Manifest {
  readonly format: 1;
  readonly schema: number;
  readonly madeAt: string;
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
}

/**
 * Writes everything into a new folder: each table as it stood at one moment (a snapshot, also while a
 * server writes), and all evidence. The folder appears under its name only when it is whole.
 * @throws when the folder exists already.
 */
export async function backUp(options: {
  readonly db: Database;
  readonly evidenceFolder: string;
  readonly target: string;
  readonly now: () => number;
}): Promise<Manifest> {
  const { db, evidenceFolder, target } = options;
  if (await exists(target))
    throw new BackupProblem(`${target} 已存在，请换一个新文件夹。`, `${target} exists already; name a new folder.`);
  const folder = `${target}.partial`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "tables"), { recursive: true, mode: 0o700 });
  const tables = await db.transaction(async (tx) => {
    await tx.query(sql`set transaction isolation level repeatable read`);
    const done: Record<string, Manifest["tables"][string]> = {};
    for (const name of await tableNames(tx))
      done[name] = await writeTable(tx, name, join(folder, "tables", `${name}.jsonl.gz`));
    return done;
  });
  // After the snapshot: files are never changed or removed, so all that it names are there.
  if (await exists(evidenceFolder))
    await cp(evidenceFolder, join(folder, "evidence"), {
      recursive: true,
      filter: (path) => !path.startsWith(join(evidenceFolder, "incoming")),
    });
  const manifest: Manifest = {
    format: 1,
    schema: Math.max(...migrations.map((one) => one.version)),
    madeAt: new Date(options.now()).toISOString(),
    tables,
  };
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(folder, target);
  return manifest;
}

/** A row is written as PostgreSQL's own text of the whole row: every type comes back as it was, geometry too. */
async function writeTable(tx: Transaction, name: string, file: string): Promise<Manifest["tables"][string]> {
  const hash = createHash("sha256");
  let rows = 0;
  async function* lines() {
    await tx.query(sql`declare backup_rows cursor for select t::text as line from ${sql.id(name)} t`);
    for (;;) {
      const found = await tx.query<{ line: string }>(sql`fetch 1000 from backup_rows`);
      if (found.length === 0) break;
      rows += found.length;
      const text = found.map((row) => `${JSON.stringify(row.line)}\n`).join("");
      hash.update(text);
      yield text;
    }
    await tx.query(sql`close backup_rows`);
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600 }));
  return { rows, sha256: hash.digest("hex") };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
