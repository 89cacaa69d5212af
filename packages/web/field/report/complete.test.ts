import { expect, test } from "vitest";
import { inputOf, lackOf, type Written } from "./complete.ts";

const written: Written = {
  mode: "report",
  photos: ["near"],
  point: { lng: 113.24, lat: 35.24 },
  placeText: "和平街与文化巷交叉口东30米路南",
  type: "07001",
  description: "",
};

test("says the first thing that lacks, in the order in which one fills it", () => {
  expect(lackOf(written)).toBeUndefined();
  expect(lackOf({ ...written, photos: ["far"] })).toEqual({ of: "photo", kind: "near" });
  expect(lackOf({ ...written, point: undefined })).toEqual({ of: "place" });
  expect(lackOf({ ...written, placeText: " " })).toEqual({ of: "placeText" });
  expect(lackOf({ ...written, type: undefined })).toEqual({ of: "description" });
  expect(lackOf({ ...written, type: undefined, description: "井盖破损" })).toBeUndefined();
});

test("what was fixed on the spot needs both photos and a type", () => {
  const fixed: Written = {
    ...written,
    mode: "reportSelfHandled",
    photos: ["before"],
    type: undefined,
    description: "x",
  };
  expect(lackOf(fixed)).toEqual({ of: "photo", kind: "after" });
  expect(lackOf({ ...fixed, photos: ["before", "after"] })).toEqual({ of: "type" });
});

test("a description that was left empty says the type", () => {
  const typeName = { zh: "非法小广告", en: "Illegal advertisement" };
  const point = { lng: 113.24, lat: 35.24 };
  expect(inputOf({ ...written, point, typeName, seenAt: 5 })).toEqual({
    place: { lng: 113.24, lat: 35.24, text: "和平街与文化巷交叉口东30米路南" },
    description: "非法小广告",
    type: "07001",
    capturedAt: 5,
  });
  expect(inputOf({ ...written, point, description: " 墙上 ", typeName, seenAt: 5 }).description).toBe("墙上");
});
