import { Type, type Static, type TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import type { FieldProblem } from "./refusal.ts";
import type { Words } from "./words.ts";

/**
 * Who may read a field. `public`: anybody; `staff`: whoever may see the case;
 * `centre`: the supervision and command centre only (who reported, who checked).
 */
export type Audience = "public" | "staff" | "centre";

/**
 * What the form offers for a field beyond its JSON type. `person`, `unit`, `type`, `criterion`,
 * `case` and `component` hold an id of that thing; `place` a position with its words.
 */
export type Widget =
  "text" | "longText" | "person" | "unit" | "type" | "criterion" | "case" | "component" | "place" | "date" | "choice";

export interface FieldNotes {
  readonly words: Words;
  readonly audience?: Audience;
  readonly widget?: Widget;
  /** For `person`: the role the person must hold. For `unit`: what kinds to offer. */
  readonly offers?: string | readonly string[];
  /** For a choice: what each value is called. */
  readonly choices?: Readonly<Record<string, Words>>;
}

/** Puts the engine's notes on a schema: `note(Type.String(), { words: { zh: "原因", en: "Reason" } })`. */
export function note<T extends TSchema>(schema: T, notes: FieldNotes): T {
  // The schema's hidden kind marks are not enumerable: copy it by descriptors, not by spreading.
  return Object.create(Object.prototype, {
    ...Object.getOwnPropertyDescriptors(schema),
    ...Object.getOwnPropertyDescriptors(notes),
  });
}

/** One of several named values. */
export function choice<const K extends string>(choices: Readonly<Record<K, Words>>, notes: FieldNotes) {
  const values = Object.keys(choices).filter((key): key is K => key in choices);
  return note(Type.Enum(values), { ...notes, widget: "choice", choices });
}

const validators = new WeakMap<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  let validator = validators.get(schema);
  if (!validator) {
    validator = Compile(schema);
    validators.set(schema, validator);
  }
  return validator;
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Checks a value from outside against its schema; each fault is told with its field, in both languages. */
export function parse<T extends TSchema>(schema: T, value: unknown): Parsed<Static<T>> {
  const validator = validatorOf(schema);
  if (isValid(schema, validator, value)) return { ok: true, value };
  const problems: FieldProblem[] = [];
  for (const error of validator.Errors(value)) problems.push(...describeError(schema, error));
  return { ok: false, problems: unique(problems) };
}

function isValid<T extends TSchema>(_: T, validator: Validator, value: unknown): value is Static<T> {
  return validator.Check(value);
}

type SchemaError = ReturnType<Validator["Errors"]>[number];

function describeError(schema: TSchema, error: SchemaError): FieldProblem[] {
  const at = error.instancePath;
  switch (error.keyword) {
    case "required":
      return error.params.requiredProperties.map((name) => {
        const field = `${at}/${name}`;
        const words = nameOf(schema, field);
        return { field, message: { zh: `请填写“${words.zh}”`, en: `${words.en} is required` } };
      });
    case "additionalProperties":
      return error.params.additionalProperties.map((name) => ({
        field: `${at}/${name}`,
        message: { zh: `没有名为“${String(name)}”的字段`, en: `There is no field named “${String(name)}”` },
      }));
    case "boolean":
      return [];
    case "anyOf":
    case "const":
    case "enum":
      return [problem(schema, at, { zh: "不在可选范围内", en: "is not one of the allowed values" })];
    case "type":
      return [problem(schema, at, { zh: "类型不正确", en: "has the wrong type" })];
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
      return [problem(schema, at, amount(error.keyword, error.params.limit))];
    case "minimum":
      return [
        problem(schema, at, { zh: `不能小于 ${error.params.limit}`, en: `must be at least ${error.params.limit}` }),
      ];
    case "maximum":
      return [
        problem(schema, at, { zh: `不能大于 ${error.params.limit}`, en: `must be at most ${error.params.limit}` }),
      ];
    default:
      return [problem(schema, at, { zh: "格式不正确", en: "has the wrong form" })];
  }
}

function amount(keyword: "minLength" | "maxLength" | "minItems" | "maxItems", limit: number | bigint): Words {
  const unit = keyword.endsWith("Length") ? { zh: "个字", en: "character(s)" } : { zh: "项", en: "item(s)" };
  return keyword.startsWith("min")
    ? { zh: `至少需要 ${limit} ${unit.zh}`, en: `needs at least ${limit} ${unit.en}` }
    : { zh: `最多 ${limit} ${unit.zh}`, en: `may have at most ${limit} ${unit.en}` };
}

function problem(schema: TSchema, field: string, fault: Words): FieldProblem {
  const words = nameOf(schema, field);
  return { field, message: { zh: `“${words.zh}”${fault.zh}`, en: `${words.en} ${fault.en}` } };
}

/** The field's own words where the schema has them, else its key. */
function nameOf(schema: TSchema, pointer: string): Words {
  let node: unknown = schema;
  let key = "";
  for (const part of pointer.split("/").slice(1)) {
    key = part;
    node = property(property(node, "properties"), part) ?? property(node, "items");
  }
  const words = property(node, "words");
  return isWords(words) ? words : { zh: key || "输入", en: key || "The input" };
}

function property(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined;
}

function isWords(value: unknown): value is Words {
  return typeof property(value, "zh") === "string" && typeof property(value, "en") === "string";
}

function unique(problems: readonly FieldProblem[]): FieldProblem[] {
  const seen = new Set<string>();
  return problems.filter((one) => !seen.has(one.field) && seen.add(one.field));
}
