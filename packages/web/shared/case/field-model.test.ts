import { describe, expect, it } from "vitest";
import { fieldsOf, lineFields } from "./field-model.ts";

const words = (zh: string, en: string) => ({ zh, en });

describe("the fields of a form, from its schema", () => {
  it("keeps the schema's order, words and required marks", () => {
    const fields = fieldsOf({
      type: "object",
      required: ["department"],
      properties: {
        department: {
          type: "string",
          minLength: 1,
          maxLength: 64,
          words: words("责任单位", "Department"),
          widget: "unit",
          offers: ["districtBureau", "brigade"],
        },
        note: { type: "string", maxLength: 500, words: words("备注", "Note"), widget: "longText" },
      },
    });
    expect(fields.map((one) => [one.path.join("/"), one.widget, one.required])).toEqual([
      ["department", "unit", true],
      ["note", "longText", false],
    ]);
    expect(fields[0]).toMatchObject({ offers: ["districtBureau", "brigade"], least: 1, most: 64, many: false });
    expect(fields[1]?.words).toEqual(words("备注", "Note"));
  });

  it("reads a list of units as one field that takes many", () => {
    const [field] = fieldsOf({
      properties: {
        jointUnits: { type: "array", items: { type: "string" }, maxItems: 10, widget: "unit", offers: ["brigade"] },
      },
    });
    expect(field).toMatchObject({ widget: "unit", many: true, most: 10, offers: ["brigade"] });
  });

  it("reads a list of objects as lines, whose fields lie in each line", () => {
    const [field] = fieldsOf({
      properties: {
        contents: {
          type: "array",
          maxItems: 100,
          words: words("清点清单", "Contents"),
          items: {
            type: "object",
            required: ["what"],
            properties: { what: { type: "string", words: words("名称", "What") }, count: { type: "integer" } },
          },
        },
      },
    });
    expect(field).toMatchObject({ widget: "group", many: true, most: 100, words: words("清点清单", "Contents") });
    expect(field && lineFields(field, 2).map((one) => [one.path.join("/"), one.widget, one.required])).toEqual([
      ["contents/2/what", "text", true],
      ["contents/2/count", "number", false],
    ]);
  });

  it("names choices from the notes, whether an enum or a union of constants", () => {
    const choices = { works: words("需工程施工", "Needs works"), other: words("其他", "Other") };
    const enumerated = fieldsOf({ properties: { cause: { enum: ["works", "other"], widget: "choice", choices } } });
    const union = fieldsOf({
      properties: { cause: { anyOf: [{ const: "works" }, { const: "other" }], choices } },
    });
    const expected = [
      { value: "works", words: choices.works },
      { value: "other", words: choices.other },
    ];
    expect(enumerated[0]?.choices).toEqual(expected);
    expect(union[0]).toMatchObject({ widget: "choice", choices: expected });
  });

  it("shows a value by itself where the notes do not name it", () => {
    const [field] = fieldsOf({ properties: { size: { enum: ["xl"] } } });
    expect(field?.choices).toEqual([{ value: "xl", words: words("xl", "xl") }]);
  });

  it("draws an object without a widget as a group, one with a widget as that widget", () => {
    const place = { type: "object", properties: { lng: { type: "number" } }, widget: "place" };
    const informant = { type: "object", properties: { name: { type: "string" }, phone: { type: "string" } } };
    const fields = fieldsOf({ properties: { place, informant } });
    expect(fields.map((one) => one.widget)).toEqual(["place", "group"]);
    expect(fields[0]?.fields).toEqual([]);
    expect(fields[1]?.fields.map((one) => one.path)).toEqual([
      ["informant", "name"],
      ["informant", "phone"],
    ]);
  });

  it("falls back to the JSON type, and past a widget it does not know", () => {
    const fields = fieldsOf({
      properties: {
        upheld: { type: "boolean" },
        lanes: { type: "integer", minimum: 1, maximum: 8 },
        colour: { type: "string", widget: "hologram" },
        until: { type: "integer", widget: "date" },
      },
    });
    expect(fields.map((one) => one.widget)).toEqual(["boolean", "number", "text", "date"]);
    expect(fields[1]).toMatchObject({ least: 1, most: 8 });
  });

  it("finds no fields in what is no object schema", () => {
    for (const odd of [undefined, null, 3, "x", { type: "string" }, { properties: null }])
      expect(fieldsOf(odd)).toEqual([]);
  });
});
