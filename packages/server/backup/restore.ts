import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { cp, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { Type } from "typebox";
import { parse } from "@xiuhua/core/procedure";
import { migrations, sql, type Database, type Transaction } from "../store/index.ts";
import type { Manifest } from "./backup.ts";
import { BackupProblem } from "./problem.ts";
import { tableNames } from "./tables.ts";

const ManifestFile = Type.Object({
  format: Type.Literal(1),
  schema: Type.Integer(),
  madeAt: Type.String(),
  tables: Type.Record(Type.String(), Type.Object({ rows: Type.Integer(), sha256: Type.String() })),
});

const batch = 1000;

/**
 * Puts a backup into an empty, migrated database, in one transaction: whole or not at all.
 * @throws when the folder is no whole backup, was made by another schema, or the database is not empty.
 */
export async function restore(options: {
  readonly db: Database;
  readonly evidenceFolder: string;
  readonly source: string;
}): Promise<Manifest> {
  const { db, evidenceFolder, source } = options;
  const parsed = parse(ManifestFile, await readManifest(source));
  if (!parsed.ok)
    throw new BackupProblem(
      `${source} 不是完整的备份：清单读不出来。`,
      `${source} is no whole backup: its manifest does not read.`,
    );
  const manifest = parsed.value;
  const schema = Math.max(...migrations.map((one) => one.version));
  if (manifest.schema !== schema)
    throw new BackupProblem(
      `备份的数据库版本为 ${manifest.schema}，本程序为 ${schema}：请用当时的程序恢复后再升级。`,
      `The backup is of schema ${manifest.schema}, this program of ${schema}: restore with the version that made it, then upgrade.`,
    );
  // Files first: the database must never name one that is not there.
  const files = join(source, "evidence");
  if (await stat(files).catch(() => undefined)) await cp(files, evidenceFolder, { recursive: true });
  await db.transaction(async (tx) => {
    const known = new Set(await tableNames(tx));
    for (const [name, { rows, sha256 }] of Object.entries(manifest.tables)) {
      if (!known.has(name))
        throw new BackupProblem(
          `备份中有本程序不认识的表 ${name}。`,
          `The backup has a table ${name} that this program does not know.`,
        );
      const [taken] = await tx.query(sql`select 1 from ${sql.id(name)} limit 1`);
      if (taken !== undefined)
        throw new BackupProblem(
          `数据库不是空的（${name}），请恢复到新的数据库。`,
          `The database is not empty (${name}): restore into a new one.`,
        );
      await readTable(tx, name, join(source, "tables", `${name}.jsonl.gz`), rows, sha256);
    }
    await tx.query(
      sql`select setval(pg_get_serial_sequence('outbox', 'id'), (select coalesce(max(id), 0) + 1 from outbox))`,
    );
  });
  return manifest;
}

async function readManifest(source: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(source, "manifest.json"), "utf8"));
  } catch {
    return undefined;
  }
}

async function readTable(tx: Transaction, name: string, file: string, rows: number, sha256: string): Promise<void> {
  const hash = createHash("sha256");
  let waiting: string[] = [];
  let count = 0;
  const flush = async () => {
    // A composite's text becomes a row again by PostgreSQL's own reading.
    if (waiting.length > 0)
      await tx.query(
        sql`insert into ${sql.id(name)} select (line::${sql.id(name)}).* from unnest(${waiting}::text[]) as line`,
      );
    count += waiting.length;
    waiting = [];
  };
  for await (const line of linesOf(file)) {
    hash.update(`${line}\n`);
    const row: unknown = JSON.parse(line);
    if (typeof row !== "string") throw new BackupProblem(`${file} 已损坏。`, `${file} is damaged.`);
    waiting.push(row);
    if (waiting.length >= batch) await flush();
  }
  await flush();
  if (count !== rows || hash.digest("hex") !== sha256)
    throw new BackupProblem(
      `${file} 已损坏：应有 ${rows} 行，实有 ${count} 行，或内容不符。`,
      `${file} is damaged: it holds ${count} of ${rows} rows, or others than were written.`,
    );
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  } catch (error) {
    throw new BackupProblem(`${file} 已损坏：${String(error)}`, `${file} is damaged: ${String(error)}`, error);
  }
}
