import { CsvError } from "csv-parse";
import { parse as parseCsv } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { Type } from "typebox";
import { parse } from "@xiuhua/core/procedure";
import { ResponsibilityRuleInput } from "../api/index.ts";
import { done, no, type Outcome } from "../outcome.ts";
import type { FileLine } from "./merge.ts";
import type { Rule } from "./rule.ts";

/** A file's columns: what they are called in a file of either language, and the part of the rule. */
const columns = [
  { key: "owner", zh: "权属单位代码", en: "owner" },
  { key: "type", zh: "类别或大类代码", en: "type" },
  { key: "area", zh: "区域代码", en: "area" },
  { key: "unit", zh: "责任单位编号", en: "unit" },
  { key: "validFrom", zh: "生效日期", en: "validFrom" },
  { key: "validTo", zh: "截止日期", en: "validTo" },
  { key: "note", zh: "备注", en: "note" },
] as const;

/** Ours on the way out, read over on the way in: what the rule says in words. */
const said = { zh: "说明（导入时不读）", en: "in words (not read)" } as const;

/** The rules as CSV that a spreadsheet opens: UTF-8 with a mark; codes are text. */
export function writeRules(
  rules: readonly Rule[],
  wordsOf: (rule: Rule) => { readonly zh: string; readonly en: string },
  language: "zh" | "en",
): string {
  const header = [...columns.map((column) => column[language]), said[language]];
  const rows = rules.map((rule) => [...columns.map(({ key }) => rule[key] ?? ""), wordsOf(rule)[language]]);
  return `\uFEFF${stringify([header, ...rows], { escape_formulas: true, record_delimiter: "windows" })}`;
}

const Records = Type.Array(
  Type.Object({ record: Type.Array(Type.String()), info: Type.Object({ lines: Type.Integer() }) }),
);

/** The lines of such a file, in either language's columns; a column that is missing says nothing. */
export function readRules(text: string): Outcome<FileLine[]> {
  const records = parsed(text);
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  const names = (header?.values ?? []).map((name) => name.trim());
  const at = columns.map(({ key, zh, en }) => ({ key, index: names.findIndex((name) => name === zh || name === en) }));
  if (at.every(({ key, index }) => key !== "unit" || index === -1))
    return wrong("没有“责任单位编号”（unit）列", "There is no column “unit” (责任单位编号)");
  const lines: FileLine[] = [];
  for (const { line, values } of rows) {
    if (values.every((value) => value.trim() === "")) continue;
    const given = at.flatMap(({ key, index }): [string, string][] => {
      // The apostrophe keeps a spreadsheet from reading a text as a formula; it is no part of the text.
      const value = (values[index] ?? "").trim().replace(/^'(?=[=+\-@])/, "");
      return value === "" ? [] : [[key, value]];
    });
    const input = parse(ResponsibilityRuleInput, Object.fromEntries(given));
    if (!input.ok) {
      const [first] = input.problems;
      return wrong(`第 ${line} 行：${first?.message.zh ?? ""}`, `Line ${line}: ${first?.message.en ?? ""}`);
    }
    lines.push({ line, input: input.value });
  }
  return done(lines);
}

function parsed(text: string): Outcome<{ readonly line: number; readonly values: readonly string[] }[]> {
  try {
    const records: unknown = parseCsv(text, { bom: true, info: true, relax_column_count: true });
    const checked = parse(Records, records);
    if (!checked.ok) throw new TypeError("csv-parse gave no records");
    return done(checked.value.map(({ record, info }) => ({ line: info.lines, values: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return wrong(`不是正确的 CSV（${error.code}）`, `This is no CSV (${error.code})`);
  }
}

function wrong(zh: string, en: string): Outcome<never> {
  const message = { zh: `${zh}。未作任何改动。`, en: `${en}. Nothing was changed.` };
  return no({ code: "invalid-input", message, problems: [{ field: "/csv", message }] });
}
