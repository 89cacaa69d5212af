import type { Problem, Words } from "@xiuhua/server/api";
import { lineFields, type FormField } from "./field-model.ts";

export type FieldProblem = NonNullable<Problem["problems"]>[number];

export interface PlacedProblem {
  readonly path: readonly string[];
  readonly message: Words;
}

export interface PlacedProblems {
  /** What can be shown at a field of the form. */
  readonly fields: readonly PlacedProblem[];
  /** What lacks in the way of photos and files. */
  readonly evidence: readonly Words[];
  /** What belongs to no field: shown above the form. */
  readonly form: readonly Words[];
}

/** The keys of a JSON pointer (RFC 6901), unescaped. */
export function pointerKeys(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .replace(/^\//, "")
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Puts each fault the server found at the field that shows it: a fault in `/place/lng` belongs to `place`. */
export function placeProblems(fields: readonly FormField[], problems: readonly FieldProblem[]): PlacedProblems {
  const placed: PlacedProblem[] = [];
  const evidence: Words[] = [];
  const form: Words[] = [];
  for (const { field, message } of problems) {
    const keys = pointerKeys(field);
    const path = fieldAt(fields, keys);
    if (path) placed.push({ path, message });
    // The engine's pointer for too few photos: they go beside the input, not in it.
    else if (keys[0] === "evidence") evidence.push(message);
    else form.push(message);
  }
  return { fields: placed, evidence, form };
}

/** The path of the field that draws what lies at these keys; undefined where none does. */
function fieldAt(fields: readonly FormField[], keys: readonly string[]): readonly string[] | undefined {
  const field = fields.find(({ path }) => path.every((key, index) => keys[index] === key));
  if (!field) return undefined;
  if (field.widget !== "group") return field.path;
  if (!field.many) return fieldAt(field.fields, keys);
  const line = Number(keys[field.path.length] ?? Number.NaN);
  return Number.isInteger(line) ? (fieldAt(lineFields(field, line), keys) ?? field.path) : field.path;
}
