import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { forServer } from "../testing/databases.ts";
import { createOwnDatabase } from "../testing/server-template.ts";
import { CannotConnect, openDatabase, sql, sqlState } from "./index.ts";

test.each([
  [`postgresql://someone:s3cret@/city?host=${tmpdir()}/nobody&port=1`, "nobody:1/city"],
  [`socket:${tmpdir()}/nobody?db=city`, "nobody:5432/city"],
  ["postgresql://someone:s3cret@127.0.0.1:1/city", "127.0.0.1:1/city"],
])("a server that is not there is named, without the password: %s", async (url, place) => {
  const error = await openDatabase({ url }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(CannotConnect);
  const named = expect.stringContaining(place);
  expect(error).toMatchObject({ words: { zh: named, en: named }, message: named });
  expect(JSON.stringify(error) + String(error)).not.toContain("s3cret");
});

test("an address that is none is refused, without being quoted", async () => {
  const error = await openDatabase({ url: "postgresql://a:s3cret@[x/city" }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(CannotConnect);
  expect(String(error)).not.toContain("s3cret");
});

forServer("a server", (url) => {
  test("every session runs in UTC and has a time limit", { timeout: 30_000 }, async () => {
    const own = await createOwnDatabase(url, "empty");
    try {
      const [row] = await own.database.query(sql`select current_setting('timezone') as zone,
          current_setting('statement_timeout') as timeout, current_setting('application_name') as name`);
      expect(row).toEqual({ zone: "UTC", timeout: "30s", name: "xiuhua" });
    } finally {
      await own.drop();
    }
  });

  test(
    "connections that the server cuts, idle or at work, end their statement and nothing else",
    { timeout: 30_000 },
    async () => {
      const own = await createOwnDatabase(url, "empty");
      const messages: string[] = [];
      const database = await openDatabase({ url: own.url, connections: 3, log: (message) => messages.push(message) });
      const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`;
      try {
        const atWork = database.transaction(async (tx) => {
          await tx.query(sql`select 1`);
          await own.database.query(cut);
          await tx.query(sql`select 1`);
        });
        await expect(atWork).rejects.toThrow(/terminat|connection error|EPIPE|ECONNRESET/);
        expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
        expect(messages).toContain("lost a database connection");
      } finally {
        await database.close();
        await own.drop();
      }
    },
  );

  test("the time limit ends a statement by its code", { timeout: 30_000 }, async () => {
    const own = await createOwnDatabase(url, "empty");
    try {
      const slow = own.database.transaction(async (tx) => {
        await tx.query(sql`set local statement_timeout = '20ms'`);
        await tx.query(sql`select pg_sleep(60)`);
      });
      expect(sqlState(await slow.catch((caught: unknown) => caught))).toBe("57014");
    } finally {
      await own.drop();
    }
  });
});
