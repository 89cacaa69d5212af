import { describe, expect, it } from "vitest";
import { lacking, slotsOf } from "./kinds.ts";

describe("places for evidence", () => {
  it("are what the action demands, in the order of the case's life", () => {
    expect(slotsOf({ after: 1, before: 1 })).toEqual([
      { kind: "before", needed: 1 },
      { kind: "after", needed: 1 },
    ]);
  });

  it("are also what is only offered; an action that names nothing has none", () => {
    expect(slotsOf({ far: 0, near: 0 }).map((slot) => slot.kind)).toEqual(["near", "far"]);
    expect(slotsOf({})).toEqual([]);
    expect(lacking({ near: 0 }, [])).toEqual([]);
  });

  it("say what still lacks", () => {
    expect(lacking({ before: 1, after: 2 }, [{ kind: "before" }, { kind: "after" }, { kind: "near" }])).toEqual([
      { kind: "after", needed: 1 },
    ]);
    expect(lacking({}, [])).toEqual([]);
  });
});
