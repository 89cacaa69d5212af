import { expect, test } from "vitest";
import { procedures } from "@xiuhua/procedures";
import { demoCity, readerOf } from "../demo/index.ts";
import { sql } from "../store/index.ts";
import { demoServices, type DemoServices } from "../testing/demo-services.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { tallyDifferences, verifyReplay } from "./index.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);
const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };

function steps(city: DemoServices) {
  const settle = <T>(answer: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return answer.value;
  };
  return {
    open: async (login: string, procedure: string, action: string, input: unknown, evidence = []) =>
      settle(await city.cases.open(readerOf(login), { procedure, action, input, evidence })).no,
    act: async (
      login: string,
      no: string,
      action: string,
      input: unknown = {},
      ...photos: Parameters<typeof city.photo>[]
    ) => {
      const evidence = await Promise.all(photos.map((photo) => city.photo(...photo)));
      return settle(await city.cases.act(readerOf(login), { no, action, input, evidence }));
    },
    states: async (numbers: readonly string[]) =>
      Promise.all(numbers.map(async (no) => (await city.cases.load(no))?.state)),
  };
}

async function replays(city: DemoServices, db: Parameters<typeof verifyReplay>[0]) {
  await city.cases.drain();
  expect(await verifyReplay(db, demoCity, procedures)).toMatchObject({ different: 0 });
  expect(await tallyDifferences(db, demoCity, procedures)).toEqual([]);
  expect(city.errors).toEqual([]);
}

forEachDatabase("many procedures in one city", (open) => {
  test("F9: what a works order asks of its defects is done once to each, and told when it cannot be", async () => {
    const db = await open();
    const city = await demoServices(db, china("2022-08-08T09:00:00"));
    const { open: begin, act, states } = steps(city);
    const defects: string[] = [];
    for (let one = 0; one < 3; one += 1) {
      const no = await begin("intake1", "city-case", "report", {
        place,
        description: `路面坑洼 ${one}`,
        type: "06013",
      });
      await act("intake1", no, "accept", { type: "06013" });
      await act("shift1", no, "file", { type: "06013", criterion: "06013-1" });
      await act("dispatcher1", no, "dispatch", { department: "municipal-office" });
      defects.push(no);
    }
    const [, , last = ""] = defects;
    await act("shift1", last, "forceClose", { reason: "另案已修" });

    const order = await begin("works1", "works", "propose", {
      title: "和平街路面改造",
      work: "铣刨重铺",
      place,
      defects,
    });
    const planned = { contractor: "市政一公司", startAt: city.now(), endAt: china("2022-08-31T09:00:00") };
    await act("works1", order, "plan", planned);
    await city.cases.drain();
    expect(await states(defects)).toEqual(["onHold", "onHold", "closed"]);
    expect(
      await db.query(sql`select person, case_no from notice where city = ${demoCity} and id like 'wish-%'`),
    ).toEqual([{ person: "works1", case_no: last }]);
    expect(await db.query(sql`select 1 from case_wish where city = ${demoCity}`)).toEqual([]);

    await act("works1", order, "reportDone", { result: "已重铺" }, ["after", 1]);
    city.setNow(china("2022-08-25T10:00:00"));
    await act("supervisor1", order, "accept", {}, ["check", 2]);
    await city.cases.drain();
    expect(await states(defects)).toEqual(["handled", "handled", "closed"]);
    const detail = await city.cases.detail(readerOf("officer2"), defects[0] ?? "");
    expect(detail?.timeline.at(-1)).toMatchObject({ action: "doneByWorks", at: new Date(city.now()).toISOString() });
    const about = { title: "和平街路面改造", procedure: "works", state: "accepted" };
    expect(detail?.links).toContainEqual({ no: order, relation: "partOf", direction: "from", about });

    // A wish that was carried out and not yet crossed off is not carried out again.
    await db.query(sql`
      insert into case_wish (city, from_no, from_seq, nth, on_no, action, input, evidence, person, at)
      select ${demoCity}, split_part(substr(idempotency_key, 6), '-', 1), 2, 2, case_no, action, input, evidence, 'works1', at
      from case_event where city = ${demoCity} and case_no = ${defects[0] ?? ""} and action = 'joinWorks'`);
    const before = (await city.cases.load(defects[0] ?? ""))?.seq;
    await city.cases.recover();
    expect((await city.cases.load(defects[0] ?? ""))?.seq).toBe(before);
    await replays(city, db);
  });

  test("a post opens the cases of its own procedures: who keeps finds for a unit does not read its other cases", async () => {
    const db = await open();
    const city = await demoServices(db, china("2022-08-02T07:00:00"));
    const { open: begin, act } = steps(city);
    const found = { kind: "bag", item: "女式手提包", place, foundAt: city.now(), keeperUnit: "jiefang-sanitation" };
    const bag = await begin("collector1", "lost-property", "report", found);
    const wall = await begin("intake1", "city-case", "report", { place, description: "墙面小广告", type: "07001" });
    await act("intake1", wall, "accept", { type: "07001" });
    await act("shift1", wall, "file", { type: "07001", criterion: "07001-1" });
    await act("dispatcher1", wall, "dispatch", { department: "jiefang-sanitation" });
    const reads = async (login: string) => {
      const seen = await Promise.all([bag, wall].map((no) => city.cases.detail(readerOf(login), no)));
      const { items } = await city.cases.pages.list(readerOf(login), { queue: "seen", limit: 200 });
      const listed = items.map(({ no }) => no);
      expect(seen.map((one) => one !== undefined)).toEqual([bag, wall].map((no) => listed.includes(no)));
      return seen.map((one) => one !== undefined);
    };
    expect(await reads("keeper1")).toEqual([true, false]);
    expect(await reads("officer3")).toEqual([true, true]);
    // Nobody gave it to this one of its handlers.
    expect(await reads("handler3")).toEqual([false, false]);
    expect(await reads("intake2")).toEqual([true, true]);
  });

  test("readers whose sights are told by as many values, in other words, act one after the other", async () => {
    const db = await open();
    const city = await demoServices(db, china("2022-08-04T09:00:00"));
    const { open: begin } = steps(city);
    const no = await begin("intake1", "city-case", "report", { place, description: "墙面小广告", type: "07001" });
    const ofDistrict = { role: "intakeOfficer", unit: "supervision-centre", area: "410802" };
    const readers = [readerOf("officer1"), { ...readerOf("intake2"), grants: [ofDistrict] }, readerOf("intake1")];
    const accept = { no, action: "accept", input: { type: "07001" }, evidence: [] };
    const answers = [];
    for (const reader of readers) answers.push(await city.cases.act(reader, accept));
    expect(answers.map((one) => (one.ok ? one.value.state : one.refusal.code))).toEqual([
      "not-found",
      "accepted",
      "wrong-state",
    ]);
  });

  test("F5: a fallen rider is nobody's business but the squad's and the leaders', and is forgotten in time", async () => {
    const db = await open();
    const city = await demoServices(db, china("2022-08-03T10:20:00"));
    const { open: begin, act } = steps(city);
    const told = { kind: "fall", called: "family", place, account: "骑车人摔倒，队员扶起" };
    const no = await begin("handler1", "help-event", "log", told);
    const reads = async (login: string) => (await city.cases.detail(readerOf(login), no)) !== undefined;
    expect([await reads("handler1"), await reads("officer1"), await reads("leader1")]).toEqual([true, true, true]);
    for (const login of ["intake1", "shift1", "dispatcher1", "officer2", "handler2", "prosecutor1", "evaluator1"]) {
      expect([login, await reads(login)]).toEqual([login, false]);
      const { items } = await city.cases.pages.list(readerOf(login), { queue: "seen", procedure: "help-event" });
      expect(items).toEqual([]);
    }
    await city.cases.drain();
    const counted = async (login: string) =>
      (await city.cases.pages.counts(readerOf(login), { queue: "seen" })).states.filter(
        ({ procedure }) => procedure === "help-event",
      );
    expect(await counted("shift1")).toEqual([]);
    expect(await counted("leader1")).toMatchObject([{ state: "logged", count: 1 }]);
    const [row] = await db.query(
      sql`select point, place_text, area from cases where city = ${demoCity} and no = ${no}`,
    );
    expect(row).toEqual({ point: null, place_text: null, area: null });

    await act("officer1", no, "settle", { outcome: "家属已接走" });
    city.setNow(china("2023-01-31T00:00:00"));
    expect(await city.cases.tick()).toBe(1);
    const words = JSON.stringify([
      await db.query(sql`select record, search::text from cases where city = ${demoCity} and no = ${no}`),
      await db.query(sql`select input, outcome from case_event where city = ${demoCity} and case_no = ${no}`),
    ]);
    for (const gone of ["骑车人", "家属已接走", "文化巷"]) expect(words).not.toContain(gone);
    expect(words).toContain("family");
    await replays(city, db);
  });

  test("F4: what a bag held and what a plan says are told line by line", async () => {
    const db = await open();
    const city = await demoServices(db, china("2022-08-11T09:00:00"));
    const { open: begin, act } = steps(city);
    const foundAt = city.now();
    const bag = await begin("handler1", "lost-property", "report", {
      kind: "bag",
      item: "黑色手提包一个",
      place,
      foundAt,
      keeperUnit: "jiefang-sanitation",
    });
    const contents = [
      { what: "手机", count: 1, remark: "黑色" },
      { what: "现金（元）", count: 360 },
    ];
    const listed = { contents, storage: "保险柜", question: "现金有多少", witnesses: ["keeper2"] };
    await act("keeper1", bag, "takeIn", listed, ["reference", 3]);
    const told = async (no: string, name: string) =>
      (await city.cases.detail(readerOf("keeper1"), no))?.fields.find((one) => one.name === name)?.value;
    expect(await told(bag, "contents")).toEqual({
      zh: "手机 × 1（黑色）、现金（元） × 360",
      en: "手机 × 1 (黑色), 现金（元） × 360",
    });

    const order = await begin("works1", "works", "propose", { title: "和平街路面改造", work: "铣刨重铺", place });
    const milestones = [{ name: "铣刨", at: china("2022-08-20T18:00:00") }];
    const planned = { contractor: "市政一公司", startAt: city.now(), endAt: china("2022-08-31T09:00:00"), milestones };
    await act("works1", order, "plan", planned);
    const plan = (await city.cases.detail(readerOf("works1"), order))?.fields.find((one) => one.name === "milestones");
    expect(plan?.value).toEqual({
      zh: "铣刨（计划日期 2022-08-20 18:00）",
      en: "铣刨 (Planned for 2022-08-20 18:00)",
    });
  });
});
