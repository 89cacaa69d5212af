import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFeatures } from "./json-features.ts";

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Buffer, size = 7, longest?: number) {
  const found = [];
  for await (const one of jsonFeatures(pieces(Buffer.from(text), size), "roads.geojson", longest)) found.push(one);
  return found;
}

const collection = (features: readonly unknown[], indent?: number) =>
  JSON.stringify({ type: "FeatureCollection", name: "路网", features, bbox: [1, 2, 3, 4] }, null, indent);

test("the features of a collection come one by one, each with its number and line", async () => {
  const found = await read(collection([{ a: "}]{[" }, { b: '\\"' }], 1));
  expect(found).toEqual([
    { where: { file: "roads.geojson", feature: 1, line: 5 }, value: { a: "}]{[" } },
    { where: { file: "roads.geojson", feature: 2, line: 8 }, value: { b: '\\"' } },
  ]);
});

test("features that follow each other are read as well: one a line, with a mark at the beginning or RS between", async () => {
  const found = await read('\uFEFF{"a":1}\r\n\n{"a":2}\n\u001e{"a":3}');
  expect(found.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
  expect(found.map(({ where }) => where.line)).toEqual([1, 3, 4]);
});

test("wherever the file is cut into pieces, and whatever its texts hold, the same features come out", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
      fc.integer({ min: 1, max: 50 }),
      async (features, size) => {
        const found = await read(collection(features), size);
        expect(found.map(({ value }) => value)).toEqual(JSON.parse(JSON.stringify(features)));
      },
    ),
    { numRuns: 50 },
  );
});

test.each([
  ['{"type":"FeatureCollection","features":[{"a":1} {"a":2}]}', "feature 2, line 1"],
  ['{"type":"FeatureCollection","features":[{"a":1},\n{"a":}]}', "feature 2, line 2"],
  ['{"type":"FeatureCollection","features":[{"a":1},\n\n{"a":2', "ends here"],
  ['{"type":"FeatureCollection" "features":[]}', "not JSON"],
  ['{"type":"Topology","features":[]}', "FeatureCollection"],
  ["name,lng,lat\n", "line 1"],
  ["[1,2]", "line 1"],
  ["}", "line 1"],
])("%s is refused, and the message says where", async (text, said) => {
  await expect(read(text)).rejects.toThrow(said);
});

test("a file in GBK is named as such", async () => {
  const gbk = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xb9, 0xfa]), Buffer.from('"}')]);
  await expect(read(gbk)).rejects.toThrow(/UTF-8.*iconv/);
});

test("a line without an end stops at the limit, not when the memory is full", async () => {
  let given = 0;
  async function* endless() {
    yield Buffer.from('{"type":"FeatureCollection","features":[{"name":"');
    const part = Buffer.alloc(1 << 16, "a");
    for (; given < 1 << 16; given += 1) yield part;
  }
  const all = async () => {
    for await (const one of jsonFeatures(endless(), "roads.geojson", 1 << 20)) expect(one).toBeUndefined();
  };
  await expect(all()).rejects.toThrow("more than 1 MB");
  expect(given).toBeLessThan(20);
});
