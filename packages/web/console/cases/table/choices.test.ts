import { expect, test } from "vitest";
import { choicesOf } from "./choices.ts";

test("reads what the values of a field are called", () => {
  const web = { zh: "网上举报", en: "Web report" };
  const schema = { type: "object", properties: { source: { enum: ["web", "fax"], choices: { web, fax: 7 } } } };
  expect(choicesOf(schema, "source")).toEqual([["web", web]]);
});

test("a field without choices, or no schema at all, has none", () => {
  for (const schema of [undefined, null, 3, {}, { properties: { source: {} } }, { properties: null }])
    expect(choicesOf(schema, "source")).toEqual([]);
});
