import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);
const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };
const saturday = china("2022-08-13T09:12:00");

async function report(city: DemoApp, overrides: object = {}) {
  const collector = await city.as("collector1");
  const near = await collector.upload(await photoOf(1));
  const body = {
    procedure: "city-case",
    action: "report",
    input: { place, description: "商铺违规张贴广告", type: "07001", ...overrides },
    evidence: [{ hash: near.body.hash, kind: "near" }],
  };
  return { collector, body, answer: await collector.post("/api/cases", body) };
}

forEachDatabase("cases over HTTP", (open) => {
  test("F1 through the API alone: each step is offered before it is taken", async () => {
    const city = await demoApp(await open(), saturday);
    const { answer } = await report(city);
    expect(answer.status).toBe(201);
    const no: string = answer.body.no;

    const take = async (login: string, at: string, action: string, input: object, kind?: string) => {
      city.setNow(china(at));
      const person = await city.as(login);
      const before = await person.get(`/api/cases/${no}`);
      const form = before.body.actions.find((one: { action: string }) => one.action === action);
      expect(form, `${action} is offered to ${login}`).toMatchObject({ input: { type: "object" } });
      const evidence =
        kind === undefined
          ? []
          : [{ hash: (await person.upload(await photoOf(at.length + action.length))).body.hash, kind }];
      const done = await person.post(`/api/cases/${no}/actions/${action}`, { input, evidence, seq: before.body.seq });
      expect(done.text).toContain(no);
      expect(done.status).toBe(200);
    };
    await take("intake1", "2022-08-13T09:18:00", "accept", { type: "07001" });
    await take("shift1", "2022-08-13T09:25:00", "file", { type: "07001", criterion: "07001-1" });
    await take("dispatcher1", "2022-08-13T09:31:00", "dispatch", { department: "jiefang-brigade" });
    await take("officer1", "2022-08-15T08:20:00", "assign", { handler: "handler1" });
    await take("handler1", "2022-08-15T10:05:00", "reportDone", { result: "小广告已清除" }, "after");
    await take("intake2", "2022-08-15T10:12:00", "sendCheck", { collector: "collector1" });
    await take("collector1", "2022-08-15T10:30:00", "passCheck", {}, "check");
    await take("shift1", "2022-08-15T10:41:00", "close", {});

    const shift = await city.as("shift1");
    expect((await shift.get(`/api/cases/${no}`)).body).toMatchObject({ state: "closed", final: true });
    const listed = await shift.get(
      "/api/cases?text=张贴广告&state=closed&area=410802&type=07&box=113.2,35.2,113.3,35.3",
    );
    expect(listed.body.items.map((one: { no: string }) => one.no)).toContain(no);
  });

  test("a polygon drawn on the map narrows the list, the counts and the file; one that is none is refused", async () => {
    const city = await demoApp(await open(), saturday);
    const inside = (await report(city)).answer.body.no;
    const outside = (await report(city, { place: { ...place, lng: 113.2632, lat: 35.2378 } })).answer.body.no;
    const shift = await city.as("shift1");
    // An L around the first, whose box holds both: the second stands in its notch.
    const polygon = "113.24,35.23,113.27,35.23,113.27,35.235,113.25,35.235,113.25,35.245,113.24,35.245";
    const listed = (await shift.get(`/api/cases?polygon=${polygon}&open=true&limit=200`)).body.items.map(
      (one: { no: string }) => one.no,
    );
    expect(listed).toContain(inside);
    expect(listed).not.toContain(outside);
    const counts = await shift.get(`/api/cases/counts?polygon=${polygon}&open=true`);
    const sum = counts.body.states.reduce((total: number, one: { count: number }) => total + one.count, 0);
    expect(sum).toBe(listed.length);
    const file = await shift.get(`/api/cases/export.csv?polygon=${polygon}&columns=no`);
    expect(file.text).toContain(inside);
    expect(file.text).not.toContain(outside);
    for (const bad of ["1,2,3", "1,2,3,4", "113,35,114,36,114,35,113,36", "200,35,113,36,114,35", "1.2.3,4,5,6,7,8"]) {
      const refused = await shift.get(`/api/cases?polygon=${bad}`);
      expect(refused, bad).toMatchObject({ status: 422, body: { problems: [{ field: "/polygon" }] } });
    }
  });

  test("somebody else acted meanwhile: a clear conflict, nothing overwritten", async () => {
    const city = await demoApp(await open(), saturday);
    const { answer } = await report(city);
    const no: string = answer.body.no;
    const [one, other] = [await city.as("intake1"), await city.as("intake2")];
    expect((await one.post(`/api/cases/${no}/actions/accept`, { input: { type: "07001" }, seq: 1 })).status).toBe(200);
    const late = await other.post(`/api/cases/${no}/actions/refuse`, { input: { reason: "不属城管范围" }, seq: 1 });
    expect(late).toMatchObject({ status: 409, body: { type: "urn:xiuhua:problem:conflict" } });
    expect((await one.get(`/api/cases/${no}`)).body).toMatchObject({ seq: 2, state: "accepted" });
  });

  test.each([
    ["a type nobody knows", { type: "99999" }, "/type"],
    ["a place outside the city", { place: { lng: 116.4, lat: 39.9, text: "北京" } }, "/place"],
    ["a date in the future", { capturedAt: saturday + 86_400_000 }, "/capturedAt"],
    ["a number where words belong", { description: 7 }, "/description"],
    ["words where a number belongs", { place: { lng: "113", lat: 35.2, text: "路口" } }, "/place/lng"],
    ["nothing where words belong", { description: "" }, "/description"],
    ["a field that does not exist", { colour: "red" }, "/colour"],
    ["a zero byte, which no database keeps", { description: "a\u0000b" }, "/input/description"],
    ["half a character", { place: { ...place, text: "\ud83d" } }, "/input/place/text"],
    ["ten thousand characters", { description: "长".repeat(10_000) }, "/description"],
  ])("bad input: %s is refused by name, in both languages, and changes nothing", async (_, input, field) => {
    const city = await demoApp(await open(), saturday);
    const shift = await city.as("shift1");
    const before = (await shift.get("/api/cases?limit=200")).body.items.length;
    const { answer } = await report(city, input);
    expect(answer.status).toBe(422);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    const problem = answer.body.problems.find((one: { field: string }) => one.field === field);
    expect(problem?.message.zh).toMatch(/[一-龥]/);
    expect(problem?.message.en).toMatch(/[a-z]/);
    expect((await shift.get("/api/cases?limit=200")).body.items.length).toBe(before);
  });

  test("a photo that was never uploaded, a photo too few, ten megabytes of JSON", async () => {
    const city = await demoApp(await open(), saturday);
    const { collector, body } = await report(city);
    const unknown = await collector.post("/api/cases", { ...body, evidence: [{ hash: "0".repeat(64), kind: "near" }] });
    expect(unknown).toMatchObject({ status: 422, body: { problems: [{ field: "/evidence" }] } });
    const none = await collector.post("/api/cases", { ...body, evidence: [] });
    expect(none).toMatchObject({ status: 422, body: { type: "urn:xiuhua:problem:missing-evidence" } });
    const huge = await collector.post("/api/cases", { ...body, input: { text: "x".repeat(10_000_000) } });
    expect(huge.status).toBe(413);
  });

  test("one's own eyes: a handler sees no stranger's case, and not who reported their own", async () => {
    const city = await demoApp(await open(), saturday);
    const { answer } = await report(city);
    const handler = await city.as("handler1");
    expect((await handler.get(`/api/cases/${answer.body.no}`)).status).toBe(404);
    expect((await handler.get("/api/cases")).body.items.map((one: { no: string }) => one.no)).not.toContain(
      answer.body.no,
    );
    expect((await handler.post(`/api/cases/${answer.body.no}/actions/close`, { input: {} })).status).toBe(404);
  });

  test("several at once: each case has its own result", async () => {
    const city = await demoApp(await open(), saturday);
    const first = await report(city);
    const second = await report(city);
    const intake = await city.as("intake1");
    await intake.post(`/api/cases/${second.answer.body.no}/actions/refuse`, { input: { reason: "重复来电" } });
    const bulk = await intake.post("/api/cases/actions", {
      action: "accept",
      cases: [{ no: first.answer.body.no }, { no: second.answer.body.no }, { no: "41082022081399999" }],
      input: { type: "07001" },
    });
    expect(bulk.body.results).toMatchObject([
      { ok: true, state: "accepted" },
      { ok: false, code: "wrong-state" },
      { ok: false, code: "not-found" },
    ]);
  });

  test("pages by cursor: every case once, in order, whatever the size of the page", async () => {
    const city = await demoApp(await open(), saturday);
    for (let at = 0; at < 5; at += 1) await report(city);
    const shift = await city.as("shift1");
    for (const sort of ["opened", "openedFirst", "due"]) {
      const whole = (await shift.get(`/api/cases?sort=${sort}&limit=200`)).body.items.map(
        (one: { no: string }) => one.no,
      );
      const paged: string[] = [];
      let after = "";
      do {
        const page = (await shift.get(`/api/cases?sort=${sort}&limit=2${after}`)).body;
        paged.push(...page.items.map((one: { no: string }) => one.no));
        after = page.next === undefined ? "" : `&after=${page.next}`;
      } while (after !== "");
      expect(paged).toEqual(whole);
    }
    const intake = await city.as("intake1");
    const counts = (await intake.get("/api/cases/counts")).body;
    const mine = (await intake.get("/api/cases?queue=mine&limit=200")).body.items;
    expect(mine).toHaveLength(counts.mine.total);
    const byState = (await intake.get("/api/cases/counts?queue=mine")).body.states;
    for (const { state, count } of byState)
      expect(mine.filter((one: { state: string }) => one.state === state)).toHaveLength(count);
    expect(byState.reduce((sum: number, one: { count: number }) => sum + one.count, 0)).toBe(mine.length);
  });
});
