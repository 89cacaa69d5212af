import { criteria, lampPost, units } from "./world.ts";
import type { Chooser } from "./inputs.ts";

/** What a sampled input may draw on. */
export interface Around {
  readonly pick: Chooser;
  readonly now: number;
  /** Numbers of other cases. */
  readonly others: readonly string[];
  /** Somebody who holds a role. */
  readonly holders: (role: string | undefined) => readonly string[];
  /** What the case already says, under any name: an answer may have to repeat it. */
  readonly said: (name: string) => readonly string[];
}

const hour = 3600 * 1000;

/** An input that a schema takes, made from the schema and its notes alone: no procedure needs a sample of its own. */
export function sample(schema: unknown, around: Around, name = ""): unknown {
  const { pick } = around;
  const among = <T>(values: readonly T[]): T | undefined => {
    const [first, ...rest] = values;
    return first === undefined ? undefined : pick([first, ...rest]);
  };
  const values = read(schema, "enum");
  if (Array.isArray(values)) return among(values);
  const union = read(schema, "anyOf");
  if (Array.isArray(union)) return sample(among(union), around, name);
  if (read(schema, "const") !== undefined) return read(schema, "const");
  switch (read(schema, "type")) {
    case "object":
      return object(schema, around);
    case "array":
      return array(schema, around, name);
    case "boolean":
      return pick([true, false]);
    case "integer":
    case "number":
      return read(schema, "widget") === "date" ? date(around) : amount(schema, around);
    default:
      return text(schema, around, name, among);
  }
}

function object(schema: unknown, around: Around): Record<string, unknown> {
  if (read(schema, "widget") === "place") return { lng: 113.24, lat: 35.21, text: "解放路 12 号门前" };
  const required = read(schema, "required");
  const properties = read(schema, "properties");
  if (typeof properties !== "object" || properties === null) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, inner]) =>
      (Array.isArray(required) && required.includes(key)) || around.pick([true, false])
        ? [[key, sample(inner, around, key)]]
        : [],
    ),
  );
}

function array(schema: unknown, around: Around, name: string): unknown[] {
  const least = number(schema, "minItems") ?? 0;
  const count = Math.min(least + around.pick([0, 1, 2]), number(schema, "maxItems") ?? 9);
  const items = read(schema, "items");
  const inner = read(schema, "widget") === undefined ? items : { ...object2(items), ...notes(schema) };
  const made = Array.from({ length: count }, () => sample(inner, around, name));
  // The same unit or case is not named twice.
  return made.filter((one, at) => typeof one !== "string" || made.indexOf(one) === at);
}

/** A list's own notes say what its elements are. */
const notes = (schema: unknown) => ({ widget: read(schema, "widget"), offers: read(schema, "offers") });
const object2 = (schema: unknown): object =>
  typeof schema === "object" && schema !== null ? { ...schema, type: read(schema, "type") } : {};

function text(
  schema: unknown,
  around: Around,
  name: string,
  among: (values: readonly string[]) => string | undefined,
): string {
  const offers = read(schema, "offers");
  switch (read(schema, "widget")) {
    case "person":
      return among(around.holders(typeof offers === "string" ? offers : undefined)) ?? "nobody";
    case "unit":
      return among(unitsOf(offers)) ?? "nowhere";
    case "type":
      return around.pick(["poster", "lamp", "tree"]);
    case "criterion":
      return among(Object.keys(criteria)) ?? "";
    case "component":
      return lampPost;
    case "case":
      return among(around.others) ?? "none";
    default:
      return (among(["现场情况如此", ...around.said(name)]) ?? "").slice(0, number(schema, "maxLength") ?? 20);
  }
}

function unitsOf(offers: unknown): readonly string[] {
  const kinds = Array.isArray(offers) ? offers : typeof offers === "string" ? [offers] : undefined;
  return Object.entries(units).flatMap(([id, { kind, active }]) =>
    active !== false && (kinds === undefined || kinds.includes(kind)) ? [id] : [],
  );
}

const date = ({ pick, now }: Around) => now + pick([-30, -1, 1, 30, 24 * 9, 24 * 40]) * hour;

function amount(schema: unknown, { pick }: Around): number {
  const least = number(schema, "minimum") ?? 0;
  const most = number(schema, "maximum") ?? least + 10;
  return Math.min(most, least + pick([0, 1, 2, 4]));
}

function number(schema: unknown, key: string): number | undefined {
  const value = read(schema, key);
  return typeof value === "number" ? value : undefined;
}

function read(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined;
}
