import fc from "fast-check";
import { describe, expect, it } from "vitest";
import json from "../../../data/catalogue/catalogue.json";
import { loadCatalogue, type Catalogue } from "./index.ts";
import { soundOf } from "./pinyin.ts";

const catalogue = load();
const first = (query: string) => catalogue.search(query)[0]?.name.zh;

function load(): Catalogue {
  const loaded = loadCatalogue(json);
  if ("problems" in loaded) throw new Error(loaded.problems.join("\n"));
  return loaded;
}

describe("searching the catalogue", () => {
  it.each([
    ["非法小广告", "非法小广告"],
    ["小广告", "非法小广告"],
    ["ffxgg", "非法小广告"],
    ["FFXGG", "非法小广告"],
    ["feifaxiaoguanggao", "非法小广告"],
    ["fei fa xiao", "非法小广告"],
    ["ffxiaogg", "非法小广告"],
    ["feifaxia", "非法小广告"],
    ["07001", "非法小广告"],
    ["illegal small ad", "非法小广告"],
    ["违规广告", "违规户外广告"],
    ["上水井盖", "供水井盖"],
    ["xds", "行道树"],
    ["xingdaoshu", "行道树"],
    ["hangdaoshu", "行道树"],
    ["lvdi", "绿地"],
    ["sos", "紧急报警点SOS"],
    ["早(夜)市", "早（夜）市管理问题"],
    ["litter bin", "垃圾箱"],
    ["manhole sewage", "污水井盖"],
  ])("%j finds %s first", (query, name) => {
    expect(first(query)).toBe(name);
  });

  it("finds by the beginning of a code in either family", () => {
    expect(
      catalogue
        .search("07", 100)
        .slice(0, 7)
        .every(({ code }) => code.startsWith("07")),
    ).toBe(true);
    expect(catalogue.search("0201", 100).map(({ code }) => code)).toEqual(expect.arrayContaining(["02001", "07001"]));
  });

  it("answers nothing to nothing, and no more than asked for", () => {
    expect(catalogue.search("  ")).toEqual([]);
    expect(catalogue.search("井盖", 3)).toHaveLength(3);
    expect(catalogue.search("不存在的东西")).toEqual([]);
  });

  it("finds every type by its name, its pinyin and its initials", () => {
    for (const type of catalogue.types) {
      const sound = soundOf(type.name.zh).map((readings) => readings[0] ?? "");
      const initials = sound.map((reading) => reading.slice(0, 1)).join("");
      expect(first(type.name.zh)).toBe(type.name.zh);
      for (const query of [sound.join(""), initials]) {
        expect(catalogue.search(query, 50)).toContainEqual(type);
      }
    }
  });

  it("never throws and never repeats a type, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30, unit: "grapheme" }), (query) => {
        const codes = catalogue.search(query, 300).map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });
});
