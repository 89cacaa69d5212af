import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { json, sql } from "./index.ts";

forEachDatabase("values", (open) => {
  test("come back in the documented JavaScript type", async () => {
    const database = await open();
    const [row] = await database.query(sql`select
      ${new Date("2026-03-01T08:00:00.123+08:00")}::timestamptz as instant,
      '0099-12-31 23:59:59.9999+00'::timestamptz as old, '12026-01-01 00:00:00+00'::timestamptz as far,
      'infinity'::timestamptz as never,
      ${9007199254740991}::int8 as int8, count(*) as count, ${-7}::int2 as int2, ${7}::int4 as int4,
      ${0.1}::float8 as float8, 12345678901234567890.10::numeric as numeric, ${true}::boolean as yes,
      ${"绣花\n'\"\\$1"}::text as text, ${null}::text as nothing,
      ${json({ a: [1, null, "二"] })}::jsonb as jsonb, ${{ b: 1 }}::json as json, ${json([1, 2])}::jsonb as list,
      date '2026-03-01' as day, ${new Uint8Array([0, 255, 92])}::bytea as bytes,
      '8f0e0e6a-6f0d-4d7e-9a55-0d6a9a9f0001'::uuid as uuid`);
    expect(row).toEqual({
      instant: Date.parse("2026-03-01T00:00:00.123Z"),
      old: new Date("0099-12-31T23:59:59.999Z").getTime(),
      far: Date.parse("+012026-01-01T00:00:00Z"),
      never: Infinity,
      int8: 9007199254740991,
      count: 1,
      int2: -7,
      int4: 7,
      float8: 0.1,
      numeric: "12345678901234567890.10",
      yes: true,
      text: "绣花\n'\"\\$1",
      nothing: null,
      jsonb: { a: [1, null, "二"] },
      json: { b: 1 },
      list: [1, 2],
      day: "2026-03-01",
      bytes: Buffer.from([0, 255, 92]),
      uuid: "8f0e0e6a-6f0d-4d7e-9a55-0d6a9a9f0001",
    });
  });

  test("arrays keep nulls, quotes, braces, depth and emptiness", async () => {
    const database = await open();
    const awkward = ["", "null", "NULL", null, 'a"b', "c\\d", "{e,f}", " g ", "案件，一"];
    const [row] = await database.query(sql`select ${awkward}::text[] as awkward, ${[]}::int4[] as empty,
      ${[
        [1, 2],
        [3, null],
      ]}::int4[] as deep, ${[true, false]}::boolean[] as flags,
      ${[new Date(0)]}::timestamptz[] as instants, ${[new Uint8Array([1])]}::bytea[] as bytes,
      array['{"a":"b,c"}'::jsonb] as objects, '[0:1]={7,8}'::int4[] as shifted`);
    expect(row).toEqual({
      awkward,
      empty: [],
      deep: [
        [1, 2],
        [3, null],
      ],
      flags: [true, false],
      instants: [0],
      bytes: [Buffer.from([1])],
      objects: [{ a: "b,c" }],
      shifted: [7, 8],
    });
  });

  test("a list of rows travels as arrays", async () => {
    const database = await open();
    const rows = await database.query(sql`select no, state
      from unnest(${["1", "2"]}::text[], ${["open", "closed"]}::text[]) as t (no, state) where no = any(${["2"]})`);
    expect(rows).toEqual([{ no: "2", state: "closed" }]);
  });
});
