import type { Words } from "@xiuhua/core/procedure";
import type { LedgerField } from "../fields.ts";
import type { CellValue } from "../sheet/index.ts";
import { folded, plainText } from "./plain.ts";
import { faulty, taken, type Read } from "./outcome.ts";

const yes = new Set(["是", "有", "对", "√", "✓", "y", "yes", "true", "1"]);
const no = new Set(["否", "无", "不", "×", "✗", "x", "n", "no", "false", "0"]);

export function readBoolean(cell: CellValue): Read {
  const text = folded(plainText(cell));
  if (yes.has(text)) return taken(true);
  if (no.has(text)) return taken(false);
  return faulty(`“${plainText(cell)}”应填“是”或“否”`, `“${plainText(cell)}” should be yes or no`);
}

export function readNumber(cell: CellValue, whole: boolean): Read {
  const text = folded(plainText(cell)).replaceAll(/(?<=\d),(?=\d{3})/g, "");
  const value = typeof cell === "number" ? cell : /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value) || (whole && !Number.isInteger(value)))
    return faulty(
      `“${plainText(cell)}”应填${whole ? "整数" : "数字"}`,
      `“${plainText(cell)}” should be a ${whole ? "whole number" : "number"}`,
    );
  return taken(value);
}

/** A choice by its words in either language, or by its key. */
export function readChoice(cell: CellValue, choices: LedgerField["choices"]): Read {
  const text = folded(plainText(cell));
  const found = Object.entries(choices).find(([key, words]) =>
    [key, words.zh, words.en].some((name) => folded(name) === text),
  );
  if (found) return taken(found[0]);
  const names = (language: keyof Words) => Object.values(choices).map((words) => words[language]);
  return faulty(
    `没有“${plainText(cell)}”这一项；可填：${names("zh").join("、")}`,
    `“${plainText(cell)}” is not one of: ${names("en").join(", ")}`,
  );
}

/** What the database cannot hold in text: NUL, and halves of a surrogate pair. */
const unstorable = /\0|\p{Surrogate}/u;

export function readText(cell: CellValue): Read {
  const text = plainText(cell);
  return unstorable.test(text) ? faulty("含有无法保存的字符", "holds a character that cannot be stored") : taken(text);
}
