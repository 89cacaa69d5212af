import { expect, test } from "vitest";
import { procedures } from "@xiuhua/procedures";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";

const start = Date.parse("2022-08-02T07:05:00+08:00");
const place = { lng: 113.247831, lat: 35.240428, text: "站前路与中州路丁字路口" };

const secrets = [
  "苹果手机",
  "现金",
  "360",
  "银行卡",
  "红色外壳",
  "保险柜",
  "手机壳是什么颜色",
  "拾荒老人",
  "13911112222",
];

/** Finds a bag and brings it as far as the notice. */
async function announced(city: DemoApp, item = "女式手提包") {
  const [finder, keeper] = [await city.as("handler1"), await city.as("keeper1")];
  const opened = await finder.post("/api/cases", {
    procedure: "lost-property",
    action: "report",
    input: {
      kind: "bag",
      item,
      place,
      foundAt: start - 60_000,
      keeperUnit: "jiefang-sanitation",
      finder: { name: "拾荒老人", phone: "13911112222" },
    },
  });
  expect(opened.text).toContain("no");
  const no: string = opened.body.no;
  const picture = (await keeper.upload(await photoOf(5))).body.hash;
  const take = async (action: string, input: object, evidence: object[] = []) => {
    const answer = await keeper.post(`/api/cases/${no}/actions/${action}`, { input, evidence });
    expect(answer.text).toContain(no);
  };
  await take(
    "takeIn",
    {
      contents: [
        { what: "苹果手机", count: 1, remark: "红色外壳" },
        { what: "现金（元）", count: 360 },
        { what: "银行卡", count: 2 },
      ],
      storage: "环卫处保险柜",
      question: "手机壳是什么颜色？",
      witnesses: ["keeper2"],
    },
    [{ hash: picture, kind: "reference" }],
  );
  return { no, take };
}

const ask = async ({ app }: DemoApp, url: string) => {
  const answer = await app.inject({ url });
  return { status: answer.statusCode, text: answer.body, body: answer.json() };
};

forEachDatabase("what is published", (database) => {
  test("a found bag: what it is, where, when and who keeps it; nothing that only its owner can know", async () => {
    const city = await demoApp(await database(), start);
    const { no, take } = await announced(city);
    const list = () => ask(city, "/api/public/cases?procedure=lost-property");
    expect((await list()).text).not.toContain(no);
    await take("announce", {});
    const { status, text, body } = await list();
    expect(status).toBe(200);
    const shown = body.items.find((one: { no: string }) => one.no === no);
    expect(
      Object.fromEntries(shown.fields.map((one: { name: string; value: { zh: string } }) => [one.name, one.value.zh])),
    ).toEqual({
      kind: "箱包",
      item: "女式手提包",
      place: "站前路与中州路丁字路口",
      foundAt: "2022-08-02 07:04",
      keeperUnit: "解放区环境卫生管理处",
      noticeAt: "2022-08-02 07:05",
    });
    expect(Object.keys(shown).toSorted()).toEqual(["fields", "no", "openedAt", "state"]);
    for (const secret of [...secrets, "handler1", "keeper1", "keeper2"]) expect(text, secret).not.toContain(secret);
    // Nor does a search give away what it holds.
    for (const secret of secrets) {
      const found = await ask(city, `/api/public/cases?procedure=lost-property&q=${encodeURIComponent(secret)}`);
      expect(found.body.items, secret).toEqual([]);
    }
    for (const word of ["手提包", "站前路", no]) {
      const found = await ask(city, `/api/public/cases?procedure=lost-property&q=${encodeURIComponent(word)}`);
      expect(
        found.body.items.map((one: { no: string }) => one.no),
        word,
      ).toContain(no);
    }
    await take("lodgeClaim", { claimant: { name: "失主张某", phone: "13900000000" } });
    const claimed = await list();
    expect(claimed.text).toContain(no);
    expect(claimed.text).not.toContain("失主张某");
    await take("denyClaim", { reason: "不符" });
    await take("toPolice", { reason: "涉案" }, [
      { hash: (await (await city.as("keeper1")).upload(await photoOf(6))).body.hash, kind: "document" },
    ]);
    expect((await list()).text).not.toContain(no);
  });

  test("page by page, newest first, each once, over all published states", async () => {
    const city = await demoApp(await database(), start + 86_400_000);
    const works = await city.as("works1");
    const made: string[] = [];
    for (let one = 0; one < 23; one += 1) {
      city.setNow(start + 86_400_000 + one * 1000);
      const opened = await works.post("/api/cases", {
        procedure: "works",
        action: "propose",
        input: { title: `维修 ${one}`, work: "铣刨", place },
      });
      const no: string = opened.body.no;
      const plan = { contractor: "市政一公司", startAt: start, endAt: start + 9e8 };
      expect((await works.post(`/api/cases/${no}/actions/plan`, { input: plan })).status).toBe(200);
      made.unshift(no);
    }
    const held = made[3] ?? "";
    const until = start + 5e8;
    await works.post(`/api/cases/${held}/actions/askHold`, { input: { until, reason: "降雨" } });
    const granted = await (
      await city.as("dispatcher1")
    ).post(`/api/cases/${held}/actions/approveHold`, { input: { until } });
    expect(granted.body.state).toBe("onHold");

    const first = await ask(city, "/api/public/cases?procedure=works");
    const second = await ask(city, `/api/public/cases?procedure=works&after=${first.body.next}`);
    const numbers = [...first.body.items, ...second.body.items].map((one: { no: string }) => one.no);
    expect(first.body.items).toHaveLength(20);
    expect(numbers.slice(0, 23)).toEqual(made);
    expect(first.text).not.toContain("降雨");
    expect((await ask(city, "/api/public/cases?procedure=works&after=nonsense")).body).toEqual(first.body);
  });

  test("nothing confidential, and nothing of a procedure that publishes nothing", async () => {
    const city = await demoApp(await database(), start);
    const open = ["commendation", "lost-property", "works"];
    const listed = await ask(city, "/api/public/procedures");
    expect(listed.body.map((one: { id: string }) => one.id).toSorted()).toEqual(open);
    for (const id of procedures.keys()) {
      const { status, text } = await ask(city, `/api/public/cases?procedure=${id}`);
      expect([id, status, text.includes("不对外公示")]).toEqual(open.includes(id) ? [id, 200, false] : [id, 404, true]);
    }
    expect((await ask(city, "/api/public/cases")).status).toBe(422);
  });
});

test("what is published is found by public words alone", () => {
  const found = [...procedures.values()]
    .filter((one) => (one.publishes ?? []).length > 0)
    .map((procedure) => {
      // Each field answers with whether it is public: what a case is found by may only be taken from those.
      const answers = (group: "subject" | "facts") =>
        Object.fromEntries(
          Object.entries(procedure[group].properties).map(([name, schema]) => [
            name,
            "audience" in schema && schema.audience === "public" ? `public ${name}` : `secret ${name}`,
          ]),
        );
      const subject = { ...answers("subject"), place: { text: "public place", lng: 1, lat: 1 } };
      const { title, place: where } = procedure.index({ ...blank, subject, facts: answers("facts") });
      return JSON.stringify([procedure.id, title, where]);
    });
  expect(found).toHaveLength(3);
  expect(found.filter((one) => one.includes("secret"))).toEqual([]);
});

const blank = {
  city: "",
  no: "",
  procedure: "",
  version: 1,
  seq: 1,
  state: "",
  since: 0,
  turnSince: 0,
  openedAt: 0,
  changedAt: 0,
  clocks: {},
  requests: {},
  counts: {},
  parties: [],
};
