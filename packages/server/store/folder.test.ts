import fs, { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { buildChild, Child } from "../testing/child.ts";
import { FolderInUse, openDatabase, sql } from "./index.ts";

const patience = 120_000;
let bundle: string;
let parent: string;
let folder: string;

beforeAll(async () => {
  bundle = await buildChild(new URL("../testing/child-writer.ts", import.meta.url));
});
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "xiuhua-test-"));
  folder = join(parent, "var", "database");
});
afterEach(() => rm(parent, { recursive: true, force: true }));

test(
  "kill -9 in the middle of writing: each time every acknowledged write is there",
  { timeout: patience },
  async () => {
    let acknowledged = 0;
    for (const writes of [1, 40, 150]) {
      const child = new Child(bundle, [folder]);
      await child.message((said) => (said.acknowledged ?? 0) >= acknowledged + writes);
      await expect(openDatabase({ folder })).rejects.toThrow(FolderInUse);
      await child.kill();
      acknowledged = Math.max(...child.messages.map((said) => said.acknowledged ?? 0));
    }
    const database = await openDatabase({ folder });
    const [found] = await database.query<{ count: number; last: number; whole: boolean }>(
      sql`select count(*) as count, max(n) as last, bool_and(length(text) = n % 500) as whole from written`,
    );
    expect(found?.last).toBeGreaterThanOrEqual(acknowledged);
    // The one that was under way when the process died may be there or not; nothing is missing before it.
    expect(found?.last).toBeLessThanOrEqual(acknowledged + 1);
    expect(found).toMatchObject({ count: found?.last, whole: true });
    await database.close();
  },
);

test(
  "the folder is the owner's alone, runs durably, and opens again after an unfinished first start",
  { timeout: patience },
  async () => {
    mkdirSync(join(folder, "unfinished"), { recursive: true, mode: 0o755 });
    writeFileSync(join(folder, "unfinished", "PG_VERSION"), "17\n");
    const database = await openDatabase({ folder });
    expect(existsSync(join(folder, "unfinished"))).toBe(false);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const settings = await database.query(sql`select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method') order by name`);
    expect(settings).toEqual([
      { name: "fsync", setting: "on" },
      { name: "full_page_writes", setting: "on" },
      { name: "synchronous_commit", setting: "on" },
      // Its default, fdatasync, would end in a stub.
      { name: "wal_sync_method", setting: "fsync" },
    ]);

    // An acknowledged write has been handed to the disk, not only to the operating system: a power cut may come.
    await database.query(sql`create table written (n int)`);
    const synchronised = vi.spyOn(fs, "fdatasyncSync");
    syncBuiltinESMExports();
    for (let n = 1; n <= 5; n++) {
      await database.query(sql`insert into written values (${n})`);
      expect(synchronised.mock.calls.length).toBeGreaterThanOrEqual(n);
    }
    synchronised.mockRestore();
    syncBuiltinESMExports();

    await database.close();
    await database.close();
    await expect(database.query(sql`select 1`)).rejects.toThrow("closed");
  },
);
