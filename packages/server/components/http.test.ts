import { expect, test } from "vitest";
import { demoCity } from "../demo/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf } from "../testing/demo-app.ts";
import { lamp, middle, putComponents } from "../testing/components.ts";

const now = Date.parse("2026-03-02T09:00:00+08:00");
const box = "113.24,35.23,113.25,35.25";

forEachDatabase("components over HTTP", (open) => {
  test("picked on the map: those in the box, the nearest first, with how far they are", async () => {
    const db = await open();
    const city = await demoApp(db, now);
    await putComponents(db, demoCity, [
      lamp(1, { lng: middle.lng + 0.0003 }),
      lamp(2, { lng: middle.lng + 0.0001 }),
      lamp(3, { lat: 35.3 }),
    ]);
    const collector = await city.as("collector1");
    const found = await collector.get(`/api/components?box=${box}&near=${middle.lng},${middle.lat}&limit=2`);
    expect(found.body).toEqual({
      items: [
        expect.objectContaining({ name: "002号灯杆", distanceMetres: expect.closeTo(9.1, 0) }),
        expect.objectContaining({ name: "001号灯杆", distanceMetres: expect.closeTo(27.2, 0) }),
      ],
    });
    expect(found.body.items[0]).toMatchObject({
      code: "41080201037000002",
      type: { id: "01037", name: { zh: "路灯" } },
      state: "intact",
      area: { id: "410802005002" },
    });
  });

  test("found by the beginning of a code and by words of the name, a page at a time", async () => {
    const db = await open();
    const city = await demoApp(db, now);
    await putComponents(db, demoCity, [lamp(11), lamp(12), { ...lamp(19), terms: "梧桐 桐巷" }]);
    const collector = await city.as("collector1");
    const codes = async (query: string) => {
      const { body } = await collector.get(`/api/components?${query}`);
      return [body.items.map(({ code }: { code: string }) => code.slice(-2)), body.next];
    };
    const [first, next] = await codes("text=4108020103700001&limit=2");
    expect(first).toEqual(["11", "12"]);
    expect(await codes(`text=4108020103700001&limit=2&after=${next}`)).toEqual([["19"], undefined]);
    expect(await codes(`text=${encodeURIComponent("梧桐")}`)).toEqual([["19"], undefined]);
    // Nines at the end: the range ends where the digit before goes up.
    expect(await codes("text=41080201037000019")).toEqual([["19"], undefined]);
  });

  test("its history tells who changed what; who does not keep it up changes nothing", async () => {
    const db = await open();
    const city = await demoApp(db, now);
    const { code } = lamp(21);
    await putComponents(db, demoCity, [lamp(21, { owner_name: "旧权属", inspect_days: 90 })], now - 1000);
    const [dispatcher, lights, roads] = [
      await city.as("dispatcher1"),
      await city.as("officer15"),
      await city.as("officer2"),
    ];
    const url = `/api/components/${code}`;
    expect((await roads.get(url)).body).toMatchObject({ mayChange: false, responsible: { id: "lighting-office" } });
    for (const login of [roads, await city.as("collector1")])
      expect((await login.post(`${url}/state`, { state: "damaged" })).status).toBe(403);

    expect((await dispatcher.post(`${url}/state`, { state: "damaged", note: "灯罩碎" })).body).toMatchObject({
      state: "damaged",
      changeDate: "2026-03-02",
      mayChange: true,
    });
    city.setNow(now + 60_000);
    const inspected = await lights.post(`${url}/inspections`, { state: "intact" });
    expect(inspected.body).toMatchObject({ state: "intact", nextInspection: "2026-05-31", seq: 3 });
    const corrected = await lights.ask({ method: "PATCH", url, payload: { seq: 3, ownerName: null, remarks: "LED" } });
    expect(corrected.body.history).toMatchObject([
      {
        seq: 4,
        kind: "changed",
        person: { id: "officer15" },
        changes: [
          { field: "ownerName", title: { zh: "权属单位名称" }, from: { zh: "旧权属" } },
          { field: "remarks", to: { zh: "LED" } },
        ],
      },
      {
        seq: 3,
        kind: "inspected",
        changes: [{ field: "state" }, { field: "nextInspection", to: { zh: "2026-05-31" } }],
      },
      { seq: 2, kind: "state", note: "灯罩碎", changes: [{ from: { en: "intact" }, to: { zh: "破损" } }, {}] },
      { seq: 1, kind: "recorded", person: { name: { zh: "数据导入" } }, changes: [] },
    ]);
    expect(corrected.body.history[0].changes[0]).not.toHaveProperty("to");
    expect((await lights.ask({ method: "PATCH", url, payload: { seq: 3, remarks: "迟" } })).status).toBe(409);
    expect((await lights.ask({ method: "PATCH", url, payload: { lng: 0, lat: 0 } })).body).toMatchObject({
      status: 422,
      problems: [{ field: "/lng" }],
    });
    // Nothing to change is no change.
    expect((await lights.ask({ method: "PATCH", url, payload: { remarks: "LED" } })).body.seq).toBe(4);
    // Looked at once more, all well: worth a line, though nothing is different.
    expect((await lights.post(`${url}/inspections`, {})).body).toMatchObject({
      seq: 5,
      history: [{ changes: [] }, {}, {}, {}, {}],
    });
  });

  test("inspections that are due: the longest overdue first, one's own by the owners' rules", async () => {
    const db = await open();
    const city = await demoApp(db, now);
    await putComponents(db, demoCity, [
      lamp(31, { next_inspection: "2026-03-02", owner_code: "QS1" }),
      lamp(32, { next_inspection: "2026-02-01", owner_code: "QS2" }),
      lamp(33, { next_inspection: "2026-02-01", owner_code: "QS1" }),
      lamp(34, { next_inspection: "2026-03-03", owner_code: "QS1" }),
    ]);
    const [admin, lights] = [await city.as("admin1"), await city.as("officer15")];
    const due = async (query: string) => {
      const { body } = await lights.get(`/api/components/due?${query}`);
      return [body.items.map(({ code }: { code: string }) => code.slice(-2)), body.next];
    };
    const [first, next] = await due("limit=2");
    expect(first).toEqual(["32", "33"]);
    expect(await due(`limit=2&after=${next}`)).toEqual([["31"], undefined]);
    expect(await due("owner=QS1&until=2026-03-03")).toEqual([["33", "31", "34"], undefined]);
    expect(await due("mine=true")).toEqual([[], undefined]);
    const rule = await admin.post("/api/responsibility/rules", { owner: "QS1", unit: "lighting-office" });
    expect(rule.status).toBe(201);
    expect(await due("mine=true&limit=1")).toEqual([["33"], expect.any(String)]);
    // What is gone is not inspected any more.
    await admin.post(`/api/components/${lamp(33).code}/inspections`, { state: "removed" });
    expect(await due("mine=true")).toEqual([["31"], undefined]);
    await admin.ask({ method: "DELETE", url: `/api/responsibility/rules/${rule.body.id}` });
  });

  test("a case on a component: its type follows, both show each other, and only who may see the case", async () => {
    const db = await open();
    const city = await demoApp(db, now);
    const { code } = lamp(41);
    await putComponents(db, demoCity, [lamp(41)]);
    const collector = await city.as("collector1");
    const near = await collector.upload(await photoOf(1));
    const report = (changes: object) =>
      collector.post("/api/cases", {
        procedure: "city-case",
        action: "report",
        input: { place: { ...middle, text: "041号灯杆" }, description: "路灯不亮", component: code, ...changes },
        evidence: [{ hash: near.body.hash, kind: "near" }],
      });
    const { no } = (await report({})).body;
    const intake = await city.as("intake1");
    expect((await intake.get(`/api/cases/${no}`)).body).toMatchObject({
      component: code,
      componentName: "041号灯杆",
      type: { id: "01037" },
      fields: expect.arrayContaining([expect.objectContaining({ name: "component", value: { zh: code, en: code } })]),
    });
    expect((await intake.get(`/api/components/${code}`)).body.cases).toMatchObject([{ no }]);
    expect((await intake.get(`/api/cases?component=${code}`)).body.items).toMatchObject([{ no }]);
    expect((await (await city.as("officer2")).get(`/api/components/${code}`)).body.cases).toEqual([]);

    // Posters on a lamp post are about posters.
    const posters = (await report({ type: "07001" })).body;
    expect((await intake.get(`/api/cases/${posters.no}`)).body).toMatchObject({
      component: code,
      type: { id: "07001" },
    });
    expect(await report({ component: "41080201037999999" })).toMatchObject({
      status: 422,
      body: { type: "urn:xiuhua:problem:rule", problems: [{ field: "/component" }] },
    });
  });
});
