import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedCatalogue } from "../catalogue/index.ts";
import { bookOf, overlap, type Rule } from "./rule.ts";
import type { Organisation, Question } from "./question.ts";
import { whoAnswers } from "./who-answers.ts";

const catalogue = shippedCatalogue();
const on = "2026-03-02";
const community = "410802005002";

/** A street lamp's department serves the whole city; Jiefang has a platform, a bureau and a street office. */
const units: Readonly<Record<string, { kind: string; area: string; keys?: string[]; active?: false }>> = {
  lighting: { kind: "office", area: "4108", keys: ["LIGHT"] },
  "jiefang-lighting": { kind: "office", area: "410802", keys: ["LIGHT"] },
  platform: { kind: "districtPlatform", area: "410802" },
  bureau: { kind: "districtBureau", area: "410802" },
  street: { kind: "subDistrict", area: "410802005" },
  north: { kind: "utility", area: "4108" },
  south: { kind: "utility", area: "4108" },
  closed: { kind: "utility", area: "4108", active: false },
  archive: { kind: "section", area: "4108" },
};
const kinds = ["office", "districtPlatform", "districtBureau", "subDistrict", "utility"];

const organisation: Organisation = {
  unit(id) {
    const unit = units[id];
    return unit && { name: { zh: id, en: id }, kind: unit.kind, active: unit.active !== false };
  },
  serving: (key, area) =>
    Object.entries(units)
      .filter(([, unit]) => unit.keys?.includes(key) && (area ?? "").startsWith(unit.area))
      .sort(([, one], [, other]) => other.area.length - one.area.length)
      .map(([id]) => id),
  unitsOf: (area) => Object.keys(units).filter((id) => units[id]?.area === area),
};

function ask(rules: readonly Omit<Rule, "id">[], question: Omit<Question, "on"> = {}) {
  const book = bookOf(rules.map((rule, at) => ({ id: `r${at + 1}`, ...rule })));
  return whoAnswers(
    { rules: book, catalogue, organisation, areaName: (code) => ({ zh: code, en: code }) },
    { type: "01037", area: community, kinds, on, ...question },
  );
}

test("without rules it is the catalogue's department, the nearest first, as dispatch always proposed", () => {
  const { unit, candidates, chain } = ask([]);
  expect(unit).toBe("jiefang-lighting");
  expect(candidates).toEqual(["jiefang-lighting", "lighting"]);
  expect(chain.map(({ stage, decides }) => [stage, decides])).toEqual([
    ["owner", false],
    ["type", false],
    ["class", false],
    ["any", false],
    ["department", true],
  ]);
  expect(chain.at(-1)!.words).toEqual({
    zh: "目录中的主管部门：照明管理单位 → jiefang-lighting",
    en: expect.stringMatching(/^the catalogue's departments: .* → jiefang-lighting$/),
  });
});

test("owner before type, type before class before any, the smaller area before the larger", () => {
  // From the weakest to the strongest: each one added takes over from all before it.
  const ladder: Omit<Rule, "id">[] = [
    { unit: "north" },
    { area: "410802", unit: "south" },
    { type: "01", unit: "north" },
    { type: "01", area: "410802005", unit: "south" },
    { type: "01037", unit: "north" },
    { type: "01037", area: "410802", unit: "south" },
    { type: "01037", area: community, unit: "north" },
    { owner: "QS1", unit: "south" },
    { owner: "QS1", area: community, unit: "north" },
    { owner: "QS1", type: "01", unit: "south" },
    { owner: "QS1", type: "01037", unit: "north" },
  ];
  for (let count = 1; count <= ladder.length; count += 1) {
    const { unit, chain } = ask(ladder.slice(0, count), { owner: "QS1" });
    expect([count, unit]).toEqual([count, ladder[count - 1]!.unit]);
    expect(chain.at(-1)).toMatchObject({ rule: `r${count}`, decides: true });
  }
});

test("a rule elsewhere, of another owner or out of its days does not count", () => {
  const rules = [
    { type: "01037", area: "410811", unit: "north" },
    { owner: "QS2", unit: "north" },
    { type: "01037", validTo: "2026-03-01", unit: "north" },
    { type: "01", validFrom: "2026-03-03", unit: "north" },
  ];
  expect(ask(rules, { owner: "QS1" }).unit).toBe("jiefang-lighting");
  expect(ask([{ type: "01037", validFrom: on, validTo: on, unit: "north" }]).unit).toBe("north");
});

test("who is gone or cannot take cases is passed over, and the chain says so", () => {
  const { unit, chain } = ask([
    { type: "01037", unit: "closed" },
    { type: "01", unit: "archive" },
  ]);
  expect(unit).toBe("jiefang-lighting");
  expect(chain.filter((step) => step.unit).map(({ unit: id, words }) => [id, words.zh])).toEqual([
    ["closed", expect.stringContaining("已停用，跳过")],
    ["archive", expect.stringContaining("不能承办案件，跳过")],
    ["jiefang-lighting", expect.any(String)],
  ]);
});

test("what nobody is named for goes to the territory: the district's desk, its bureau where only departments count", () => {
  // 01012 is for the police, which this organisation has not.
  expect(ask([], { type: "01012" })).toMatchObject({ unit: "platform", candidates: ["platform", "bureau", "street"] });
  expect(ask([], { type: "01012", kinds: ["districtBureau", "subDistrict"] }).unit).toBe("bureau");
  const nobody = ask([], { type: "01012", area: "410899" });
  expect(nobody.unit).toBeUndefined();
  expect(nobody.chain.every((step) => !step.decides)).toBe(true);
});

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-02-${String(date).padStart(2, "0")}`);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

test("two spans overlap exactly if there is a day in both", () => {
  const days = Array.from({ length: 30 }, (_, at) => `2026-02-${String(at).padStart(2, "0")}`);
  const span = fc.record({ validFrom: maybe(day), validTo: maybe(day) }).map(({ validFrom, validTo }) => ({
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined || (validFrom ?? "") > validTo ? {} : { validTo }),
  }));
  const holds = (one: { validFrom?: string; validTo?: string }, at: string) =>
    (one.validFrom ?? "") <= at && at <= (one.validTo ?? "9");
  fc.assert(
    fc.property(span, span, (one, other) => {
      expect(overlap(one, other)).toBe(days.some((at) => holds(one, at) && holds(other, at)));
    }),
    { numRuns: 200 },
  );
});

test("the answer is always the first candidate, and the only step that decides is the last", () => {
  const rule = fc.record({
    owner: maybe(fc.constantFrom("QS1", "QS2")),
    type: maybe(fc.constantFrom("01037", "01", "03005")),
    area: maybe(fc.constantFrom("410802", "410802005", community, "410811")),
    unit: fc.constantFrom(...Object.keys(units)),
  });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 12 }), maybe(fc.constantFrom("QS1", "QS2")), (rules, owner) => {
      const given = rules.map(({ owner: of, type, area, unit }) => ({
        unit,
        ...(of === undefined ? {} : { owner: of }),
        ...(type === undefined ? {} : { type }),
        ...(area === undefined ? {} : { area }),
      }));
      const { unit, candidates, chain } = ask(given, owner === undefined ? {} : { owner });
      expect(unit).toBe(candidates[0]);
      expect(chain.map(({ decides }) => decides)).toEqual(chain.map((_, at) => at === chain.length - 1));
      expect(chain.at(-1)!.unit).toBe(unit);
    }),
    { numRuns: 100 },
  );
});
