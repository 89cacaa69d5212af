import { expect, test } from "vitest";
import { placeTarget, searchTarget } from "./search-target.ts";

test("a whole number opens its case, anything else searches", () => {
  expect(searchTarget(" 41080220220813001 ")).toBe("/cases/41080220220813001");
  expect(searchTarget("4108022022081300")).toBe("/cases?text=4108022022081300");
  expect(searchTarget("和平街  井盖&破损")).toBe(`/cases?${new URLSearchParams({ text: "和平街 井盖&破损" })}`);
  expect(searchTarget("   ")).toBeUndefined();
});

test("a place leads to the map, with how sure it is and what it is called", () => {
  const found = { lng: 113.2478, lat: 35.2404, radius: 14.4, reading: "和平街与文化巷交叉口东30米路南" };
  expect(new URLSearchParams(placeTarget(found).split("?")[1]).get("radius")).toBe("14");
  expect(decodeURIComponent(placeTarget(found))).toBe(
    "/map?lng=113.2478&lat=35.2404&radius=14&q=和平街与文化巷交叉口东30米路南",
  );
});
