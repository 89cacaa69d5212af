import webPush from "web-push";
import { expect, test, vi } from "vitest";
import { demoCity, readerOf } from "../demo/index.ts";
import { sql, type Database } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";
import type { QueuedPush } from "./queue.ts";
import { outcomeOf, type Sent } from "./send.ts";

vi.setConfig({ testTimeout: 60_000 });

const start = Date.parse("2026-03-02T09:00:00+08:00");
const minute = 60_000;
const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };
/** A key pair's public half and a secret of the lengths that browsers send. */
const keys = { p256dh: `B${"a".repeat(86)}`, auth: "c".repeat(22) };
const device = (name: string) => ({ endpoint: `https://fcm.googleapis.com/fcm/send/${name}`, keys });

/** The application with a push service that answers what the test wants, and keeps what it was sent. */
async function withService(db: Database) {
  await db.query(sql`delete from push_subscription`);
  await db.query(sql`delete from push_queue`);
  const sent: QueuedPush[] = [];
  const answers = new Map<string, Sent>();
  const app = await demoApp(db, start, {
    sendPush: () => async (message) => {
      const answer = answers.get(message.endpoint.split("/").at(-1) ?? "") ?? "sent";
      if (answer === "sent") sent.push(message);
      return answer;
    },
  });
  const subscribe = async (login: string, name = login) => {
    const person = await app.as(login);
    expect((await person.post("/api/push/subscription", device(name))).status).toBe(201);
    return person;
  };
  const drain = async () => {
    await app.services.cases.drain();
    await app.services.push.drain();
  };
  return { ...app, sent, answers, subscribe, drain };
}

async function reported(app: DemoApp): Promise<string> {
  const collector = await app.as("collector1");
  const near = await collector.upload(await photoOf(3));
  const body = {
    procedure: "city-case",
    action: "report",
    input: { place, description: "商铺违规张贴广告", type: "07001" },
    evidence: [{ hash: near.body.hash, kind: "near" }],
  };
  return (await collector.post("/api/cases", body)).body.no;
}

const act = async (app: DemoApp, no: string, login: string, action: string, input: object) => {
  const answer = await app.services.cases.act(readerOf(login), { no, action, input, evidence: [] });
  expect(answer.ok ? answer.value.no : answer.refusal).toBe(no);
};

const kept = async (db: Database, table: string) =>
  (await db.query<{ count: number }>(sql`select count(*) as count from ${sql.id(table)} where city = ${demoCity}`))[0]
    ?.count;

forEachDatabase("push messages", (open) => {
  test("a new task is told to the one it is for, without a word of the case", async () => {
    const app = await withService(await open());
    await app.subscribe("collector2");
    await app.subscribe("collector1");
    const no = await reported(app);
    await act(app, no, "intake1", "sendVerify", { collector: "collector2" });
    await app.drain();
    expect(app.sent.map(({ body }) => body)).toEqual([
      {
        kind: "task",
        tag: `task-${no}`,
        title: { zh: "新任务：待核实", en: "New task: To verify" },
        body: { zh: `案件 ${no}`, en: `Case ${no}` },
        caseNo: no,
        at: new Date(start).toISOString(),
      },
    ]);
    expect(app.sent[0]?.endpoint).toContain("collector2");
    expect(await kept(await open(), "push_queue")).toBe(0);
  });

  test("a notice and a word from the centre go to every device of theirs", async () => {
    const app = await withService(await open());
    const collector = await app.subscribe("collector1", "phone");
    await app.subscribe("collector1", "tablet");
    const no = await reported(app);
    await act(app, no, "intake1", "refuse", { reason: "不在受理范围" });
    await (await app.as("shift1")).post("/api/bulletins", { text: "下午有雨", roles: ["collector"] });
    await app.drain();
    const told = app.sent.map(({ body, endpoint }) => `${body.kind} ${endpoint.split("/").at(-1)}`);
    expect(told.toSorted()).toEqual(["bulletin phone", "bulletin tablet", "notice phone", "notice tablet"]);
    const devices = (await collector.get("/api/push/subscription")).body;
    expect(devices.map((one: { host: string }) => one.host)).toEqual(["fcm.googleapis.com", "fcm.googleapis.com"]);
    expect(JSON.stringify(devices)).not.toContain("phone");
  });

  test("a device that its service knows no more is forgotten, the others are told", async () => {
    const db = await open();
    const app = await withService(db);
    await app.subscribe("collector1", "old");
    await app.subscribe("collector1", "new");
    app.answers.set("old", "gone");
    await (await app.as("shift1")).post("/api/bulletins", { text: "下午有雨" });
    await app.drain();
    expect(app.sent.map(({ endpoint }) => endpoint.split("/").at(-1))).toEqual(["new"]);
    expect([await kept(db, "push_subscription"), await kept(db, "push_queue")]).toEqual([1, 0]);
  });

  test("what a service does not take is sent again, later and later, and given up after a day", async () => {
    const db = await open();
    const app = await withService(db);
    await app.subscribe("collector1");
    app.answers.set("collector1", { retryAfterMs: 600_000 });
    await (await app.as("shift1")).post("/api/bulletins", { text: "下午有雨" });
    await app.drain();
    app.answers.set("collector1", {});
    app.setNow(start + 9 * minute);
    await app.drain();
    expect(await kept(db, "push_queue")).toBe(1);
    app.setNow(start + 11 * minute);
    await app.drain();
    app.answers.delete("collector1");
    app.setNow(start + 15 * minute);
    await app.drain();
    expect(app.sent).toEqual([]);
    app.setNow(start + 17 * minute);
    await app.drain();
    expect(app.sent).toHaveLength(1);

    app.answers.set("collector1", {});
    await (await app.as("shift1")).post("/api/bulletins", { text: "晚上有雨" });
    await app.drain();
    app.setNow(start + 25 * 60 * minute);
    await app.drain();
    expect(await kept(db, "push_queue")).toBe(0);
  });

  test("a sender that died in the middle loses nothing: its messages are taken again", async () => {
    const db = await open();
    const app = await withService(db);
    await app.subscribe("collector1");
    await (await app.as("shift1")).post("/api/bulletins", { text: "下午有雨" });
    await app.drain();
    await db.query(sql`insert into push_queue (city, subscription, body, created_at, tries, next_at)
      select ${demoCity}, id, '{"kind":"bulletin","tag":"x"}', ${new Date(start)}, 1, ${new Date(start + 2 * minute)}
      from push_subscription`);
    await app.drain();
    expect(app.sent).toHaveLength(1);
    app.setNow(start + 3 * minute);
    await app.drain();
    expect(app.sent).toHaveLength(2);
  });

  test("an address in the city's own network is no push service's", async () => {
    const app = await withService(await open());
    const person = await app.as("collector1");
    for (const endpoint of ["https://10.0.0.1/push/x", "http://fcm.googleapis.com/x", "https://db.city.local/x"]) {
      const answer = await person.post("/api/push/subscription", { endpoint, keys });
      expect([endpoint, answer.status]).toEqual([endpoint, 422]);
      expect(answer.body.problems[0].field).toBe("/endpoint");
    }
  });

  test("a device belongs to who used it last, and is taken off by its owner alone", async () => {
    const app = await withService(await open());
    const first = await app.subscribe("collector1", "shared");
    const second = await app.subscribe("collector2", "shared");
    expect((await first.get("/api/push/subscription")).body).toEqual([]);
    const remove = (person: typeof first) =>
      person.ask({
        method: "DELETE",
        url: "/api/push/subscription",
        headers: { "content-type": "application/json" },
        payload: JSON.stringify({ endpoint: device("shared").endpoint }),
      });
    expect((await remove(first)).status).toBe(204);
    expect((await second.get("/api/push/subscription")).body).toHaveLength(1);
    await remove(second);
    expect((await second.get("/api/push/subscription")).body).toEqual([]);
  });

  test("the city's key is made once; a city without a way out sends nothing and says so", async () => {
    const db = await open();
    const key = async () => (await (await (await demoApp(db, start)).as("collector1")).get("/api/push/key")).body;
    const first = await key();
    expect(first).toEqual({ enabled: true, key: expect.stringMatching(/^[\w-]{87}$/) });
    expect(await key()).toEqual(first);
    await db.query(sql`update city set settings = settings || '{"field":{"push":false}}' where city = ${demoCity}`);
    const app = await withService(db);
    const person = await app.as("collector1");
    expect((await person.get("/api/push/key")).body).toEqual({ enabled: false });
    expect((await person.post("/api/push/subscription", device("x"))).status).toBe(409);
    expect((await person.get("/api/field/me")).body.push).toBe(false);
    await db.query(sql`update city set settings = settings - 'field' where city = ${demoCity}`);
  });
});

test("only a service that knows the device no more costs it its subscription", () => {
  const failed = (status: number, headers: Record<string, string> = {}) =>
    outcomeOf(new webPush.WebPushError("no", status, headers, "", "https://fcm.googleapis.com/x"));
  expect([failed(404), failed(410)]).toEqual(["gone", "gone"]);
  for (const status of [400, 401, 403, 500, 503]) expect(failed(status)).toEqual({});
  expect(failed(429, { "Retry-After": "120" })).toEqual({ retryAfterMs: 120_000 });
  expect(outcomeOf(new Error("ENOTFOUND"))).toEqual({});
});
