import { expect, test } from "vitest";
import { standardView } from "./column-names.ts";
import { fitting } from "./fitting.ts";

const subject = (...names: string[]) => ({
  required: names.filter((name) => name !== "source"),
  properties: Object.fromEntries(names.map((name) => [name, {}])),
});

test("a list of one procedure has no column that none of its cases could fill", () => {
  const praise = { subject: subject("kind", "words", "unit"), requests: {} };
  expect(fitting(standardView.columns, praise)).toEqual(["light", "no", "title", "state", "department"]);
  const works = { subject: subject("title", "place"), requests: { hold: { title: { zh: "暂停申请", en: "Hold" } } } };
  expect(fitting(["title", "type", "area", "requests"], works)).toEqual(["title", "area", "requests"]);
  const help = { subject: { properties: { place: {}, source: {} } }, requests: {} };
  expect(fitting(["title", "place", "source"], help)).toEqual(["title", "source"]);
  expect(fitting(standardView.columns, undefined)).toEqual(standardView.columns);
});
