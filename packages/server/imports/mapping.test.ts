import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cityCase } from "@xiuhua/procedures";
import { describe, expect, test } from "vitest";
import { shippedCatalogue } from "../catalogue/index.ts";
import { plainMapping } from "./fixture.ts";
import { checkMapping, parseMapping, readMapping } from "./load-mapping.ts";
import type { Mapping } from "./mapping.ts";

const folder = fileURLToPath(new URL("../../../data/mappings/", import.meta.url));
const catalogue = shippedCatalogue();
const organisation: { units: { id: string }[] } = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../../data/jiaozuo/organisation.json", import.meta.url)), "utf8"),
);
const known = {
  catalogue,
  procedure: cityCase,
  unit: (id: string) => organisation.units.find((unit) => unit.id === id),
  channels: ["transfer", "hotline", "web", "leader", "department"],
};

describe("the mappings that ship", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  test.each(files)("%s names what is there, and a limit for every type it uses", async (name) => {
    const mapping = await readMapping(folder + name);
    expect(() => checkMapping(mapping, known)).not.toThrow();
    for (const code of Object.values(mapping.type.values ?? {}))
      expect(mapping.criteria?.[code] ?? catalogue.type(code)?.criteria[0], code).toBeDefined();
  });
});

describe("a mapping that is not right", () => {
  test("is refused field by field", () => {
    expect(() => parseMapping({ source: "Old System", outsideCity: "maybe" })).toThrow(/\/source .*格式不正确/);
    expect(() => parseMapping({ ...plainMapping(), idd: "x" })).toThrow("没有名为“idd”的字段");
  });

  test("is refused by what it names", () => {
    const bad = (changes: Partial<Mapping>) => () => checkMapping(plainMapping(changes), known);
    expect(bad({ type: { column: "type", values: { a: "99999" } } })).toThrow("/type: there is no “99999”");
    // The code of 2013 is understood by the catalogue, but a case keeps the one code.
    expect(bad({ type: { default: "E0201" } })).toThrow("/type：没有“E0201”");
    expect(bad({ status: { default: "done" } })).toThrow("/status");
    expect(bad({ channel: { default: "radio" } })).toThrow("/channel");
    expect(bad({ department: { default: "nobody" } })).toThrow("/department");
    expect(bad({ criteria: { "07001": "06010-1" } })).toThrow("/criteria/07001");
    expect(bad({ times: { ...plainMapping().times, zone: "Mars/North" } })).toThrow("/times/zone");
  });

  test("cannot be read", async () => {
    await expect(readMapping(`${folder}none.json`)).rejects.toThrow("无法读取映射文件");
    await expect(readMapping(`${folder}example.csv`)).rejects.toThrow("cannot be read");
  });
});
