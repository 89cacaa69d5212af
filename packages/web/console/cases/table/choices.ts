import type { Words } from "@xiuhua/server/api";

/** What the values of a field are called, where its schema says so: `choices` is the engine's note on it. */
export function choicesOf(schema: unknown, field: string): readonly (readonly [string, Words])[] {
  const choices = part(part(part(schema, "properties"), field), "choices");
  if (typeof choices !== "object" || choices === null) return [];
  return Object.entries(choices).flatMap(([value, words]) => (isWords(words) ? [[value, words] as const] : []));
}

function part(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function isWords(value: unknown): value is Words {
  return typeof part(value, "zh") === "string" && typeof part(value, "en") === "string";
}
