import { describe, expect, test } from "vitest";
import { procedures } from "../index.ts";
import { solvedWhen } from "../enterprise-help.ts";
import { WholeCity } from "../testing/whole-city.ts";
import { at, calendar, read } from "../testing/world.ts";

const officer = "enterpriseOfficer@jiefang";
const marks = { easier: 5, safer: 5, smoother: 4, rooted: 5 };
const units = ["sanitation", "parks", "lighting"] as const;
const when = (city: WholeCity, no: string) => solvedWhen(city.of(no), (instant) => calendar.localDate(instant));

/** The ledger as the party-building office keeps it: 57 problems, each with its enterprise, section and date. */
function ledger(): { city: WholeCity; numbers: string[] } {
  const city = new WholeCity(procedures, "2022-07-11 09:00");
  const numbers = Array.from({ length: 57 }, (_, index) => {
    city.open("enterprise-help", "raise", officer, {
      enterprise: `示例企业 ${1 + (index % 12)}`,
      problem: `第 ${index + 1} 个问题`,
      source: index % 2 ? "visit" : "sweep",
      leadUnit: units[index % 3],
      due: at("2022-08-12 12:00"),
    });
    return city.case.no;
  });
  return { city, numbers };
}

describe("F3: the 57 problems of enterprises", () => {
  const { city, numbers } = ledger();

  test("each has one lead unit and a date that ends with its day", () => {
    for (const no of numbers) {
      expect(city.of(no)).toMatchObject({ state: "assigned" });
      expect(read(city.of(no).clocks["solve"]?.due)).toBe("2022-08-12 23:59");
    }
  });

  test("solved early, in time and late are told apart by the day, and with the open ones they are 57", () => {
    const solve = (no: string, time: string) => {
      if (at(time) > city.now) city.goTo(time);
      const unit = String(city.of(no).facts["leadUnit"]);
      const officerThere = unit === "lighting" ? "departmentOfficer@lighting" : `departmentOfficer@${unit}`;
      city.turnTo(no).act("solve", officerThere, { way: "solved", result: "已协调解决" });
    };
    numbers.slice(0, 40).forEach((no) => solve(no, "2022-08-05 10:00"));
    numbers.slice(40, 50).forEach((no) => solve(no, "2022-08-12 20:00"));
    numbers.slice(50, 53).forEach((no) => solve(no, "2022-08-15 09:00"));
    const found = numbers.map((no) => when(city, no));
    const count = (one: string) => found.filter((each) => each === one).length;
    expect([count("early"), count("inTime"), count("late"), count("open")]).toEqual([40, 10, 3, 4]);
  });

  test("merging keeps both numbers; nothing can be deleted", () => {
    const [into = "", from = ""] = numbers.slice(-2);
    city.turnTo(from).act("merge", officer, { into });
    expect(city.effects).toContainEqual({ kind: "link", to: into, relation: "mergedInto" });
    expect(city.of(from)).toMatchObject({ no: from, state: "merged", facts: { mergedInto: into } });
    expect(city.cases.size).toBe(57);
    expect(city.turnTo(into).refusal("merge", officer, { into }).code).toBe("rule");
    expect(
      Object.keys(procedures.get("enterprise-help")?.actions ?? {}).filter((name) => /delete|remove/.test(name)),
    ).toEqual([]);
  });

  test("the enterprise has the last word: not solved goes back to the same unit, solved takes four marks", () => {
    const no = numbers[0] ?? "";
    city.turnTo(no).act("invite", officer).act("openTask", "enterprise");
    city.act("dispute", "enterprise", { reason: "路口仍然不通" });
    expect(city.case).toMatchObject({ state: "assigned", facts: { leadUnit: "sanitation", disputes: 1 } });
    expect(when(city, no)).toBe("open");
    city.act("solve", "departmentOfficer@sanitation", { way: "solved", result: "路口已打通" });
    city.act("invite", officer).act("confirm", "enterprise", { ...marks, opinion: "满意" });
    expect(city.case).toMatchObject({ state: "confirmed", facts: { ...marks, opinion: "满意" } });
  });
});

describe("one lead, others join in", () => {
  const raised = () =>
    new WholeCity(procedures, "2022-07-11 09:00").open("enterprise-help", "raise", officer, {
      enterprise: "示例企业",
      problem: "厂区门前排水不畅",
      source: "visit",
      leadUnit: "sanitation",
      jointUnits: ["parks"],
    });

  test("a joint unit reads it and adds its part, and cannot report it solved", () => {
    const city = raised();
    expect(city.case.parties).toEqual(expect.arrayContaining(["sanitation", "parks"]));
    city.act("contribute", "departmentOfficer@parks", { opinion: "绿化带已退让" });
    expect(city.refusal("solve", "departmentOfficer@parks", { way: "solved", result: "x" }).code).toBe("not-your-turn");
    expect(city.refusal("contribute", "departmentOfficer@jiefang", { opinion: "x" }).code).toBe("not-your-turn");
  });

  test("the lead is not among those who join in", () => {
    const city = raised();
    const refusal = city.refusal("assign", officer, { leadUnit: "parks", jointUnits: ["parks"] });
    expect(refusal).toMatchObject({ code: "rule", problems: [{ field: "/jointUnits" }] });
  });

  test("giving it back counts for the unit that did", () => {
    const city = raised().act("giveBack", "departmentOfficer@sanitation", { reason: "不属本单位职责" });
    expect(city.case).toMatchObject({ state: "raised", passedOn: ["sanitation"] });
    expect(city.case.facts).not.toHaveProperty("leadUnit");
  });
});
