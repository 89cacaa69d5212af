import { describe, expect, it } from "vitest";
import { neighboursOf } from "./neighbours.ts";

describe("the neighbours of a case in its queue", () => {
  it("are before and after it, and missing at the ends", () => {
    const state = { order: ["1", "2", "3"] };
    expect(neighboursOf(state, "2")).toEqual({ index: 2, total: 3, previous: "1", next: "3" });
    expect(neighboursOf(state, "1")).toEqual({ index: 1, total: 3, next: "2" });
    expect(neighboursOf(state, "3")).toEqual({ index: 3, total: 3, previous: "2" });
  });

  it("are unknown to whoever came by a link", () => {
    for (const state of [null, undefined, {}, { order: "12" }, { order: [1, 2] }, { order: ["9"] }])
      expect(neighboursOf(state, "1")).toBeUndefined();
  });
});
