import type { Responsibility as Matrix, ResponsibilityRow, ResponsibilityRule } from "../api/index.ts";
import type { Answer, Question, Sources } from "./question.ts";
import { inForce, type Rule } from "./rule.ts";
import { areaNameOf, ruleWords, typeName, unitName } from "./words.ts";

type Names = Pick<Sources, "catalogue" | "organisation" | "areaName">;

export interface MatrixOptions extends Names {
  readonly rules: readonly Rule[];
  readonly on: string;
  /** Codes of the districts, in order. */
  readonly districts: readonly string[];
  readonly answer: (question: Omit<Question, "on">) => Answer;
}

/** A rule with the names of what it names. */
export function shownRule(names: Names, rule: Rule, on: string): ResponsibilityRule {
  const { type, area, unit, ...rest } = rule;
  return {
    ...rest,
    ...(type === undefined ? {} : { type: { id: type, name: typeName(names, type) } }),
    ...(area === undefined ? {} : { area: { id: area, name: areaNameOf(names, area) } }),
    unit: { id: unit, name: unitName(names, unit) },
    inForce: inForce(rule, on),
    words: ruleWords(names, rule),
  };
}

/** The rules, and who gets what by district: one row a class, or one for each type of a class. */
export function matrixOf(options: MatrixOptions, of: string | undefined): Matrix {
  const { catalogue, rules, on, districts } = options;
  const rows =
    of === undefined
      ? [
          rowOf(options, "any", undefined),
          ...catalogue.classes
            .filter(({ family }) => family === "2026")
            .map(({ code }) => rowOf(options, "class", code)),
        ]
      : [
          rowOf(options, "class", of),
          ...catalogue.types
            .filter(({ classCode }) => classCode === of)
            .map(({ code }) => rowOf(options, "type", code)),
        ];
  return {
    rules: rules.map((rule) => shownRule(options, rule, on)),
    districts: districts.map((code) => ({ id: code, name: areaNameOf(options, code) })),
    rows,
  };
}

function rowOf(options: MatrixOptions, level: ResponsibilityRow["level"], code: string | undefined): ResponsibilityRow {
  return {
    id: code ?? "",
    name: code === undefined ? { zh: "任何类别", en: "Any type" } : typeName(options, code),
    level,
    cells: options.districts.map((area) => cellOf(options, level, code, area)),
  };
}

function cellOf(
  options: MatrixOptions,
  level: ResponsibilityRow["level"],
  code: string | undefined,
  area: string,
): ResponsibilityRow["cells"][number] {
  const { rules, on } = options;
  const about = rules.filter((rule) => inForce(rule, on) && rule.type === code);
  const exceptions = about.filter(
    (rule) => rule.owner !== undefined || (rule.area !== undefined && rule.area !== area && rule.area.startsWith(area)),
  ).length;
  if (level !== "type") {
    // Types of a class go their own ways; what the row can say for all of them is its rule.
    const own = about.filter((rule) => rule.owner === undefined && (rule.area === undefined || rule.area === area));
    const rule = own.find((one) => one.area === area) ?? own[0];
    return {
      area,
      exceptions,
      ...(rule ? { unit: named(options, rule.unit), stage: level, rule: rule.id } : {}),
    };
  }
  const { unit, chain } = options.answer({ area, ...(code === undefined ? {} : { type: code }) });
  const last = chain.at(-1);
  return {
    area,
    exceptions,
    ...(unit === undefined ? {} : { unit: named(options, unit) }),
    ...(unit === undefined || !last ? {} : { stage: last.stage }),
    ...(last?.rule === undefined || unit === undefined ? {} : { rule: last.rule }),
  };
}

const named = (names: Names, id: string) => ({ id, name: unitName(names, id) });
