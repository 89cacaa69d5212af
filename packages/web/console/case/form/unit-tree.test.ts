import { describe, expect, it } from "vitest";
import type { Unit } from "@xiuhua/server/api";
import { proposedUnits, unitTree, type UnitNode } from "./unit-tree.ts";

const unit = (id: string, kind: string, parent?: string, active = true): Unit => ({
  id,
  kind,
  name: { zh: id, en: id },
  departmentKeys: [],
  active,
  ...(parent === undefined ? {} : { parent }),
});

const units = [
  unit("bureau", "bureau"),
  unit("brigade", "brigade", "bureau"),
  unit("squadron", "squadron", "brigade"),
  unit("old", "squadron", "brigade", false),
  unit("school", "school", "bureau"),
  unit("stray", "utility", "gone"),
];

const outline = (nodes: readonly UnitNode[]): unknown =>
  nodes.map(({ unit: { id }, selectable, children }) =>
    children.length > 0 ? [`${id}${selectable ? "*" : ""}`, outline(children)] : `${id}${selectable ? "*" : ""}`,
  );

describe("the tree of units to pick from", () => {
  it("keeps what may be picked and the units above it", () => {
    expect(outline(unitTree(units, ["squadron", "utility"]))).toEqual([
      ["bureau", [["brigade", ["squadron*"]]]],
      "stray*",
    ]);
  });

  it("offers every active unit where no kind is named", () => {
    expect(outline(unitTree(units, []))).toEqual([["bureau*", [["brigade*", ["squadron*"]], "school*"]], "stray*"]);
  });
});

describe("the units proposed", () => {
  it("puts the server's first, each once, and leaves out what may not be picked", () => {
    const kinds = ["squadron", "utility", "brigade"];
    const found = proposedUnits(units, kinds, "stray", ["squadron", "stray", "old", "school", "nobody"]);
    expect(found.map((one) => one.id)).toEqual(["stray", "squadron"]);
  });
});
