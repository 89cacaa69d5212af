import type { Words } from "@xiuhua/server/api";

/** What draws a field: the schema's own `widget` note, or what its JSON type asks for. */
export type FieldWidget =
  | "text"
  | "longText"
  | "person"
  | "unit"
  | "type"
  | "criterion"
  | "case"
  | "component"
  | "place"
  | "date"
  | "choice"
  | "number"
  | "boolean"
  | "group";

export interface FieldChoice {
  readonly value: string;
  readonly words: Words;
}

/** One field of an action's form, read from its JSON Schema and the engine's notes on it. */
export interface FormField {
  /** Where its value lies in the input, as keys from the root. */
  readonly path: readonly string[];
  /** What it is called; absent where the schema does not say. */
  readonly words?: Words;
  readonly widget: FieldWidget;
  readonly required: boolean;
  /** A list of what the widget picks; of a `group`, lines that can be added to. */
  readonly many: boolean;
  /** For `person` the role, for `unit` the kinds to offer. */
  readonly offers: readonly string[];
  readonly choices: readonly FieldChoice[];
  readonly least?: number;
  readonly most?: number;
  /** The fields inside a `group`; of lines, `lineFields` says where each line's lie. */
  readonly fields: readonly FormField[];
}

const named: readonly string[] = [
  "text",
  "longText",
  "person",
  "unit",
  "type",
  "criterion",
  "case",
  "component",
  "place",
  "date",
  "choice",
] satisfies FieldWidget[];

/** The fields of an object schema, in its order. What is no object schema has none. */
export function fieldsOf(schema: unknown, under: readonly string[] = []): FormField[] {
  const required = strings(read(schema, "required"));
  const properties = read(schema, "properties");
  if (typeof properties !== "object" || properties === null) return [];
  return Object.entries(properties).map(([key, node]) => fieldOf(node, [...under, key], required.includes(key)));
}

/** The fields of one line of a list, each with its place in that line. */
export function lineFields({ path, fields }: FormField, line: number): FormField[] {
  const under = [...path, String(line)];
  return fields.map((field) => ({ ...field, path: [...under, field.path.at(-1) ?? ""] }));
}

function fieldOf(node: unknown, path: readonly string[], required: boolean): FormField {
  const items = read(node, "items");
  const many = read(node, "type") === "array";
  const element = many ? items : node;
  const words = wordsOf(read(node, "words")) ?? wordsOf(read(items, "words"));
  const widget = widgetOf(node) ?? widgetOf(items) ?? widgetByType(element);
  const least = number(read(node, many ? "minItems" : "minLength")) ?? number(read(node, "minimum"));
  const most = number(read(node, many ? "maxItems" : "maxLength")) ?? number(read(node, "maximum"));
  return {
    path,
    ...(words ? { words } : {}),
    widget,
    required,
    many,
    offers: strings(read(node, "offers") ?? read(items, "offers")),
    choices: choicesOf(element, read(node, "choices") ?? read(items, "choices")),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    fields: widget === "group" ? fieldsOf(element, path) : [],
  };
}

function widgetOf(node: unknown): FieldWidget | undefined {
  const widget = read(node, "widget");
  return isNamed(widget) ? widget : undefined;
}

function isNamed(widget: unknown): widget is FieldWidget {
  return typeof widget === "string" && named.includes(widget);
}

function widgetByType(node: unknown): FieldWidget {
  if (values(node).length > 0) return "choice";
  switch (read(node, "type")) {
    case "boolean":
      return "boolean";
    case "integer":
    case "number":
      return "number";
    case "object":
      return "group";
    default:
      return "text";
  }
}

/** The values a schema allows, whether written as `enum` or as a union of constants. */
function values(node: unknown): string[] {
  const listed = strings(read(node, "enum"));
  if (listed.length > 0) return listed;
  const union = read(node, "anyOf");
  return Array.isArray(union) ? union.flatMap((one) => strings(read(one, "const"))) : [];
}

function choicesOf(node: unknown, notes: unknown): FieldChoice[] {
  return values(node).map((value) => ({ value, words: wordsOf(read(notes, value)) ?? { zh: value, en: value } }));
}

function read(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined;
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

function number(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function wordsOf(value: unknown): Words | undefined {
  const zh = read(value, "zh");
  const en = read(value, "en");
  return typeof zh === "string" && typeof en === "string" ? { zh, en } : undefined;
}
