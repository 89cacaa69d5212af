import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "../packages/core/place/index.ts";
import { en, sketch, zh } from "../packages/core/place/grammar/testing/sketch.ts";

const documents = [
  { file: "places.md", head: /^\| 写法 +\| 例子/, words: zh },
  { file: "places.en.md", head: /^\| Form +\| Example/, words: en },
];

/** Example and reading of each row of the table that begins so. */
function rowsOf(file: string, head: RegExp): (readonly [example: string, reading: string])[] {
  const lines = readFileSync(fileURLToPath(new URL(`../docs/${file}`, import.meta.url)), "utf8").split("\n");
  const from = lines.findIndex((line) => head.test(line)) + 2;
  const rows = lines.slice(from, from + lines.slice(from).findIndex((line) => !line.startsWith("|")));
  return rows.map((row) => {
    const [, , example = "", reading = ""] = row.split("|").map((cell) => cell.trim());
    return [example, reading] as const;
  });
}

describe.each(documents)("the table of forms in docs/$file", ({ file, head, words }) => {
  it("tells how each example is read", () => {
    const rows = rowsOf(file, head);
    expect(rows.length).toBeGreaterThan(60);
    const read = rows.map(([example]) => {
      const [first] = parse(example).readings;
      return [example, first === undefined ? "" : sketch(first.reading, words)];
    });
    expect(read).toEqual(rows);
  });
});

it("has the same examples in both languages", () => {
  const [first = [], second = []] = documents.map(({ file, head }) => rowsOf(file, head).map(([example]) => example));
  expect(second).toEqual(first);
});
