import { describe, expect, it } from "vitest";
import { fieldsOf } from "./field-model.ts";
import { placeProblems, pointerKeys } from "./problems.ts";

const message = { zh: "请填写", en: "is required" };
const fields = fieldsOf({
  properties: {
    place: { type: "object", widget: "place", properties: { lng: { type: "number" } } },
    informant: { type: "object", properties: { phone: { type: "string" } } },
    jointUnits: { type: "array", items: { type: "string" }, widget: "unit" },
  },
});

describe("where a fault is shown", () => {
  it("unescapes a pointer's keys", () => {
    expect(pointerKeys("/a~1b/~0c/0")).toEqual(["a/b", "~c", "0"]);
    expect(pointerKeys("")).toEqual([]);
  });

  it("shows a fault inside a widget's value at the widget", () => {
    const { fields: placed } = placeProblems(fields, [
      { field: "/place/lng", message },
      { field: "/jointUnits/2", message },
    ]);
    expect(placed.map((one) => one.path)).toEqual([["place"], ["jointUnits"]]);
  });

  it("shows a fault inside a group at the group's field", () => {
    const { fields: placed } = placeProblems(fields, [{ field: "/informant/phone", message }]);
    expect(placed).toEqual([{ path: ["informant", "phone"], message }]);
  });

  it("shows a fault in a line of a list at the line's field, and one of the list at the list", () => {
    const lines = fieldsOf({
      properties: {
        contents: { type: "array", items: { type: "object", properties: { what: { type: "string" } } } },
      },
    });
    const problems = ["/contents/2/what", "/contents/1/stray", "/contents"].map((field) => ({ field, message }));
    expect(placeProblems(lines, problems).fields.map((one) => one.path)).toEqual([
      ["contents", "2", "what"],
      ["contents"],
      ["contents"],
    ]);
  });

  it("shows above the form what belongs to no field", () => {
    const { fields: placed, form } = placeProblems(fields, [
      { field: "", message },
      { field: "/stray", message },
      { field: "/informant", message },
    ]);
    expect(placed).toEqual([]);
    expect(form).toHaveLength(3);
  });

  it("shows at the evidence what lacks there", () => {
    expect(placeProblems(fields, [{ field: "/evidence", message }])).toEqual({
      fields: [],
      evidence: [message],
      form: [],
    });
  });
});
