import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { ImportError } from "./errors.ts";

export type Encoding = "utf-8" | "gbk";

const newline = 0x0a;

/** Bytes to text, strictly: a byte that does not fit stops the import and is named by its line. @throws ImportError */
export async function* decode(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string, void, void> {
  let first = true;
  for await (const text of encoding === "gbk" ? decodeGbk(bytes) : decodeUtf8(bytes)) {
    if (text === "") continue;
    yield first ? text.replace(/^\uFEFF/, "") : text;
    first = false;
  }
}

async function* decodeUtf8(bytes: AsyncIterable<Buffer>): AsyncGenerator<string, void, void> {
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  const checked = (part: Buffer): string => {
    if (!isUtf8(part)) throw notUtf8(lines + firstBadLine(part));
    lines += countLines(part);
    return part.toString("utf8");
  };
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = completeEnd(all);
    rest = all.subarray(end);
    yield checked(all.subarray(0, end));
  }
  yield checked(rest);
}

async function* decodeGbk(bytes: AsyncIterable<Buffer>): AsyncGenerator<string, void, void> {
  // GB18030 holds GBK and GB2312, and what newer programs write under their names.
  const decoder = iconv.getDecoder("gb18030");
  let lines = 0;
  const checked = (text: string): string => {
    const bad = text.indexOf("\uFFFD");
    if (bad !== -1) throw notGbk(lines + text.slice(0, bad).split("\n").length);
    lines += text.split("\n").length - 1;
    return text;
  };
  // iconv-lite 0.7 loses half of a character beyond U+FFFF when its last byte comes as a piece of its own.
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all = Buffer.concat([rest, chunk]);
    const end = Math.max(0, all.length - 2);
    rest = all.subarray(end < 2 ? 0 : end);
    if (end >= 2) yield checked(decoder.write(all.subarray(0, end)));
  }
  yield checked(decoder.write(rest) + (decoder.end() ?? ""));
}

/** Where the last whole character ends: up to three bytes of a character may still be to come. */
function completeEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** From 1, within the part. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, from);
    const end = found === -1 ? bytes.length : found + 1;
    if (!isUtf8(bytes.subarray(from, end))) return line;
    from = end;
  }
  return line;
}

function notUtf8(line: number): ImportError {
  return new ImportError({
    zh: `第 ${line} 行不是 UTF-8 编码。若文件出自中文版 Excel 或旧系统，请加 --encoding gbk 再试。`,
    en: `Line ${line} is not UTF-8. If the file comes from a Chinese Excel or an older system, try --encoding gbk.`,
  });
}

function notGbk(line: number): ImportError {
  return new ImportError({
    zh: `第 ${line} 行不是 GBK（GB18030）编码。请去掉 --encoding gbk 再试。`,
    en: `Line ${line} is not GBK (GB18030). Try without --encoding gbk.`,
  });
}
