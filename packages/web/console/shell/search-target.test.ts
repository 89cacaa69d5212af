import { expect, test } from "vitest";
import { searchTarget } from "./search-target.ts";

test("a whole number opens its case, anything else searches", () => {
  expect(searchTarget(" 41080220220813001 ")).toBe("/cases/41080220220813001");
  expect(searchTarget("4108022022081300")).toBe("/cases?text=4108022022081300");
  expect(searchTarget("和平街  井盖&破损")).toBe(`/cases?${new URLSearchParams({ text: "和平街 井盖&破损" })}`);
  expect(searchTarget("   ")).toBeUndefined();
});
