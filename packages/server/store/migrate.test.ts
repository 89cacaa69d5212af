import { expect, test } from "vitest";
import { forEachDatabase, forServer } from "../testing/databases.ts";
import { createOwnDatabase } from "../testing/server-template.ts";
import { DatabaseTooNew, migrate, migrations, openDatabase, sql } from "./index.ts";

const known = migrations.at(-1)!.version;
const next = {
  version: known + 1,
  name: "next",
  sql: "create table next_step (n int); insert into next_step values (1)",
};
const broken = { version: known + 2, name: "broken", sql: "create table half (n int); insert into half values ('x')" };

test("steps are in the order of their numbers, and no number is given twice", () => {
  const numbers = migrations.map(({ version }) => version);
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
});

forEachDatabase("migrations", (open) => {
  test("go forward once, whole or not at all, and never back", async () => {
    const database = await open();
    expect(await migrate(database)).toEqual({ from: known, to: known });
    await expect(migrate(database, [...migrations, next, broken])).rejects.toThrow("invalid input syntax");
    expect(await database.query(sql`select to_regclass('half') as half, n from next_step`)).toEqual([
      { half: null, n: 1 },
    ]);
    expect(await migrate(database, [...migrations, next])).toEqual({ from: known + 1, to: known + 1 });

    const error = await migrate(database).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DatabaseTooNew);
    const named = expect.stringMatching(new RegExp(`${known + 1}.*${known}`));
    expect(error).toHaveProperty("words", { zh: named, en: named });
    const versions = await database.query(sql`select version, name from schema_version order by version`);
    expect(versions).toEqual([...migrations, next].map(({ version, name }) => ({ version, name })));
  });

  test("a step that was written beside a later one and arrives after it is not left out", async () => {
    const database = await open();
    const steps = (numbers: readonly number[]) =>
      numbers.map((at) => ({ version: known + at, name: `s${at}`, sql: `create table beside_${at} (n int)` }));
    await migrate(database, [...migrations, ...steps([11, 13])]);
    expect(await migrate(database, [...migrations, ...steps([11, 12, 13])])).toEqual({
      from: known + 13,
      to: known + 13,
    });
    expect(await database.query(sql`select count(*) as n from beside_12`)).toEqual([{ n: 0 }]);
  });
});

forServer("migrations", (url) => {
  test("two processes that start at once do each step once", { timeout: 60_000 }, async () => {
    const own = await createOwnDatabase(url, "empty");
    const second = await openDatabase({ url: own.url });
    try {
      const results = await Promise.all([
        migrate(own.database, [...migrations, next]),
        migrate(second, [...migrations, next]),
      ]);
      expect(results.map(({ to }) => to)).toEqual([known + 1, known + 1]);
      expect(await second.query(sql`select count(*) as n from next_step`)).toEqual([{ n: 1 }]);
    } finally {
      await second.close();
      await own.drop();
    }
  });
});
