import { expect, test } from "vitest";
import { demoCity } from "../demo/index.ts";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";
import { linkLimits } from "./quota.ts";

const hour = 3_600_000;
const start = Date.parse("2022-08-08T09:00:00+08:00");
const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };
const json = { "content-type": "application/json" };

type Person = Awaited<ReturnType<DemoApp["as"]>>;

/** Asks without any account. */
function nobody({ app }: DemoApp) {
  return async (url: string, payload?: unknown, headers: Record<string, string> = {}) => {
    const answer = await app.inject({
      method: "POST",
      url,
      headers: { ...(payload === undefined ? {} : json), ...headers },
      ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
    });
    return { status: answer.statusCode, text: answer.body, body: answer.json() };
  };
}

async function upload({ app }: DemoApp, token: string, content: Buffer) {
  const boundary = "xiuhua-test-boundary";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const answer = await app.inject({
    method: "POST",
    url: `/api/links/${token}/evidence`,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function done(person: Person, no: string, action: string, input: object = {}) {
  const answer = await person.post(`/api/cases/${no}/actions/${action}`, { input, evidence: [] });
  expect(answer.text).toContain(no);
  return answer.body.seq;
}

/** A works order under way, and how to let a crew in. */
async function underway(city: DemoApp) {
  const works = await city.as("works1");
  const opened = await works.post("/api/cases", {
    procedure: "works",
    action: "propose",
    input: { title: "和平街路面改造", work: "铣刨重铺慢车道", place },
  });
  const no: string = opened.body.no;
  const milestones = [{ name: "铣刨", at: start + 2 * hour }];
  await done(works, no, "plan", { contractor: "市政一公司", startAt: start, endAt: start + 300 * hour, milestones });
  const invite = async (hours = 48) => {
    await done(works, no, "inviteCrew", { crew: { name: "王工", phone: "13900001234" }, hours });
    const link = await works.get(`/api/cases/${no}/link`);
    expect(link.status).toBe(200);
    const path: string = link.body.path;
    return { path, token: path.split("/").at(-1) ?? "", until: link.body.until };
  };
  return { works, no, invite };
}

forEachDatabase("links for whoever has no account", (open) => {
  test("a crew opens its task, shows a photo and reports done; each use is in the log, without a name", async () => {
    const city = await demoApp(await open(), start);
    const { works, no, invite } = await underway(city);
    expect((await works.get(`/api/cases/${no}/link`)).status).toBe(404);
    const { path, token, until } = await invite();
    expect(path).toMatch(/^\/portal\/t\/[\w-]+$/);
    expect(until).toBe(new Date(start + 48 * hour).toISOString());

    const ask = nobody(city);
    const opened = await ask(`/api/links/${token}/opened`);
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({ no, role: { zh: "施工队" }, state: { zh: "施工中" }, until });
    expect(opened.body.fields.map((one: { name: string }) => one.name)).toEqual([
      "title",
      "work",
      "place",
      "contractor",
      "milestones",
      "endAt",
    ]);
    expect(opened.text).toContain("铣刨（计划日期 2022-08-08 11:00）");
    expect(opened.body.actions.map((one: { action: string }) => one.action)).toEqual([
      "reportDone",
      "reportImpossible",
    ]);
    for (const secret of ["13900001234", "王工", "works1", "municipal-office"])
      expect(opened.text).not.toContain(secret);

    const photo = await upload(city, token, await photoOf(7));
    expect(photo.status).toBe(201);
    const report = { input: { result: "已重铺" }, evidence: [{ hash: photo.body.hash, kind: "after" }] };
    const key = { "idempotency-key": "crew-phone-1" };
    const act = `/api/links/${token}/actions/reportDone`;
    expect(await ask(act, report, key)).toMatchObject({ status: 200, body: { no, state: "done" } });
    // Sent twice is done once.
    expect(await ask(act, report, key)).toMatchObject({ status: 200, body: { no, state: "done" } });
    expect(await ask(act, { ...report, input: { result: "别的" } }, key)).toMatchObject({ status: 422 });
    expect((await ask(`/api/links/${token}/opened`)).body).toMatchObject({ state: { zh: "待验收" }, actions: [] });

    const detail = (await works.get(`/api/cases/${no}`)).body;
    const uses = detail.timeline.filter((one: { actor: { role: string } }) => one.actor.role === "crew");
    expect(uses.map((one: { action: string }) => one.action)).toEqual(["openTask", "reportDone", "openTask"]);
    for (const { actor } of uses) expect(actor).toEqual({ role: "crew", roleTitle: { zh: "施工队", en: "Crew" } });
    expect(detail.evidence).toMatchObject([{ hash: photo.body.hash, kind: "after" }]);
    expect((await city.services.cases.load(no))?.parties).not.toContain("guest");
  });

  test("what is no link, or not any more, gets one and the same answer in both languages", async () => {
    const city = await demoApp(await open(), start);
    const { works, no, invite } = await underway(city);
    const other = await underway(city);
    const first = await invite(2);
    const second = await invite(2);
    const [, seq = "", mac = ""] = /^\d+-(\d+)-(.+)$/.exec(second.token) ?? [];
    const flipped = `${mac.slice(0, -1)}${mac.endsWith("A") ? "Q" : "A"}`;
    const ask = nobody(city);
    const told = async (token: string) => {
      const answers = await Promise.all([
        ask(`/api/links/${token}/opened`),
        ask(`/api/links/${token}/actions/reportImpossible`, { input: { reason: "地下有管线" } }),
        ask(`/api/links/${token}/actions/reportImpossible`, { input: {} }, { "idempotency-key": "12345678" }),
        ask(`/api/links/${token}/actions/nonsense`, { input: {} }),
        upload(city, token, await photoOf(1)),
      ]);
      return answers.map(({ status, body }) => [status, body.type, body.message]);
    };
    const before = (await city.services.cases.load(no))?.seq;
    const gone = await told("nonsense");
    for (const one of gone) {
      expect(one).toEqual(gone[0]);
      expect(one[0]).toBe(404);
      expect(one[2]).toEqual({ zh: expect.stringMatching(/失效/), en: expect.stringMatching(/not valid/) });
    }
    for (const token of [
      first.token,
      `${no}-${seq}-${flipped}`,
      `${no}-${Number(seq) - 1}-${mac}`,
      `${other.no}-${seq}-${mac}`,
      `${no}-0-${mac}`,
      `${no}-${seq}-`,
      `99999999999999999-${seq}-${mac}`,
    ])
      expect(await told(token), token).toEqual(gone);
    expect((await city.services.cases.load(no))?.seq).toBe(before);

    city.setNow(start + 2 * hour);
    expect(await told(second.token)).toEqual(gone);
    expect((await works.get(`/api/cases/${no}/link`)).status).toBe(404);
    expect((await city.services.cases.load(no))?.seq).toBe(before);

    const third = await invite(2);
    expect((await ask(`/api/links/${third.token}/opened`)).status).toBe(200);
    await done(works, no, "abandon", { reason: "资金未落实" });
    expect(await told(third.token)).toEqual(gone);
  });

  test("a guest does what their role may, with files of this link, and no more", async () => {
    const db = await open();
    const city = await demoApp(db, start);
    const { works, no, invite } = await underway(city);
    const { token } = await invite();
    const ask = nobody(city);
    const act = (action: string, body: object) => ask(`/api/links/${token}/actions/${action}`, body);
    expect(await act("abandon", { input: { reason: "x" } })).toMatchObject({ status: 403 });
    expect(await act("plan", { input: {} })).toMatchObject({ status: 403 });
    expect(await act("nonsense", { input: {} })).toMatchObject({
      status: 404,
      body: { type: "urn:xiuhua:problem:unknown-action" },
    });
    expect(await act("reportDone", { input: { result: "好了" } })).toMatchObject({ status: 422 });
    const theirs = (await works.upload(await photoOf(90))).body.hash;
    expect(
      await act("reportDone", { input: { result: "好了" }, evidence: [{ hash: theirs, kind: "after" }] }),
    ).toMatchObject({ status: 422, body: { problems: [{ field: "/evidence" }] } });
    // Whoever has the link is not logged in anywhere else.
    expect((await city.app.inject({ url: `/api/cases/${no}` })).statusCode).toBe(401);

    const { files } = linkLimits;
    await db.query(sql`
      insert into link_upload (city, case_no, seq, files, bytes) values (${demoCity}, ${no}, ${Number(token.split("-")[1])}, ${files}, 0)
      on conflict (city, case_no, seq) do update set files = ${files}`);
    expect(await upload(city, token, await photoOf(3))).toMatchObject({ status: 413 });
  });

  test("an enterprise confirms once, hears so again if it asks again, and may look until the link runs out", async () => {
    const city = await demoApp(await open(), start);
    const [keeper, lead] = [await city.as("enterprise1"), await city.as("officer1")];
    const opened = await keeper.post("/api/cases", {
      procedure: "enterprise-help",
      action: "raise",
      input: { enterprise: "多氟多", problem: "门前道路破损", source: "visit", leadUnit: "jiefang-brigade" },
    });
    const no: string = opened.body.no;
    await done(lead, no, "solve", { way: "solved", result: "已修复" });
    await done(keeper, no, "invite");
    const { path } = (await keeper.get(`/api/cases/${no}/link`)).body;
    const ask = nobody(city);
    const link = `/api/links/${path.split("/").at(-1)}`;
    expect((await ask(`${link}/opened`)).body).toMatchObject({ role: { zh: "企业" }, state: { zh: "待企业确认" } });
    const hearts = { easier: 5, safer: 4, smoother: 5, rooted: 5 };
    const confirm = { input: hearts };
    const key = { "idempotency-key": "enterprise-1" };
    expect(await ask(`${link}/actions/confirm`, confirm, key)).toMatchObject({
      status: 200,
      body: { state: "confirmed" },
    });
    expect(await ask(`${link}/actions/confirm`, confirm, key)).toMatchObject({
      status: 200,
      body: { state: "confirmed" },
    });
    expect(await ask(`${link}/actions/dispute`, { input: { reason: "反悔" } })).toMatchObject({ status: 409 });
    expect((await ask(`${link}/opened`)).body).toMatchObject({ state: { zh: "已办结" }, actions: [] });
    city.setNow(start + 241 * hour);
    // Long after, a phone that never got its answer is still told that it was done; nobody else is told anything.
    expect(await ask(`${link}/actions/confirm`, confirm, key)).toMatchObject({ status: 200 });
    expect(await ask(`${link}/actions/confirm`, confirm, { "idempotency-key": "somebody" })).toMatchObject({
      status: 404,
    });
    expect(await ask(`${link}/opened`)).toMatchObject({ status: 404 });
  });

  test("the link is for whoever may let somebody in, or did", async () => {
    const city = await demoApp(await open(), start);
    const { works, no, invite } = await underway(city);
    await invite();
    const status = async (login: string) => (await (await city.as(login)).get(`/api/cases/${no}/link`)).status;
    expect(await status("shift1")).toBe(404);
    expect(await status("handler1")).toBe(404);
    // After a word of the crew nobody may invite at the moment; who did still finds what they sent.
    const photo = await works.upload(await photoOf(4));
    await works.post(`/api/cases/${no}/actions/reportDone`, {
      input: { result: "已重铺" },
      evidence: [{ hash: photo.body.hash, kind: "after" }],
    });
    expect(await status("works1")).toBe(200);
  });

  test("too many from one address are told to wait", async () => {
    const city = await demoApp(await open(), start);
    const ask = nobody(city);
    const answers: number[] = [];
    // One after the other, as a limit counts.
    for (let one = 0; one < 61; one += 1) answers.push((await ask("/api/links/nonsense/opened")).status);
    expect(answers).toEqual([...Array<number>(60).fill(404), 429]);
  });
});
