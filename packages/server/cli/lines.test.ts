import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inputLines } from "./lines.ts";

async function read(bytes: Buffer, size: number, longest = 50) {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  const found = [];
  for await (const lines of inputLines(Readable.from(pieces), longest)) found.push(...lines);
  return found;
}

test("lines come as they were written, wherever the stream is cut", async () => {
  const line = fc.string({ unit: "grapheme", maxLength: 10 }).map((text) => text.replaceAll(/[\r\n\uFEFF]/g, ""));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
      const found = await read(Buffer.from(lines.map((one) => `${one}\n`).join("")), size, 1_000);
      expect(found.map(({ text }) => text)).toEqual(lines);
    }),
    { numRuns: 60 },
  );
});

test("ends of Windows, a mark at the beginning and a last line without an end are no part of the text", async () => {
  expect(await read(Buffer.from("\uFEFF和平街\r\n\r\n征云礼堂"), 4)).toEqual([
    { text: "和平街" },
    { text: "" },
    { text: "征云礼堂" },
  ]);
});

test("a line that is too long is told, and the next one is read", async () => {
  const found = await read(Buffer.from(`${"路".repeat(100)}\n和平街\n${"x".repeat(51)}`), 7);
  expect(found.map(({ text, fault }) => [text.length, fault])).toEqual([
    [expect.any(Number), "too-long"],
    [3, undefined],
    [51, "too-long"],
  ]);
});

test("a line in GBK is told, and the next one is read", async () => {
  const gbk = Buffer.from([0xba, 0xcd, 0xc6, 0xbd, 0x0a]);
  expect((await read(Buffer.concat([gbk, Buffer.from("征云礼堂\n")]), 3)).map(({ fault }) => fault)).toEqual([
    "not-utf8",
    undefined,
  ]);
});

test("of a line of two gigabytes no more than the limit is kept", async () => {
  function* endless() {
    const part = Buffer.alloc(1 << 20, "a");
    for (let given = 0; given < 2048; given += 1) yield part;
    yield Buffer.from("\n和平街\n");
  }
  const before = process.memoryUsage().arrayBuffers;
  const found = [];
  for await (const lines of inputLines(Readable.from(endless()), 1 << 16)) found.push(...lines);
  expect(found.map(({ fault }) => fault)).toEqual(["too-long", undefined]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20);
});
