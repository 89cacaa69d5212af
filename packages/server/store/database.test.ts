import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { sql, sqlState } from "./index.ts";

forEachDatabase("the database", (open) => {
  test("a transaction that ends keeps everything, one that throws nothing", async () => {
    const database = await open();
    await database.query(sql`create table kept (n int primary key)`);
    const answer = await database.transaction(async (tx) => {
      await tx.query(sql`insert into kept values (1)`);
      await tx.query(sql`insert into kept values (2)`);
      return "done";
    });
    expect(answer).toBe("done");
    const failed = database.transaction(async (tx) => {
      await tx.query(sql`insert into kept values (3)`);
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await database.query(sql`select n from kept order by n`)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test("a statement that fails takes its transaction with it, and leaves the connection usable", async () => {
    const database = await open();
    await database.query(sql`create table once (n int primary key)`);
    const failed = database.transaction(async (tx) => {
      await tx.query(sql`insert into once values (1)`);
      await tx.query(sql`insert into once values (1)`);
    });
    const error: unknown = await failed.catch((caught: unknown) => caught);
    expect(sqlState(error)).toBe("23505");
    expect(await database.query(sql`select n from once`)).toEqual([]);
    expect(sqlState(new Error("other"))).toBeUndefined();
  });

  test("a failure that the transaction swallows does not pass for a commit", async () => {
    const database = await open();
    await database.query(sql`create table swallowed (n int primary key)`);
    const swallowing = database.transaction(async (tx) => {
      await tx.query(sql`insert into swallowed values (1)`);
      await tx.query(sql`insert into swallowed values (1)`).catch(() => {});
    });
    await expect(swallowing).rejects.toThrow("nothing of it was written");
    expect(await database.query(sql`select n from swallowed`)).toEqual([]);
  });

  test("a transaction's handle is of no use when it is over", async () => {
    const database = await open();
    const kept = await database.transaction(async (tx) => tx);
    await expect(kept.query(sql`select 1`)).rejects.toThrow("over");
    await expect(kept.script("select 1")).rejects.toThrow("over");
  });

  test("statements asked at once inside a transaction each get their own answer", async () => {
    const database = await open();
    const answers = await database.transaction((tx) =>
      Promise.all([1, 2, 3].map((n) => tx.query(sql`select ${n}::int as n`))),
    );
    expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
  });

  test("many transactions at once do not see each other's halves", async () => {
    const database = await open();
    await database.query(sql`create table pairs (a int, b int)`);
    const writes = Array.from({ length: 20 }, (_, n) =>
      database.transaction(async (tx) => {
        await tx.query(sql`insert into pairs values (${n}, null)`);
        await tx.query(sql`update pairs set b = ${n} where a = ${n}`);
      }),
    );
    const reads = Array.from({ length: 20 }, () =>
      database.query<{ n: number }>(sql`select count(*) as n from pairs where b is null`),
    );
    await Promise.all(writes);
    expect((await Promise.all(reads)).flat()).toEqual(Array.from({ length: 20 }, () => ({ n: 0 })));
  });

  test("waiting for the database inside its own transaction is refused, not waited for ever", async () => {
    const database = await open();
    const wrong = database.transaction(() => database.query(sql`select 1`));
    await expect(wrong).rejects.toThrow("use its own handle");
    const nested = database.transaction(() => database.transaction(async () => 1));
    await expect(nested).rejects.toThrow("use its own handle");
    expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  test("a script runs its statements in order", async () => {
    const database = await open();
    await database.transaction((tx) =>
      tx.script("create table scripted (n int); insert into scripted values (1); insert into scripted values (2)"),
    );
    expect(await database.query(sql`select sum(n) as sum from scripted`)).toEqual([{ sum: 3 }]);
  });

  test("PostGIS finds the cell a point lies in", async () => {
    const database = await open();
    const square = { type: "Polygon", coordinates: [[[113.2, 35.2], [113.3, 35.2], [113.3, 35.3], [113.2, 35.3], [113.2, 35.2]]] }; // prettier-ignore
    const rows = await database.query(sql`select name,
      st_contains(st_setsrid(st_geomfromgeojson(${square}::text), 4326), st_setsrid(st_point(x, y), 4326)) as within
      from unnest(${["in", "out"]}::text[], ${[113.25, 113.35]}::float8[], ${[35.25, 35.25]}::float8[]) as t (name, x, y)`);
    expect(rows).toEqual([
      { name: "in", within: true },
      { name: "out", within: false },
    ]);
  });

  test("trigrams find a piece of a Chinese text", async () => {
    const database = await open();
    const [row] = await database.query<{ near: number }>(
      sql`select similarity('沿街商铺乱贴广告', '乱贴广告') as near`,
    );
    expect(row?.near).toBeGreaterThan(0);
  });
});
