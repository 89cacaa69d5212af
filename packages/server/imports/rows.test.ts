import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode, type Encoding } from "./decode.ts";
import { testFolder } from "./fixture.ts";
import { openRows } from "./rows.ts";
import type { SourceRow } from "./source-row.ts";

const folder = testFolder();

async function read(name: string, content: string | Uint8Array, encoding?: Encoding): Promise<SourceRow[]> {
  const path = await folder.write(name, content);
  const reader = await openRows({ path, columns: ["编号"], ...(encoding ? { encoding } : {}) });
  const rows: SourceRow[] = [];
  for await (const row of reader.rows) rows.push(row);
  expect(reader.read()).toBe(reader.bytes);
  return rows;
}

const row = (line: number, 编号: string, 内容: string) => ({ line, values: { 编号, 内容 } });

describe("rows of a CSV file", () => {
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("lines are those an editor shows, with %s", async (_, end) => {
    const text = [
      "编号,内容",
      '1,"两',
      '行，带""引号"""',
      "",
      "2,后",
      '3,"x',
      "",
      'y"',
      '4,中间"引号"不算',
      "5,末",
    ].join(end);
    expect(await read("lines.csv", text)).toEqual([
      row(2, "1", `两${end}行，带"引号"`),
      row(5, "2", "后"),
      row(6, "3", `x${end}${end}y`),
      row(9, "4", '中间"引号"不算'),
      row(10, "5", "末"),
    ]);
  });

  test("a byte order mark, a file of its header alone, an empty one", async () => {
    expect(await read("bom.csv", "\uFEFF编号,内容\n1,a\n")).toEqual([row(2, "1", "a")]);
    expect(await read("header.csv", "编号,内容")).toEqual([]);
    expect(await read("empty.csv", "")).toEqual([]);
  });

  test("too many or too few fields break the row, not the file", async () => {
    const rows = await read("fields.csv", "编号,内容\n1,a,b\n2\n3,c\n");
    expect(rows).toMatchObject([
      { line: 2, broken: { zh: "有 3 个字段，表头为 2 个" } },
      { line: 3 },
      row(4, "3", "c"),
    ]);
  });

  test("a missing column and a quote without an end stop it, with the way out", async () => {
    await expect(read("column.csv", "号,内容\n1,a\n")).rejects.toThrow("文件缺少列：编号。文件中的列：号、内容。");
    await expect(read("quote.csv", '编号,内容\n1,a\n2,"b\n3,c\n')).rejects.toThrow("自第 3 行起无法按 CSV 读取");
    await expect(read("endless.csv", `编号,内容\n1,"${"x\n".repeat(600_000)}`)).rejects.toThrow("From line 2 on");
  });

  test("gzip; a broken one is told", async () => {
    const packed = gzipSync("编号,内容\n1,甲\n");
    expect(await read("packed.csv.gz", packed)).toEqual([row(2, "1", "甲")]);
    await expect(read("cut.csv.gz", packed.subarray(0, 20))).rejects.toThrow("cannot be read");
    await expect(openRows({ path: await folder.path("nowhere.csv"), columns: [] })).rejects.toThrow("无法读取文件");
  });
});

describe("encodings", () => {
  test("GBK and its rare characters by the flag, and only by the flag", async () => {
    const bytes = iconv.encode("编号,内容\r\n1,焦作市解放区\r\n2,㐂囍\r\n", "gb18030");
    expect(await read("gbk.csv", bytes, "gbk")).toEqual([row(2, "1", "焦作市解放区"), row(3, "2", "㐂囍")]);
    await expect(read("gbk.csv", bytes)).rejects.toThrow("第 1 行不是 UTF-8 编码。若文件出自中文版 Excel");
  });

  test("the line of the first wrong byte is named, wherever the pieces of the file end", async () => {
    const bytes = Buffer.concat([Buffer.from("编号,内容\n1,好的\n2,"), Buffer.from([0xb2, 0xbb]), Buffer.from("\n")]);
    for (const size of [1, 2, 3, 5, 1000])
      await expect(text(bytes, size, "utf-8")).rejects.toThrow("Line 3 is not UTF-8");
    const odd = Buffer.concat([iconv.encode("甲\n乙\n", "gbk"), Buffer.from([0xff, 0x0a])]);
    await expect(text(odd, 2, "gbk")).rejects.toThrow("第 3 行不是 GBK");
  });

  test("characters cut by the pieces of the file come out whole", async () => {
    const whole = "\uFEFFé中𠀀文\n终";
    for (const size of [1, 2, 3, 4, 7]) {
      expect(await text(Buffer.from(whole), size, "utf-8")).toBe("é中𠀀文\n终");
      expect(await text(iconv.encode("中𠀀文", "gb18030"), size, "gbk")).toBe("中𠀀文");
    }
    await expect(text(Buffer.from("中").subarray(0, 2), 10, "utf-8")).rejects.toThrow("Line 1");
  });
});

describe("rows of a JSONL file", () => {
  test("numbers, nulls and objects become text; bad lines break alone", async () => {
    const lines = [
      '{"编号":101004143000,"内容":null}',
      "",
      "{oops",
      "[1]",
      '{"编号":12345678901234567890}',
      '{"编号":"x","内容":{"a":1}}',
    ];
    expect(await read("rows.jsonl", lines.join("\r\n"))).toMatchObject([
      row(1, "101004143000", ""),
      { line: 3, broken: { en: "is not JSON" } },
      { line: 4, broken: { en: "is not a JSON object" } },
      { line: 5, broken: { zh: "“编号”是过大的数，请写成文字" } },
      row(6, "x", '{"a":1}'),
    ]);
  });
});

async function text(bytes: Buffer, size: number, encoding: Encoding): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let whole = "";
  for await (const part of decode(pieces(), encoding)) whole += part;
  return whole;
}
