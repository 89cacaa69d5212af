import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Words } from "@xiuhua/core/procedure";
import { exit } from "./exit-codes.ts";
import { say, type Io } from "./io.ts";
import { inputLines } from "./lines.ts";

/** Bytes of a line; a description has a hundred. Our own choice. */
const longestLine = 16 << 10;

/**
 * Answers each line of standard input by one line of JSON, in order, as fast as the reader takes them. Nothing in a line
 * ends the run: what cannot be answered is answered so.
 * @returns the exit code
 */
export async function answerLines(
  io: Io,
  answer: (text: string) => object,
  failed: (text: string, words: Words) => object,
): Promise<number> {
  async function* answers() {
    for await (const lines of inputLines(io.stdin ?? Readable.from([]), longestLine)) {
      if (io.signal.aborted) return;
      const text = lines.map(({ text: line, fault }) => {
        if (fault !== undefined) return written(failed(line, faults[fault]));
        try {
          return written(answer(line));
        } catch (error) {
          say(io, error instanceof Error ? (error.stack ?? error.message) : String(error));
          return written(failed(line, broken));
        }
      });
      if (text.length > 0) yield text.join("");
    }
  }
  try {
    await pipeline(answers(), io.stdout, { end: false, signal: io.signal });
    return io.signal.aborted ? exit.stopped : exit.done;
  } catch (error) {
    if (io.signal.aborted) return exit.stopped;
    throw error;
  }
}

/** One line, also for readers that take the other line breaks of Unicode for one. */
const written = (value: object) =>
  `${JSON.stringify(value).replaceAll(/[\u0085\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;

const faults: Readonly<Record<"too-long" | "not-utf8", Words>> = {
  "too-long": {
    zh: `这一行超过 ${longestLine >> 10} KB，不是一处地点的描述`,
    en: `the line has more than ${longestLine >> 10} KB, which no description has`,
  },
  "not-utf8": {
    zh: "这一行不是 UTF-8 编码；请先用 iconv -f gb18030 -t utf-8 转换",
    en: "the line is not UTF-8; convert it first: iconv -f gb18030 -t utf-8",
  },
};

const broken: Words = { zh: "程序在这一行出错", en: "the program failed on this line" };
