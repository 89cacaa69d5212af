import type { FormField } from "./field-model.ts";

export type Input = Record<string, unknown>;

/**
 * What is sent, from what stands in the form: text trimmed, what was left empty left out, keys that
 * are no field of the form and lines that say nothing dropped (the server refuses a key it does not know).
 */
export function inputOf(fields: readonly FormField[], values: unknown): Input {
  const input: Input = {};
  for (const field of fields) {
    const key = field.path.at(-1);
    if (key === undefined || typeof values !== "object" || values === null) continue;
    const value = cleaned(field, Reflect.get(values, key));
    if (value !== undefined) input[key] = value;
  }
  return input;
}

function cleaned(field: FormField, value: unknown): unknown {
  if (field.widget === "group" && field.many) {
    const lines = (Array.isArray(value) ? value : []).map((line) => inputOf(field.fields, line));
    const said = lines.filter((line) => Object.keys(line).length > 0);
    return said.length > 0 || (field.required && Array.isArray(value)) ? said : undefined;
  }
  if (field.widget === "group") {
    const inner = inputOf(field.fields, value);
    return Object.keys(inner).length > 0 || field.required ? inner : undefined;
  }
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (Array.isArray(value)) return value.length > 0 || field.required ? value : undefined;
  return value ?? undefined;
}

/** What a form begins with: the given values of its own fields; a required yes-or-no begins at no, required lines with an empty one. */
export function initialOf(fields: readonly FormField[], initial: Readonly<Record<string, unknown>> = {}): Input {
  const values: Input = {};
  for (const field of fields) {
    const key = field.path.at(-1);
    if (key === undefined) continue;
    if (initial[key] !== undefined && initial[key] !== null) values[key] = initial[key];
    else if (field.widget === "boolean" && field.required) values[key] = false;
    else if (field.widget === "group" && field.many && field.required) values[key] = [{}];
  }
  return values;
}
