import type { Words } from "@xiuhua/core/procedure";
import { ImportError } from "./errors.ts";
import type { SourceRow } from "./source-row.ts";

/** In characters. */
const longestLine = 1 << 20;

/** Rows of JSON text, one object a line. @throws ImportError on a line longer than any row is */
export async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<SourceRow, void, void> {
  let line = 0;
  for await (const one of linesOf(text)) {
    line += 1;
    if (one.trim() !== "") yield rowOf(one, line);
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let rest = "";
  let line = 0;
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    line += lines.length;
    yield* lines;
    if (rest.length > longestLine)
      throw new ImportError({ zh: `第 ${line + 1} 行过长。`, en: `Line ${line + 1} is too long.` });
  }
  yield rest;
}

function rowOf(text: string, line: number): SourceRow {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { line, broken: { zh: "不是 JSON", en: "is not JSON" } };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { line, broken: { zh: "不是 JSON 对象", en: "is not a JSON object" } };
  return { line, ...textsOf(json) };
}

/** The members of an object as text, as CSV would have them. */
export function textsOf(json: object): { readonly values: Record<string, string> } | { readonly broken: Words } {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(json)) {
    // JSON.parse has rounded it: two different numbers may have become one.
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      return {
        broken: { zh: `“${name}”是过大的数，请写成文字`, en: `“${name}” is too great a number; write it as text` },
      };
    values[name] = textOf(value);
  }
  return { values };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
