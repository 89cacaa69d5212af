import { expect, test } from "vitest";
import { faultsOf } from "./faults.ts";
import { fieldsOf } from "./field-model.ts";

const fields = fieldsOf({
  required: ["reason", "next", "place", "units"],
  properties: {
    reason: { type: "string", minLength: 2, maxLength: 5, widget: "longText" },
    next: { enum: ["recheck", "rework"] },
    place: { type: "object", widget: "place" },
    units: { type: "array", items: { type: "string" }, maxItems: 2, widget: "unit" },
    count: { type: "integer", minimum: 1, maximum: 9 },
    until: { type: "integer", minimum: 0, widget: "date" },
    informant: { type: "object", required: ["phone"], properties: { phone: { type: "string", maxLength: 3 } } },
  },
});
const whole = {
  reason: "已清理",
  next: "rework",
  place: { lng: 113.2, lat: 35.2, text: "和平街" },
  units: ["a"],
};
const told = (input: Record<string, unknown>) =>
  faultsOf(fields, input).map(({ path, kind, count }) => [
    path.join("/"),
    kind,
    ...(count === undefined ? [] : [count]),
  ]);

test("an input that lacks nothing has no fault; what may be left out may be left out", () => {
  expect(told(whole)).toEqual([]);
});

test("names what lacks in the form's order, and whether it is written or chosen", () => {
  expect(told({})).toEqual([
    ["reason", "required"],
    ["next", "choose"],
    ["place", "required"],
    ["units", "choose"],
  ]);
  expect(told({ ...whole, place: { lng: 113.2, lat: 35.2, text: " " } })).toEqual([["place", "required"]]);
  expect(told({ ...whole, place: { text: "和平街" } })).toEqual([["place", "required"]]);
});

test("names what is too long, too short, too many, out of range; also inside a group", () => {
  expect(told({ ...whole, reason: "一二三四五六", units: ["a", "b", "c"], count: 0 })).toEqual([
    ["reason", "tooLong", 5],
    ["units", "tooMany", 2],
    ["count", "range", 1],
  ]);
  expect(told({ ...whole, reason: "一", informant: { phone: "1234" }, until: 5 })).toEqual([
    ["reason", "tooShort", 2],
    ["informant/phone", "tooLong", 3],
  ]);
});

const bag = fieldsOf({
  required: ["contents"],
  properties: {
    contents: {
      type: "array",
      maxItems: 2,
      items: {
        type: "object",
        required: ["what", "count"],
        properties: { what: { type: "string", maxLength: 3 }, count: { type: "integer", minimum: 1 } },
      },
    },
  },
});

test("names what is wrong in each line of a list, and with the list itself", () => {
  const toldOf = (contents: unknown) => faultsOf(bag, { contents }).map(({ path, kind }) => [path.join("/"), kind]);
  expect(toldOf(undefined)).toEqual([["contents", "choose"]]);
  expect(toldOf([{ what: "手机", count: 1 }])).toEqual([]);
  expect(toldOf([{ what: "手机", count: 1 }, { count: 0 }])).toEqual([
    ["contents/1/what", "required"],
    ["contents/1/count", "range"],
  ]);
  expect(toldOf([1, 2, 3].map(() => ({ what: "手机", count: 1 })))).toEqual([["contents", "tooMany"]]);
});
