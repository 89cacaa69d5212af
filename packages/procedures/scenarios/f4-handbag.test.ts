import { redactRecord } from "@xiuhua/core/procedure";
import { describe, expect, test } from "vitest";
import { procedures } from "../index.ts";
import { WholeCity } from "../testing/whole-city.ts";
import { at, read } from "../testing/world.ts";

const keeper = "propertyKeeper@sanitation";
const other = "propertyKeeper@sanitation-east";
const contents = [
  { what: "手机", count: 1 },
  { what: "现金（元）", count: 360 },
  { what: "银行卡", count: 2 },
  { what: "钥匙", count: 3 },
];
const found = () =>
  new WholeCity(procedures, "2022-08-02 07:05").open("lost-property", "report", "handler@sanitation-east", {
    kind: "bag",
    item: "女式手提包",
    place: { lng: 113.24, lat: 35.21, text: "站前路与中州路丁字路口" },
    foundAt: at("2022-08-02 07:00"),
    keeperUnit: "sanitation",
  });
const takeIn = { contents, storage: "环卫办公室保险柜", question: "手机壳是什么颜色？" };

describe("F4: the handbag", () => {
  const city = found();

  test("its contents are listed by two, and nobody is their own witness", () => {
    expect(city.refusal("takeIn", keeper, takeIn).problems).toEqual([expect.objectContaining({ field: "/witnesses" })]);
    expect(city.refusal("takeIn", keeper, { ...takeIn, witnesses: [keeper] }).message.zh).toContain("不能是经办人自己");
    expect(city.refusal("takeIn", keeper, { ...takeIn, witnesses: ["nobody"] }).message.zh).toContain("在职");
    city.goTo("2022-08-02 07:10").act("takeIn", keeper, { ...takeIn, witnesses: [other] });
    expect(city.log.at(-1)).toMatchObject({ actor: { person: keeper }, input: { witnesses: [other], contents } });
  });

  test("the log says who took the owner's call, which need not be the finder", () => {
    city
      .goTo("2022-08-02 07:12")
      .act("logCall", "departmentOfficer@sanitation", { caller: "失主", said: "询问手提包" });
    expect(city.log.map(({ action, actor }) => [action, actor.person])).toEqual([
      ["report", "handler@sanitation-east"],
      ["takeIn", keeper],
      ["logCall", "departmentOfficer@sanitation"],
    ]);
  });

  test("it goes back after the check question, with a witness and a signature, within a quarter of an hour", () => {
    city.act("lodgeClaim", keeper, { claimant: { name: "张某", phone: "13900000000" } });
    const answer = { answer: "问：手机壳颜色？答：红色，相符", witnesses: [other] };
    expect(city.refusal("giveBack", keeper, answer, []).code).toBe("missing-evidence");
    city.goTo("2022-08-02 07:15").act("giveBack", keeper, answer);
    expect(city.case.state).toBe("returned");
    expect(city.now - city.case.openedAt).toBeLessThanOrEqual(15 * 60 * 1000);
    expect(city.case.facts).not.toHaveProperty("custodian");
  });

  test("the silk banner of 3 August is tied to it and counts in a column of its own", () => {
    const no = city.case.no;
    city.goTo("2022-08-03 15:00").open("commendation", "receive", "departmentOfficer@sanitation", {
      kind: "banner",
      from: "失主",
      words: "拾金不昧　品德高尚",
      unit: "sanitation",
      about: no,
      givenAt: at("2022-08-03 14:30"),
    });
    expect(city.effects).toEqual([{ kind: "link", to: no, relation: "praises" }]);
    city.act("confirm", "evaluator@jiefang");
    expect(city.case).toMatchObject({ state: "confirmed", facts: { confirmedAt: city.now } });
  });
});

describe("a find that nobody claims", () => {
  const city = found();
  city
    .act("takeIn", keeper, { ...takeIn, witnesses: [other] })
    .goTo("2022-08-03 09:00")
    .act("announce", keeper);

  test("may be claimed for a year from the notice, and not be handed over before (Civil Code, art. 318)", () => {
    expect(read(city.case.clocks["claim"]?.due)).toBe("2023-08-03 09:00");
    const forfeit = { reason: "满一年无人认领", witnesses: [other] };
    expect(city.goTo("2023-08-02 09:00").refusal("forfeit", keeper, forfeit).message.zh).toContain("2023-08-03");
    expect(city.goTo("2023-08-03 10:00").act("forfeit", keeper, forfeit).case.state).toBe("forfeited");
  });

  test("the public reads that a bag was found, and not what is in it or what is asked", () => {
    const procedure = procedures.get("lost-property");
    expect(procedure?.publishes).toContain("announced");
    const fields = { ...procedure?.subject.properties, ...procedure?.facts.properties };
    const open = Object.entries(fields).flatMap(([name, schema]) =>
      "audience" in schema && schema.audience === "public" ? [name] : [],
    );
    expect(open.toSorted()).toEqual(["foundAt", "item", "keeperUnit", "kind", "noticeAt", "place"]);
  });

  test("a claim that does not fit leaves it announced, and the claimant's name goes", () => {
    const claimed = found();
    claimed.act("takeIn", keeper, { ...takeIn, witnesses: [other] }).act("announce", keeper);
    claimed.act("lodgeClaim", keeper, { claimant: { name: "李某", phone: "13800000000" } });
    claimed.act("denyClaim", keeper, { reason: "说不出内装物品" });
    expect(claimed.case.state).toBe("announced");
    const seen = procedures.get("lost-property");
    const shown = seen && redactRecord(seen, claimed.case, { person: "x", roles: ["departmentOfficer"] });
    expect(shown?.facts).not.toHaveProperty("claimant");
  });
});
