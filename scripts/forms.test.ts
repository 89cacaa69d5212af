import { describe as suite, expect, test } from "vitest";
import { describe } from "@xiuhua/core/procedure";
import { procedures } from "@xiuhua/procedures";
import { fieldsOf, type FormField } from "../packages/web/shared/case/field-model.ts";

/** Which of the schema's own types each widget can draw, and whether it can draw a list of them. */
const draws: Record<FormField["widget"], { readonly types: readonly string[]; readonly many?: true }> = {
  text: { types: ["string"] },
  longText: { types: ["string"] },
  person: { types: ["string"], many: true },
  unit: { types: ["string"], many: true },
  type: { types: ["string"] },
  criterion: { types: ["string"] },
  case: { types: ["string"], many: true },
  component: { types: ["string"] },
  place: { types: ["object"] },
  date: { types: ["integer", "number"] },
  choice: { types: ["string"] },
  number: { types: ["integer", "number"] },
  boolean: { types: ["boolean"] },
  group: { types: ["object"], many: true },
};

const read = (node: unknown, key: string): unknown =>
  typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined;

/** What is wrong with a field's form, in words; nothing where both doors can draw it and both languages name it. */
function faultsOf(field: FormField, schema: unknown): string[] {
  const at = field.path.join("/");
  const element = field.many ? read(schema, "items") : schema;
  const noted = read(schema, "widget") ?? read(element, "widget");
  const type = read(element, "type") ?? (read(element, "enum") === undefined ? undefined : "string");
  const { types, many } = draws[field.widget];
  // The dictionaries of both doors have words for these two where a schema has none.
  const named = field.words ?? (["name", "phone"].includes(field.path.at(-1) ?? "") ? { zh: "-", en: "-" } : undefined);
  return [
    ...(noted === undefined || noted === field.widget ? [] : [`${at}: no widget ${JSON.stringify(noted)}`]),
    ...(types.some((one) => one === type) ? [] : [`${at}: ${field.widget} cannot draw ${JSON.stringify(type)}`]),
    ...(field.many && many === undefined ? [`${at}: no list of ${field.widget}`] : []),
    ...(named && named.zh.trim() !== "" && named.en.trim() !== "" ? [] : [`${at}: not named in both languages`]),
    ...field.choices.flatMap(({ value, words }) => (words.zh === value ? [`${at}: ${value} has no words`] : [])),
    ...(field.widget === "choice" && field.choices.length === 0 ? [`${at}: nothing to choose`] : []),
    ...field.fields.flatMap((inner) => faultsOf(inner, read(read(element, "properties"), inner.path.at(-1) ?? ""))),
  ];
}

suite.each([...procedures.values()].map((one) => [one.id, describe(one)] as const))("the forms of %s", (_, one) => {
  test.each(Object.entries(one.actions))("%s", (_name, action) => {
    const fields = fieldsOf(action.input);
    expect(fields.map((field) => field.path.at(-1))).toEqual(Object.keys(action.input.properties));
    expect(fields.flatMap((field) => faultsOf(field, read(action.input.properties, field.path.at(-1) ?? "")))).toEqual(
      [],
    );
  });
});

test("a form that cannot be drawn is found", () => {
  const schema = {
    properties: {
      texts: { type: "array", items: { type: "string" }, words: { zh: "多行", en: "Lines" } },
      odd: { type: "string", widget: "slider", words: { zh: "滑块", en: "Slider" } },
      lines: {
        type: "array",
        items: { type: "object", properties: { bare: { type: "string" } } },
        words: { zh: "清单", en: "List" },
      },
      mute: { type: "null", words: { zh: "空", en: "Nothing" } },
    },
  };
  expect(fieldsOf(schema).flatMap((field) => faultsOf(field, read(schema.properties, field.path[0] ?? "")))).toEqual([
    "texts: no list of text",
    'odd: no widget "slider"',
    "lines/bare: not named in both languages",
    'mute: text cannot draw "null"',
  ]);
});
