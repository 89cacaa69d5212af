import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { sql } from "./index.ts";

forEachDatabase("a stream", (open) => {
  test("50,000 rows in bounded batches, with others' statements between them", { timeout: 60_000 }, async () => {
    const database = await open();
    await database.query(
      sql`create table long as select i as no, repeat('案', 20) as text from generate_series(1, 50000) i`,
    );
    let next = 1;
    let largest = 0;
    for await (const rows of database.stream<{ no: number; text: string }>(
      sql`select * from long where no <= ${50_000} order by no`,
      2_000,
    )) {
      largest = Math.max(largest, rows.length);
      for (const row of rows) expect(row.no).toBe(next++);
      // Written and read on the same handle while the stream stands open; the stream keeps to what was when it began.
      await database.transaction((tx) => tx.query(sql`delete from long where no = ${next}`));
      expect(await database.query(sql`select ${next}::int as n`)).toEqual([{ n: next }]);
    }
    expect(next).toBe(50_001);
    expect(largest).toBe(2_000);
  });

  test("leaving early lets the cursor go", async () => {
    const database = await open();
    for (let round = 0; round < 20; round++) {
      for await (const rows of database.stream(sql`select i from generate_series(1, 100) i`, 10)) {
        expect(rows).toHaveLength(10);
        break;
      }
    }
    expect(await database.query(sql`select count(*) as n from pg_cursors where name like 'stream%'`)).toEqual([
      { n: 0 },
    ]);
  });

  test("nothing gives no batch, and an exact multiple no empty one", async () => {
    const database = await open();
    const sizes = async (rows: number) => {
      const found: number[] = [];
      for await (const batch of database.stream(sql`select i from generate_series(1, ${rows}::int) i`, 10)) {
        found.push(batch.length);
      }
      return found;
    };
    expect(await sizes(0)).toEqual([]);
    expect(await sizes(20)).toEqual([10, 10]);
  });

  test("a statement that fails on the way fails the loop, and the database goes on", async () => {
    const database = await open();
    const loop = async () => {
      for await (const _ of database.stream(sql`select 1 / (50 - i) from generate_series(1, 100) i`, 10));
    };
    await expect(loop()).rejects.toThrow("division by zero");
    expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  test("two streams at once keep apart", async () => {
    const database = await open();
    const one = database.stream<{ i: number }>(sql`select i from generate_series(1, 20) i`, 10)[Symbol.asyncIterator]();
    const two = database
      .stream<{ i: number }>(sql`select i from generate_series(101, 120) i`, 10)
      [Symbol.asyncIterator]();
    const firsts = [];
    for (const stream of [one, two, one, two]) firsts.push((await stream.next()).value[0].i);
    expect(firsts).toEqual([1, 101, 11, 111]);
    await Promise.all([one.return?.(), two.return?.()]);
  });
});
