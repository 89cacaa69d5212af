import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { encode } from "./parameters.ts";
import { sql } from "./sql.ts";
import { json } from "./index.ts";

test("values become numbered holes, in reading order", () => {
  const city = sql`city = ${"jz"}`;
  const list = [sql`no = ${1}`, sql`no = ${2}`];
  const statement = sql`select * from cases where ${city} and (${sql.join(list, sql` or `)})${sql.empty} limit ${3}`;
  expect(statement.text).toBe("select * from cases where city = $1 and (no = $2 or no = $3) limit $4");
  expect(statement.values).toEqual(["jz", 1, 2, 3]);
});

test("nesting goes as deep as it likes, and a piece may be used twice", () => {
  const inner = sql`${1}::int`;
  const middle = sql`(${inner} + ${inner})`;
  const outer = sql`${middle}${middle}`;
  expect(outer.text).toBe("($1::int + $2::int)($3::int + $4::int)");
  expect(outer.values).toEqual([1, 1, 1, 1]);
  expect(sql.join([], sql`, `).text).toBe("");
  expect(sql.join([sql`a`, sql`b`, sql`c`], sql`, `).text).toBe("a, b, c");
  expect(sql``.text).toBe("");
});

test("a name picked by the program is quoted; anything else is refused", () => {
  expect(sql`order by ${sql.id("opened_at")}`.text).toBe('order by "opened_at"');
  for (const bad of ["", "a b", 'a"', "a;drop table cases", "Opened", "1a", "案件", "a".repeat(64)]) {
    expect(() => sql.id(bad)).toThrow("Not an SQL name");
  }
});

test("a named statement carries its name, a plain one none", () => {
  expect(sql.named("append")`select ${1}`.name).toBe("append");
  expect(sql`select 1`.name).toBeUndefined();
});

test("what JSON or SQL has no form for is a bug, and said to be", () => {
  expect(() => json(undefined)).toThrow("JSON has no form");
  expect(() => Reflect.apply(encode, undefined, [undefined])).toThrow("No SQL form");
  expect(() => Reflect.apply(encode, undefined, [() => 1])).toThrow("No SQL form");
});

const attacks = [
  "'; drop table cases; --",
  "$1",
  "' or '1'='1",
  "\\'; select pg_sleep(10); --",
  '"; --',
  "/* */ union select 1",
  "${1}",
  "＇；drop",
  '{}\\",null',
];

forEachDatabase("sql", (open) => {
  test.each(attacks)("%s stays a value", async (attack) => {
    const database = await open();
    const [row] = await database.query(sql`select ${attack}::text as text, ${[attack]}::text[] as list,
      ${json({ [attack]: attack })}::jsonb as json, ${attack} = any(${["x", attack]}) as found`);
    expect(row).toEqual({ text: attack, list: [attack], json: { [attack]: attack }, found: true });
    expect(await database.query(sql`select to_regclass('cases') is not null as there`)).toEqual([{ there: true }]);
  });

  test("a second statement can not ride in one", async () => {
    const database = await open();
    await expect(database.query(sql`select ${1}::int; select 2`)).rejects.toThrow("multiple commands");
  });

  test("a named statement gives new rows for new values", async () => {
    const database = await open();
    const twice = sql.named("twice");
    for (const n of [1, 2, 3]) {
      expect(await database.query(twice`select ${n}::int * 2 as n`)).toEqual([{ n: n * 2 }]);
    }
    await expect(database.query(twice`select 'another text' as n`)).rejects.toThrow("twice");
  });

  test("a named statement that fails, alone or in a transaction, can be asked again", async () => {
    const database = await open();
    const divide = sql.named("divide");
    const ask = (n: number) => divide`select 6 / ${n}::int as n`;
    await expect(database.query(ask(0))).rejects.toThrow("division by zero");
    expect(await database.query(ask(2))).toEqual([{ n: 3 }]);
    await expect(database.transaction((tx) => tx.query(ask(0)))).rejects.toThrow("division by zero");
    expect(await database.query(ask(3))).toEqual([{ n: 2 }]);
    const wrong = sql.named("wrong");
    for (let time = 0; time < 2; time++) {
      await expect(database.query(wrong`select * from no_such_table`)).rejects.toThrow("no_such_table");
    }
  });
});
