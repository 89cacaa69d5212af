import { randomUUID } from "node:crypto";
import type { ResponsibilityImported, ResponsibilityRuleInput } from "../api/index.ts";
import { done, no, type ChangeRefusal, type Outcome } from "../outcome.ts";
import { identityOf, isSame, type Rule } from "./rule.ts";
import type { Edit } from "./store.ts";

export interface FileLine {
  /** From 1, the header among them. */
  readonly line: number;
  readonly input: ResponsibilityRuleInput;
}

/**
 * The edits that bring the rules to what a file says. A line is the rule that is about the same since the same day; rules
 * that the file does not have stay, or go if it is to replace them. One bad line and nothing is done.
 * @param plan checks one rule beside others
 */
export function mergeRules(
  lines: readonly FileLine[],
  present: readonly Rule[],
  how: {
    readonly replace: boolean;
    readonly plan: (id: string, input: ResponsibilityRuleInput, others: readonly Rule[]) => Outcome<Rule>;
  },
): Outcome<{ readonly edits: readonly Edit[]; readonly counts: ResponsibilityImported }> {
  const known = new Map(present.map((rule) => [identityOf(rule), rule]));
  const wanted: (Edit & { readonly after: Rule })[] = [];
  const taken: Rule[] = [];
  for (const { line, input } of lines) {
    const drafted = how.plan("", input, []);
    if (!drafted.ok) return onLine(line, drafted.refusal);
    const before = known.get(identityOf(drafted.value));
    const after = { ...drafted.value, id: before?.id ?? randomUUID() };
    wanted.push(before ? { before, after } : { after });
    taken.push(after);
  }
  const ids = new Set(taken.map(({ id }) => id));
  const rest = present.filter(({ id }) => !ids.has(id));
  const all = how.replace ? taken : [...taken, ...rest];
  for (const [index, { line, input }] of lines.entries()) {
    const after = taken[index];
    if (after === undefined) continue;
    // The same line twice has one id twice; told by its place in the file.
    const twice = taken.findIndex(({ id }) => id === after.id) !== index;
    const checked = twice ? twiceInFile : how.plan(after.id, input, all);
    if (!checked.ok) return onLine(line, checked.refusal);
  }
  const edits = wanted.filter(({ before, after }) => before === undefined || !isSame(before, after));
  const deleted = how.replace ? rest.map((before): Edit => ({ before })) : [];
  const added = edits.filter(({ before }) => before === undefined).length;
  return done({
    edits: [...edits, ...deleted],
    counts: { added, changed: edits.length - added, same: wanted.length - edits.length, deleted: deleted.length },
  });
}

const twiceInFile = no({
  code: "conflict",
  message: { zh: "文件中已有一行写了同一条规则", en: "An earlier line of the file is the same rule" },
});

function onLine(line: number, { message, problems = [], ...refusal }: ChangeRefusal): Outcome<never> {
  const details = (language: "zh" | "en", comma: string) =>
    [...new Set([message[language], ...problems.map((one) => one.message[language])])].join(comma);
  const told = {
    zh: `第 ${line} 行：${details("zh", "；")}。未作任何改动。`,
    en: `Line ${line}: ${details("en", "; ")}. Nothing was changed.`,
  };
  return no({ ...refusal, message: told, problems: [{ field: "/csv", message: told }] });
}
