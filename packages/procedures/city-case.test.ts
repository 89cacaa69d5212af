import { checkProcedure, diagram } from "@xiuhua/core/procedure";
import { expect, test } from "vitest";
import { cityCase } from "./index.ts";

test("the city case is a sound procedure and can be drawn", () => {
  expect(checkProcedure(cityCase)).toEqual([]);
  expect(diagram(cityCase, "zh")).toContain("filed --> dispatched: 派遣");
});
