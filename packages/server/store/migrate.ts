import type { Database, Queryable } from "./database.ts";
import { DatabaseTooNew } from "./errors.ts";
import { migrations as all, type Migration } from "./migrations/index.ts";
import { sql } from "./sql.ts";

/** Any number, as long as nothing else that uses this database locks it. */
const lockKey = 20260301;

/**
 * Brings the schema up to this program's version; forward only. Each step is a transaction that also writes its number,
 * so a start that is cut short goes on at the next one. Two processes may start at once: the second waits at the lock,
 * then finds nothing left to do.
 * @param migrations the steps; other than the program's own only in tests
 * @returns the versions before and after
 * @throws DatabaseTooNew
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = all,
): Promise<{ from: number; to: number }> {
  const target = migrations.length;
  const from = await database.transaction(async (tx) => {
    await lock(tx, database.kind);
    // On a server these two need a right that the city's own account may lack; then an administrator makes them once.
    await tx.script("create extension if not exists postgis; create extension if not exists pg_trgm");
    await tx.query(sql`create table if not exists schema_version (
      version int primary key, name text not null, applied_at timestamptz not null default now())`);
    return currentVersion(tx);
  });
  if (from > target) throw new DatabaseTooNew(from, target);
  for (const migration of migrations.slice(from)) {
    await database.transaction(async (tx) => {
      await lock(tx, database.kind);
      // Another process may have done this step while we waited.
      if ((await currentVersion(tx)) >= migration.version) return;
      await tx.script(migration.sql);
      await tx.query(sql`insert into schema_version (version, name) values (${migration.version}, ${migration.name})`);
    });
  }
  return { from, to: target };
}

/** Held to the end of the transaction. A step over a big table may take longer than a statement usually may. */
async function lock(tx: Queryable, kind: Database["kind"]): Promise<void> {
  if (kind === "embedded") return;
  await tx.query(sql`set local statement_timeout = 0`);
  await tx.query(sql`select pg_advisory_xact_lock(${lockKey})`);
}

async function currentVersion(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    sql`select coalesce(max(version), 0) as version from schema_version`,
  );
  return row?.version ?? 0;
}
