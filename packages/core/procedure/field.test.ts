import { Type } from "typebox";
import { expect, test } from "vitest";
import { choice, note, parse } from "./index.ts";

const words = (zh: string, en: string) => ({ words: { zh, en } });
const schema = Type.Object(
  {
    reason: note(Type.String({ minLength: 1, maxLength: 5 }), words("理由", "Reason")),
    until: Type.Optional(note(Type.Integer({ minimum: 10, maximum: 20 }), words("期限", "Until"))),
    next: Type.Optional(choice({ recheck: { zh: "重新核查", en: "Check again" } }, words("去向", "Next"))),
    units: Type.Optional(note(Type.Array(Type.String(), { maxItems: 1 }), words("协办单位", "Joint units"))),
    place: Type.Optional(note(Type.Object({ lng: Type.Number() }), words("位置", "Place"))),
    day: Type.Optional(note(Type.String({ pattern: "^[0-9]+$" }), words("日期", "Day"))),
  },
  { additionalProperties: false },
);

function faults(value: unknown) {
  const parsed = parse(schema, value);
  return parsed.ok ? [] : parsed.problems.map(({ field, message }) => [field, message.zh, message.en]);
}

test("a good value comes back as it was", () => {
  const value = { reason: "道路", next: "recheck" };
  expect(parse(schema, value)).toEqual({ ok: true, value });
});

test.each([
  [{}, "/reason", "请填写“理由”", "Reason is required"],
  [{ reason: "" }, "/reason", "“理由”至少需要 1 个字", "Reason needs at least 1 character(s)"],
  [{ reason: "一二三四五六" }, "/reason", "“理由”最多 5 个字", "Reason may have at most 5 character(s)"],
  [{ reason: 5 }, "/reason", "“理由”类型不正确", "Reason has the wrong type"],
  [{ reason: "好", until: 9 }, "/until", "“期限”不能小于 10", "Until must be at least 10"],
  [{ reason: "好", until: 21 }, "/until", "“期限”不能大于 20", "Until must be at most 20"],
  [{ reason: "好", until: 10.5 }, "/until", "“期限”类型不正确", "Until has the wrong type"],
  [{ reason: "好", next: "home" }, "/next", "“去向”不在可选范围内", "Next is not one of the allowed values"],
  [{ reason: "好", units: ["a", "b"] }, "/units", "“协办单位”最多 1 项", "Joint units may have at most 1 item(s)"],
  [{ reason: "好", place: {} }, "/place/lng", "请填写“lng”", "lng is required"],
  [{ reason: "好", day: "x" }, "/day", "“日期”格式不正确", "Day has the wrong form"],
  [{ reason: "好", colour: 1 }, "/colour", "没有名为“colour”的字段", "There is no field named “colour”"],
])("%j is refused in both languages, by its field", (value, field, zh, en) => {
  expect(faults(value)).toEqual([[field, zh, en]]);
});

test("what is no object at all is refused as a whole", () => {
  for (const value of [null, 5, "text", [], undefined])
    expect(faults(value)).toEqual([["", "“输入”类型不正确", "The input has the wrong type"]]);
});

test("every field at fault is told, each once", () => {
  const fields = faults({ until: 5, next: "x", colour: 1 }).map(([field]) => field);
  expect(fields).toHaveLength(4);
  expect(new Set(fields)).toEqual(new Set(["/colour", "/next", "/reason", "/until"]));
});
