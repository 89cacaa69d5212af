import { describe, expect, it } from "vitest";
import { fieldsOf } from "./field-model.ts";
import { initialOf, inputOf } from "./input.ts";

const fields = fieldsOf({
  required: ["reason", "upheld", "units"],
  properties: {
    reason: { type: "string", widget: "longText" },
    note: { type: "string", widget: "longText" },
    upheld: { type: "boolean" },
    until: { type: "integer", widget: "date" },
    units: { type: "array", items: { type: "string" }, widget: "unit" },
    others: { type: "array", items: { type: "string" }, widget: "unit" },
    informant: { type: "object", properties: { name: { type: "string" }, phone: { type: "string" } } },
  },
});

describe("what a form sends", () => {
  it("trims text and leaves out what was left empty", () => {
    const input = inputOf(fields, {
      reason: " 已核实 ",
      note: "  ",
      upheld: false,
      until: undefined,
      units: [],
      others: [],
      informant: { name: "", phone: undefined },
    });
    expect(input).toEqual({ reason: "已核实", upheld: false, units: [] });
  });

  it("keeps a group that says something, and nothing that the form does not know", () => {
    expect(inputOf(fields, { informant: { phone: "13800000000" }, stray: 1, until: 0 })).toEqual({
      informant: { phone: "13800000000" },
      until: 0,
    });
  });

  it("keeps the lines that say something, each without what is no field of it", () => {
    const lines = fieldsOf({
      properties: {
        milestones: {
          type: "array",
          items: { type: "object", properties: { name: { type: "string" }, at: { type: "integer", widget: "date" } } },
        },
      },
    });
    const milestones = [{ name: " 铣刨 ", at: 5, reachedAt: 6 }, { name: "" }, undefined];
    expect(inputOf(lines, { milestones })).toEqual({ milestones: [{ name: "铣刨", at: 5 }] });
    expect(inputOf(lines, { milestones: [{}] })).toEqual({});
  });

  it("sends an empty input from an empty form", () => {
    expect(inputOf(fields, undefined)).toEqual({});
  });
});

describe("what a form begins with", () => {
  it("takes the given values of its own fields; a required yes-or-no begins at no", () => {
    expect(initialOf(fields, { reason: "x", stray: 1, note: null })).toEqual({ reason: "x", upheld: false });
  });
});
