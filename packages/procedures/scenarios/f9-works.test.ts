import { describe, expect, test } from "vitest";
import { procedures } from "../index.ts";
import { WholeCity } from "../testing/whole-city.ts";
import { at, read } from "../testing/world.ts";

const place = { lng: 113.24, lat: 35.21, text: "人民路（塔南路—山阳路段）" };
const photo = (kind: "near" | "after" | "check", hash: string) => [{ hash: hash.repeat(64), kind }];

/** A city with so many defects of one road, each filed and sent to the municipal facilities office. */
function withDefects(count: number): { city: WholeCity; defects: string[] } {
  const city = new WholeCity(procedures, "2022-08-08 09:00");
  const defects: string[] = [];
  for (let one = 1; one <= count; one += 1) {
    city.open(
      "city-case",
      "report",
      "collector@parks",
      { place, description: `慢车道坑洼 ${one}` },
      photo("near", "1"),
    );
    city.act("accept", "intakeOfficer@jiefang", { type: "lamp" });
    city.act("file", "shiftLeader@jiefang", { type: "lamp", criterion: "lamp-5d" });
    city.act("dispatch", "dispatcher@jiefang", { department: "parks" });
    defects.push(city.case.no);
  }
  return { city, defects };
}

const worksOf = (city: WholeCity, defects: readonly string[]) =>
  city.open("works", "propose", "worksManager@parks", {
    title: "人民路改造提升",
    work: "铣刨重铺慢车道",
    place,
    defects,
  });

describe("F9: a road section with 12 defects in one works order", () => {
  const { city, defects } = withDefects(12);
  worksOf(city, defects);
  const order = city.case.no;

  test("each defect keeps its own number and rests until the planned end", () => {
    const plan = { contractor: "市政一公司", startAt: at("2022-08-15 08:00"), endAt: at("2022-08-31 09:00") };
    const milestones = [
      { name: "铣刨", at: at("2022-08-20 09:00") },
      { name: "摊铺", at: at("2022-08-28 09:00") },
    ];
    city.act("plan", "worksManager@parks", { ...plan, milestones });
    expect(city.effects.filter(({ kind }) => kind === "link")).toHaveLength(12);
    expect(defects.map((no) => city.of(no).state)).toEqual(Array(12).fill("onHold"));
    expect(new Set(defects).size).toBe(12);
    for (const no of defects) {
      expect(city.of(no).facts["works"]).toBe(order);
      expect(read(Number(city.of(no).facts["holdUntil"]))).toBe("2022-08-31 23:59");
      expect(city.of(no).clocks["handle"]?.status).toBe("paused");
    }
    expect(read(city.of(order).clocks["build"]?.due)).toBe("2022-08-31 23:59");
  });

  test("a milestone is reached once, and only one of the plan", () => {
    city.turnTo(order).act("reach", "worksManager@parks", { name: "铣刨" });
    expect(city.refusal("reach", "worksManager@parks", { name: "铣刨" }).message.zh).toContain("已完成");
    expect(city.refusal("reach", "worksManager@parks", { name: "绿化" }).message.zh).toContain("没有节点");
  });

  test("a hold is granted with an end date, the clock stands still, and time ends it by itself", () => {
    city.goTo("2022-08-16 09:00").turnTo(order);
    city.act("askHold", "worksManager@parks", { until: at("2022-08-20 09:00"), reason: "连日降雨" });
    city.act("approveHold", "dispatcher@jiefang", { until: at("2022-08-20 09:00") });
    expect(city.case).toMatchObject({ state: "onHold", facts: { holdCause: "连日降雨" } });
    city.goTo("2022-08-20 10:00").turnTo(order);
    expect(city.case.state).toBe("underway");
    expect(city.log.at(-1)).toMatchObject({
      action: "resume",
      actor: { person: "system" },
      at: at("2022-08-20 09:00"),
    });
    // Four days of rain, four days more.
    expect(read(city.case.clocks["build"]?.due)).toBe("2022-09-04 23:59");
  });

  test("the crew answers by a link: it may open the task and report it done, and nothing else", () => {
    expect(city.refusal("openTask", "crew").code).toBe("not-your-turn");
    city.act("inviteCrew", "worksManager@parks", { crew: { name: "王工" }, hours: 48 });
    city.act("openTask", "crew");
    expect(city.refusal("resume", "crew").code).toBe("wrong-state");
    expect(city.refusal("plan", "crew", {}).code).toBe("wrong-role");
    expect(city.refusal("reportDone", "crew", { result: "已完成" }, []).code).toBe("missing-evidence");
    city.act("reportDone", "crew", { result: "慢车道已重铺" }, photo("after", "2"));
    expect(city.case.state).toBe("done");
  });

  test("on acceptance every defect is handled with the photo of it, under its own number", () => {
    city.act("accept", "supervisor@jiefang", {}, photo("check", "3"));
    expect(city.case.state).toBe("accepted");
    expect(city.unheard).toEqual([]);
    for (const no of defects) {
      expect(city.of(no)).toMatchObject({ no, state: "handled", facts: { result: "慢车道已重铺" } });
      expect(city.turnTo(no).log.at(-1)?.evidence).toEqual([{ hash: "3".repeat(64), kind: "after" }]);
    }
  });
});

test("a link ends with its hours, and with the next one", () => {
  const { city } = withDefects(0);
  worksOf(city, []).act("plan", "worksManager@parks", {
    contractor: "市政一公司",
    startAt: city.now,
    endAt: city.now + 1e9,
  });
  city.act("inviteCrew", "worksManager@parks", { crew: { name: "王工" }, hours: 2 });
  const first = city.case.invitation;
  city.act("inviteCrew", "worksManager@parks", { crew: { name: "李工" }, hours: 4 });
  expect(city.case.invitation?.seq).not.toBe(first?.seq);
  city.pass(5 * 3600 * 1000);
  expect(city.refusal("openTask", "crew").code).toBe("not-your-turn");
});

test("works that are called off give each defect back to its department", () => {
  const { city, defects } = withDefects(2);
  worksOf(city, defects).act("plan", "worksManager@parks", {
    contractor: "市政一公司",
    startAt: city.now,
    endAt: city.now + 1e9,
  });
  city.act("abandon", "dispatcher@jiefang", { reason: "资金未落实" });
  expect(defects.map((no) => city.of(no).state)).toEqual(["dispatched", "dispatched"]);
  expect(city.of(defects[0] ?? "").facts).not.toHaveProperty("works");
});

test("nobody but another case makes a case join works", () => {
  const { city } = withDefects(1);
  expect(city.refusal("joinWorks", "dispatcher@jiefang", { order: "JZ-9", until: city.now + 1 }).code).toBe(
    "wrong-role",
  );
});
