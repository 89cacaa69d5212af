import { openings, wordsOf, type ActionForm, type Procedure, type Words } from "@xiuhua/core/procedure";

/** What a cell of a field is read as. `id` is taken as it stands: a case's number, a component's code. */
export type FieldKind =
  "text" | "integer" | "number" | "boolean" | "choice" | "date" | "unit" | "person" | "type" | "place" | "id";

/** A field of an opening that a column can fill. */
export interface LedgerField {
  /** The path in the input: `place`, `informant/name`. */
  readonly name: string;
  readonly words: Words;
  readonly required: boolean;
  readonly kind: FieldKind;
  /** Whether a cell may name several, separated by commas. */
  readonly many: boolean;
  /** For a choice: what each value is called. */
  readonly choices: Readonly<Record<string, Words>>;
  /** For a person the roles, for a unit the kinds that are offered. */
  readonly offers: readonly string[];
}

/** A way to open cases of a procedure from a table. */
export interface LedgerForm {
  readonly procedure: Procedure;
  readonly opening: ActionForm;
  readonly fields: readonly LedgerField[];
}

/**
 * The ways in which these roles may open cases from a table: those that ask for no photos and for nothing that a cell
 * cannot say.
 */
export function ledgerForms(procedures: Iterable<Procedure>, roles: readonly string[]): LedgerForm[] {
  return [...procedures].flatMap((procedure) =>
    openings(procedure, roles).flatMap((opening): LedgerForm[] => {
      if (Object.values(opening.evidence).some((count) => count > 0)) return [];
      const fields = fieldsOf(opening.input, "", true);
      return fields === undefined || fields.length === 0 ? [] : [{ procedure, opening, fields }];
    }),
  );
}

/** Undefined where one that must be there cannot come from a cell. */
function fieldsOf(schema: unknown, path: string, required: boolean): LedgerField[] | undefined {
  const fields: LedgerField[] = [];
  for (const [key, inner] of Object.entries(record(property(schema, "properties")))) {
    const needed = required && list(property(schema, "required")).includes(key);
    const found = fieldOf(inner, `${path}${key}`, needed);
    if (found.length === 0 && needed) return undefined;
    fields.push(...found);
  }
  return fields;
}

function fieldOf(schema: unknown, name: string, required: boolean): LedgerField[] {
  const words = wordsOf(schema);
  const many = property(schema, "type") === "array";
  const kind = kindOf(schema, many ? property(schema, "items") : schema);
  if (kind === undefined)
    return property(schema, "type") === "object" ? (fieldsOf(schema, `${name}/`, required) ?? []) : [];
  if (!words) return [];
  const choices = record(property(schema, "choices") ?? property(property(schema, "items"), "choices"));
  return [
    {
      name,
      words,
      required,
      kind,
      many,
      choices: Object.fromEntries(
        Object.entries(choices).flatMap(([value, words]) => {
          const told = wordsOf({ words });
          return told ? [[value, told]] : [];
        }),
      ),
      offers: texts(property(schema, "offers")),
    },
  ];
}

/** @param schema with the engine's notes; @param value of the single value, the same but for a list */
function kindOf(schema: unknown, value: unknown): FieldKind | undefined {
  const widget = property(schema, "widget") ?? property(value, "widget");
  switch (widget) {
    case "place":
      return property(record(property(value, "properties")), "lng") === undefined ? undefined : "place";
    case "unit":
    case "person":
    case "type":
    case "choice":
    case "date":
      return widget;
    case "case":
    case "component":
    case "criterion":
      return "id";
  }
  switch (property(value, "type")) {
    case "string":
      return "text";
    case "integer":
    case "number":
    case "boolean":
      return property(value, "type") === "integer"
        ? "integer"
        : property(value, "type") === "number"
          ? "number"
          : "boolean";
    default:
      return undefined;
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] =>
  (typeof value === "string" ? [value] : list(value)).flatMap((one) => (typeof one === "string" ? [one] : []));

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
