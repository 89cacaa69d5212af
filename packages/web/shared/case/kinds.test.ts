import { describe, expect, it } from "vitest";
import { lacking, slotsOf } from "./kinds.ts";

describe("places for evidence", () => {
  it("are what the action demands, in the order of the case's life", () => {
    expect(slotsOf({ after: 1, before: 1 }, true)).toEqual([
      { kind: "before", needed: 1 },
      { kind: "after", needed: 1 },
    ]);
  });

  it("are the three views where a report demands nothing, and none for another action", () => {
    expect(slotsOf({}, true).map((slot) => slot.kind)).toEqual(["near", "far", "reference"]);
    expect(slotsOf({}, false)).toEqual([]);
  });

  it("say what still lacks", () => {
    expect(lacking({ before: 1, after: 2 }, [{ kind: "before" }, { kind: "after" }, { kind: "near" }])).toEqual([
      { kind: "after", needed: 1 },
    ]);
    expect(lacking({}, [])).toEqual([]);
  });
});
