import type { Database, Queryable } from "./database.ts";
import { DatabaseTooNew } from "./errors.ts";
import { migrations as all, type Migration } from "./migrations/index.ts";
import { sql } from "./sql.ts";

/** Any number, as long as nothing else that uses this database locks it. */
const lockKey = 20260301;

/**
 * Brings the schema up to this program's version; forward only. Each step is a transaction that also writes its number,
 * so a start that is cut short goes on at the next one. What is missing is asked step by step, not by the last number:
 * steps written side by side may arrive out of order. Two processes may start at once: the second waits at the lock, then
 * finds nothing left to do.
 * @param migrations the steps; other than the program's own only in tests
 * @returns the versions before and after
 * @throws DatabaseTooNew
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = all,
): Promise<{ from: number; to: number }> {
  const target = migrations.at(-1)?.version ?? 0;
  const done = await database.transaction(async (tx) => {
    await lock(tx, database.kind);
    // On a server these two need a right that the city's own account may lack; then an administrator makes them once.
    await tx.script("create extension if not exists postgis; create extension if not exists pg_trgm");
    await tx.query(sql`create table if not exists schema_version (
      version int primary key, name text not null, applied_at timestamptz not null default now())`);
    return stepsDone(tx);
  });
  const from = Math.max(0, ...done);
  if (from > target) throw new DatabaseTooNew(from, target);
  for (const migration of migrations) {
    if (done.has(migration.version)) continue;
    await database.transaction(async (tx) => {
      await lock(tx, database.kind);
      // Another process may have done this step while we waited.
      if ((await stepsDone(tx)).has(migration.version)) return;
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

async function stepsDone(tx: Queryable): Promise<ReadonlySet<number>> {
  const rows = await tx.query<{ version: number }>(sql`select version from schema_version`);
  return new Set(rows.map(({ version }) => version));
}
