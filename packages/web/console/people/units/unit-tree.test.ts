import { expect, test } from "vitest";
import type { Unit } from "@xiuhua/server/api";
import { unitTree, withBelow, type UnitNode } from "./unit-tree.ts";

const unit = (id: string, parent?: string): Unit => ({
  id,
  kind: "office",
  name: { zh: id, en: id },
  departmentKeys: [],
  active: true,
  ...(parent === undefined ? {} : { parent }),
});
const units = [
  unit("bureau"),
  unit("centre", "bureau"),
  unit("night-desk", "centre"),
  unit("brigade", "bureau"),
  unit("orphan", "gone"),
];
const shape = (nodes: readonly UnitNode[]): unknown => nodes.map((node) => [node.key, shape(node.children)]);
const say = (one: Unit) => one.name.zh;

test("hangs units below their parents, a lost one at the top", () => {
  expect(shape(unitTree(units, say))).toEqual([
    [
      "bureau",
      [
        ["centre", [["night-desk", []]]],
        ["brigade", []],
      ],
    ],
    ["orphan", []],
  ]);
});

test("a search keeps what stands above a hit", () => {
  expect(shape(unitTree(units, say, " NIGHT "))).toEqual([["bureau", [["centre", [["night-desk", []]]]]]]);
});

test("a unit cannot go below itself", () => {
  expect([...withBelow(units, "centre")]).toEqual(["centre", "night-desk"]);
});
