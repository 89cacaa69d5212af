import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase, sql } from "./index.ts";

const logSince = sql`select (pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) / 1048576)::int as megabytes
  from pg_control_checkpoint()`;

test(
  "the embedded database checkpoints, analyses and vacuums by itself as it is written to",
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "xiuhua-test-"));
    try {
      const database = await openDatabase({ folder });
      await database.query(sql`create table busy (n int primary key, text text)`);
      for (let part = 0; part < 5; part++) {
        await database.query(sql`insert into busy select ${part * 20_000}::int + i, repeat(md5(i::text), 20)
        from generate_series(1, 20000) i`);
      }
      const [before] = await database.query<{ megabytes: number }>(logSince);
      expect(before?.megabytes).toBeGreaterThan(64);
      await database.query(sql`delete from busy where n % 2 = 0`);
      await database.query(sql`select pg_stat_force_next_flush()`);
      // A few looks: a table is tended one look after the other.
      for (let statement = 0; statement < 1500; statement++) await database.query(sql`select 1`);
      const [after] = await database.query<{ megabytes: number }>(logSince);
      expect(after?.megabytes).toBeLessThan(64);
      const [table] = await database.query(sql`select s.n_dead_tup as dead, c.reltuples > 0 as analysed
      from pg_stat_user_tables s join pg_class c on c.oid = s.relid where s.relname = 'busy'`);
      expect(table).toEqual({ dead: 0, analysed: true });
      await database.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
