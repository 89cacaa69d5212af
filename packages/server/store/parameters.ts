/**
 * What may stand in a hole of a statement. Both databases get the same text for it and infer the type from where it
 * stands; where nothing says the type, write it: `${value}::text`.
 *
 * - `Date` becomes an instant in UTC.
 * - An array becomes a PostgreSQL array, for `= any(${list})` and `unnest(${list}::text[])`.
 * - A JSON value is written `${json(value)}::jsonb`; a bare plain object becomes JSON text as well.
 */
export type Parameter = Scalar | readonly Parameter[] | JsonText | { readonly [key: string]: unknown };
type Scalar = string | number | bigint | boolean | null | Date | Uint8Array;

/** A value to be sent as JSON text. Made by {@link json}. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Sends any JSON value, arrays included (a bare array would become a PostgreSQL array): `${json(value)}::jsonb`.
 * @throws when JSON has no form for it (undefined, a function): a bug.
 */
export function json(value: unknown): JsonText {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new Error("JSON has no form for this value");
  return new JsonText(text);
}

/** The text form PostgreSQL reads. Text for everything, so that both drivers behave the same. */
export function encode(value: Parameter): string | null {
  if (value === null) return null;
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      if (Array.isArray(value)) return encodeArray(value);
      if (value instanceof JsonText) return value.text;
      if (value instanceof Date) return value.toISOString();
      if (value instanceof Uint8Array) return encodeBytes(value);
      return json(value).text;
    default:
      throw new Error(`No SQL form for a parameter of type ${typeof value}`);
  }
}

function encodeBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}

function encodeArray(list: readonly Parameter[]): string {
  const items = list.map((item) => {
    if (Array.isArray(item)) return encodeArray(item);
    const text = encode(item);
    // Everything is quoted, so that the word "null", a comma, a brace or a blank stays a value.
    return text === null ? "NULL" : `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  });
  return `{${items.join(",")}}`;
}
