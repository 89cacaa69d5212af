import { lineFields, type FormField } from "./field-model.ts";
import type { Input } from "./input.ts";
import { asRecord, asText, partOf, pointOf } from "./values.ts";

/** What is wrong with one field, as far as can be told before the server is asked. */
export interface Fault {
  readonly path: readonly string[];
  readonly kind: "required" | "choose" | "tooLong" | "tooShort" | "tooMany" | "tooFew" | "range";
  /** The limit that is broken, where there is one. */
  readonly count?: number;
}

const written: ReadonlySet<string> = new Set(["text", "longText", "number", "place", "case", "component"]);

/** The faults of an input as a form would send it, in the form's order. The server checks everything again. */
export function faultsOf(fields: readonly FormField[], input: Input): Fault[] {
  return fields.flatMap((field) => {
    const value = input[field.path.at(-1) ?? ""];
    if (field.widget === "group" && !field.many)
      return value === undefined ? [] : faultsOf(field.fields, asRecord(value));
    const fault = faultOf(field, value);
    const lines = field.widget === "group" && Array.isArray(value) ? value : [];
    return [
      ...(fault ? [{ path: field.path, ...fault }] : []),
      ...lines.flatMap((line, at) => faultsOf(lineFields(field, at), asRecord(line))),
    ];
  });
}

function faultOf(field: FormField, value: unknown): Omit<Fault, "path"> | undefined {
  const { widget, required, many, least, most } = field;
  if (value === undefined || (Array.isArray(value) && value.length === 0 && required))
    return required ? { kind: written.has(widget) ? "required" : "choose" } : undefined;
  if (widget === "place")
    return pointOf(value) && asText(partOf(value, "text"))?.trim() ? undefined : { kind: "required" };
  const size = many && Array.isArray(value) ? value.length : typeof value === "string" ? value.length : value;
  if (typeof size !== "number" || widget === "date") return undefined;
  if (most !== undefined && size > most)
    return { kind: many ? "tooMany" : typeof value === "string" ? "tooLong" : "range", count: most };
  if (least !== undefined && size < least)
    return { kind: many ? "tooFew" : typeof value === "string" ? "tooShort" : "range", count: least };
  return undefined;
}
