import type { Point } from "../map/index.ts";

/** What stands in a form comes from drafts, servers and widgets alike: each of these reads it as one thing or as nothing. */
export const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const asNumber = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
export const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};

/** One part of a value that may be an object. */
export const partOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

/** The point of a place; undefined while only its words are there. */
export function pointOf(value: unknown): Point | undefined {
  const lng = asNumber(partOf(value, "lng"));
  const lat = asNumber(partOf(value, "lat"));
  return lng === undefined || lat === undefined ? undefined : { lng, lat };
}
