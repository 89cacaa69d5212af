import { describe, expect, it } from "vitest";
import extension from "../../../data/catalogue/extension-yuncheng.json";
import json from "../../../data/catalogue/catalogue.json";
import { loadCatalogue, type Catalogue, type CatalogueProblems } from "./index.ts";

function sound(loaded: Catalogue | CatalogueProblems): Catalogue {
  if ("problems" in loaded) throw new Error(loaded.problems.join("\n"));
  return loaded;
}
const load = (...extensions: unknown[]): Catalogue => sound(loadCatalogue(json, ...extensions));
/** A copy that a test may spoil. */
const copy = (): typeof json => JSON.parse(JSON.stringify(json));
const catalogue = load();
const current = catalogue.types.filter(({ code }) => /^\d{5}$/.test(code));
const old = catalogue.types.filter(({ code }) => code.startsWith("2013:"));
const criteriaOf = (types: Catalogue["types"]) => types.flatMap(({ criteria }) => criteria);

describe("the catalogue that ships", () => {
  it("has the 153 components and 97 explicit matters of 2026, and ten named types of 2013 alone", () => {
    expect(current.filter(({ kind }) => kind === "component")).toHaveLength(153);
    expect(current.filter(({ kind }) => kind === "event")).toHaveLength(97);
    expect(old).toHaveLength(10);
    expect(current.filter(({ code2013 }) => code2013 !== undefined)).toHaveLength(184);
  });

  it("has 520 criteria: 408 of current types, 19 of old ones, 93 in the local extension", () => {
    expect(criteriaOf(current)).toHaveLength(408);
    expect(criteriaOf(old)).toHaveLength(19);
    expect(extension.types.flatMap(({ criteria }) => criteria)).toHaveLength(93);
    expect(current.filter(({ criteria }) => criteria.length > 0)).toHaveLength(148);
  });

  it("counts limits in the five units of the field only", () => {
    const units = new Set(criteriaOf(load(extension).types).map(({ limit }) => limit.unit));
    expect([...units].toSorted()).toEqual(["urgent_day", "urgent_hour", "work_day", "work_hour"]);
  });

  it("says every condition in both languages", () => {
    for (const { when, done } of criteriaOf(load(extension).types)) {
      for (const { zh, en } of [when, done]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).not.toMatch(/\p{Script=Han}/u);
        expect(zh).not.toMatch(/[(),;:?!]/);
      }
    }
  });

  it("names at least one department for every type", () => {
    expect(catalogue.types.filter(({ departments }) => departments.length === 0)).toEqual([]);
    expect(catalogue.departmentKeys).toHaveLength(39);
  });

  it("has class tables of both families, and every type in a class of its kind", () => {
    const count = (kind: string, family: string) =>
      catalogue.classes.filter((each) => each.kind === kind && each.family === family).length;
    expect([count("component", "2026"), count("event", "2026")]).toEqual([5, 5]);
    expect([count("component", "2013"), count("event", "2013")]).toEqual([5, 6]);
    expect(load(extension).types.filter(({ classCode, kind }) => catalogue.class(classCode)?.kind !== kind)).toEqual(
      [],
    );
  });

  it("gives small advertisements one working day", () => {
    expect(catalogue.criterion("07001-1")).toMatchObject({
      type: "07001",
      limit: { value: 1, unit: "work_day" },
      source: "S2",
      confidence: "medium",
    });
  });

  it("calls the matter of a component 名称异常, and that of an event by its name", () => {
    expect(catalogue.type("01001")?.matter).toEqual({
      zh: "供水井盖异常",
      en: "abnormal water-supply manhole cover",
    });
    expect(catalogue.type("07001")?.matter.zh).toBe("非法小广告");
  });
});

describe("looking a code up", () => {
  it("finds every type by its own code, and by its 2013 code with the kind", () => {
    for (const type of catalogue.types) {
      expect(catalogue.type(type.code)).toBe(type);
      if (type.code2013 === undefined) continue;
      expect(catalogue.type(type.code2013, type.kind)).toBe(type);
      expect(catalogue.type(`${type.kind === "component" ? "C" : "E"}${type.code2013}`)).toBe(type);
    }
  });

  it("takes the 11 digits of a matter code", () => {
    expect(catalogue.type("41080207001")?.name.zh).toBe("非法小广告");
    expect(catalogue.type("41080201001")?.matter.zh).toBe("供水井盖异常");
  });

  it("does not guess where a component and an event share four digits", () => {
    expect(catalogue.type("0101")).toBeUndefined();
    expect(catalogue.type("2013:0101")).toBeUndefined();
    expect(catalogue.type("0101", "event")?.name.zh).toBe("私搭乱建");
    expect(catalogue.type("0101", "component")?.name2013).toBe("上水井盖");
    expect(catalogue.type("0157")?.kind).toBe("component");
    expect(catalogue.type("2013:0506")?.code).toBe(catalogue.type("0506")?.code);
  });

  it("refuses a kind that is not the type's", () => {
    expect(catalogue.type("07001", "component")).toBeUndefined();
  });

  it.each(["", "7001", "07001-1", "99999", "4108027001", "__proto__"])("knows no type %j", (code) => {
    expect(catalogue.type(code)).toBeUndefined();
  });
});

describe("a local extension", () => {
  it("is loaded on top, by request only", () => {
    expect(catalogue.type("yuncheng:C0199")).toBeUndefined();
    const extended = load(extension);
    expect(extended.types).toHaveLength(catalogue.types.length + 32);
    expect(extended.type("yuncheng:C0199")?.name.zh).toBe("爱心驿站");
    expect(extended.search("爱心")[0]?.code).toBe("yuncheng:C0199");
  });
});

describe("a file that is not right", () => {
  const broken = (change: (file: typeof json) => void): readonly string[] => {
    const file = copy();
    change(file);
    const loaded = loadCatalogue(file);
    return "problems" in loaded ? loaded.problems : [];
  };

  it("does not load, and the problem names the place", () => {
    expect(broken((file) => (file.types[3]!.criteria[0]!.limit.unit = "fortnight"))[0]).toContain(
      "catalogue/types/3/criteria/0/limit",
    );
    expect(broken((file) => file.types[0]!.departments.push("NOBODY"))).toContain("type 01001: no department NOBODY");
    expect(broken((file) => file.types.push(file.types[0]!))).toContain("type 01001 is there twice");
    expect(broken((file) => (file.types[0]!.classCode = "77"))).toContain("type 01001: no class 77");
    expect(broken((file) => (file.types[0]!.criteria[0]!.limit.value = 0))).toContain(
      "criterion 01001-1: the limit must be more than nothing",
    );
  });

  it.each([null, 7, "text", [], {}])("does not load %j", (file) => {
    expect(loadCatalogue(file)).toHaveProperty("problems");
  });

  it("falls back to the Chinese where English is missing", () => {
    const file = copy();
    Reflect.deleteProperty(file.types[0]!.name, "en");
    const loaded = sound(loadCatalogue(file));
    expect(loaded.type("01001")?.name).toEqual({ zh: "供水井盖", en: "供水井盖" });
  });
});
