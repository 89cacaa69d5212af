import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areasOf, caseNumber, isCode, isWithin, nationalPatterns, readCaseNumber, shortArea } from "./index.ts";

describe("codes", () => {
  it("takes the forms of the field", () => {
    expect(isCode("gridCell", "410811002005017")).toBe(true);
    expect(isCode("component", "3205080101000001")).toBe(true);
    expect(isCode("component", "41081101001000001")).toBe(true);
    expect(["410811", "410811002", "410811002005"].every((code) => isCode("area", code))).toBe(true);
    expect(isCode("caseNumber", "41082022081300017")).toBe(true);
  });

  it.each([
    ["gridCell", 410811002005017],
    ["gridCell", "41081100200501"],
    ["gridCell", " 410811002005017"],
    ["gridCell", "410811002005017\n"],
    ["gridCell", "４10811002005017"],
    ["component", "410811010010001"],
    ["area", "4108110"],
    ["area", "010811"],
    ["caseNumber", "41082022133100001"],
    ["caseNumber", "41082022023000001"],
    ["caseNumber", undefined],
  ] as const)("refuses %s %j", (kind, code) => {
    expect(isCode(kind, code)).toBe(false);
  });

  it("takes a city's own form where it is set", () => {
    const patterns = { ...nationalPatterns, gridCell: /^\d{16}$/, caseNumber: /^YC\d{12}$/ };
    expect(isCode("gridCell", "1408020010020001", patterns)).toBe(true);
    expect(isCode("caseNumber", "YC202606010002", patterns)).toBe(true);
  });

  it("knows the areas above a code", () => {
    expect(areasOf("410811002005017")).toEqual(["410811", "410811002", "410811002005"]);
    expect(areasOf("410811")).toEqual(["410811"]);
    expect(isWithin("410811002005017", "410811002")).toBe(true);
    expect(isWithin("410811", "410811002")).toBe(false);
    expect(isWithin("410811002", "4108")).toBe(true);
    expect(isWithin("410811002", "41081100")).toBe(false);
    expect([shortArea("410811000000"), shortArea("410811002000"), shortArea("410811002005")]).toEqual([
      "410811",
      "410811002",
      "410811002005",
    ]);
  });

  it("numbers cases and reads the numbers back", () => {
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 99_999 }), (date, serial) => {
        const day = date.toISOString().slice(0, 10);
        const no = caseNumber("4108", day, serial);
        expect(no).toHaveLength(17);
        expect(readCaseNumber(no ?? "")).toEqual({ city: "4108", day, serial });
      }),
    );
  });

  it("has no number for a serial beyond the form", () => {
    expect(caseNumber("4108", "2022-08-13", 100_000)).toBeUndefined();
    expect(caseNumber("4108", "2022-08-13", 0)).toBeUndefined();
    expect(caseNumber("4108", "2022-08-13", 1.5)).toBeUndefined();
    expect(readCaseNumber("hello")).toBeUndefined();
  });
});
