import { expect, test } from "vitest";
import { findTypes, typesInWords, type PackType } from "./types.ts";

const type = (code: string, zh: string, en: string, pinyin: string): PackType => ({
  code,
  kind: "event",
  classCode: code.slice(0, 2),
  name: { zh, en },
  matter: { zh, en },
  initials: pinyin.replaceAll(/(?<=\w)\w*\s?/g, ""),
  pinyin: pinyin.replaceAll(" ", ""),
  criteria: [],
});
const types = [
  type("07001", "非法小广告", "Illegal small advertisement", "fei fa xiao guang gao"),
  type("01001", "上水井盖", "Water supply manhole cover", "shang shui jing gai"),
  type("01002", "污水井盖", "Sewage manhole cover", "wu shui jing gai"),
  type("08001", "店外经营", "Business outside the shop", "dian wai jing ying"),
];
const names = (found: readonly PackType[]) => found.map((one) => one.name.zh);

test("finds a type by name, first letters, pinyin, English or code", () => {
  expect(names(findTypes(types, "小广告"))).toEqual(["非法小广告"]);
  expect(names(findTypes(types, "ffxgg"))).toEqual(["非法小广告"]);
  expect(names(findTypes(types, "FeiFa"))).toEqual(["非法小广告"]);
  expect(names(findTypes(types, "jg"))).toEqual(["上水井盖", "污水井盖"]);
  expect(names(findTypes(types, "manhole"))).toEqual(["上水井盖", "污水井盖"]);
  expect(names(findTypes(types, "08001"))).toEqual(["店外经营"]);
  expect(findTypes(types, " ")).toEqual([]);
  expect(findTypes(types, "zzz")).toEqual([]);
});

test("proposes the types that a description names", () => {
  expect(names(typesInWords(types, "路口污水井盖破了"))).toEqual(["污水井盖", "上水井盖"]);
  expect(names(typesInWords(types, "商铺贴小广告"))).toEqual(["非法小广告"]);
  expect(typesInWords(types, "树")).toEqual([]);
});
