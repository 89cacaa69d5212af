import { gunzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";

vi.setConfig({ testTimeout: 60_000 });

const china = (text: string) => Date.parse(`${text}+08:00`);
const utc = (at: number) => new Date(at).toISOString();
const minute = 60_000;
const morning = china("2026-03-02T08:00:00");
/** In Jiefang, where collector1 walks; a step east is about nine metres. */
const place = { lng: 113.2478, lat: 35.2404 };
const step = (at: number, steps: number, accuracy = 6) => ({
  at: utc(at),
  lng: place.lng + steps * 0.0001,
  lat: place.lat,
  accuracy,
});
const walk = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => step(from + at * 30_000, at * 3));

type Person = Awaited<ReturnType<DemoApp["as"]>>;
const shift = (person: Person, action: "start" | "end", at: number) =>
  person.post("/api/field/shift", { action, at: utc(at) });

forEachDatabase("work in the street", (open) => {
  /** Each test on a day of its own, so that one's shifts are not another's. */
  const days = { next: 0 };
  async function dayOf(open: () => ReturnType<Parameters<Parameters<typeof forEachDatabase>[1]>[0]>) {
    days.next += 1;
    const start = morning + days.next * 86_400_000;
    const db = await open();
    const app = await demoApp(db, start);
    return { app, db, start };
  }

  test("a shift begins and ends by the phone's time, once, and points of it alone are kept", async () => {
    const { app, start } = await dayOf(open);
    const collector = await app.as("collector1");
    app.setNow(start + 60 * minute);
    const begun = await shift(collector, "start", start);
    expect(begun.body).toMatchObject({
      role: "collector",
      startedAt: utc(start),
      endsAt: utc(start + 12 * 60 * minute),
    });
    expect((await shift(collector, "start", start + minute)).body.id).toBe(begun.body.id);

    const points = [step(start - 5 * minute, 0), ...walk(start + minute, 10)];
    expect((await collector.post("/api/field/track", { points })).body).toEqual({ stored: 10, left: 1 });
    expect((await collector.post("/api/field/track", { points })).body).toEqual({ stored: 0, left: 11 });

    expect((await shift(collector, "end", start + 30 * minute)).body).toMatchObject({
      endedAt: utc(start + 30 * minute),
    });
    expect((await shift(collector, "end", start + 31 * minute)).body).toMatchObject({
      endedAt: utc(start + 30 * minute),
    });
    const late = await collector.post("/api/field/track", { points: walk(start + 40 * minute, 4) });
    expect(late.body).toEqual({ stored: 0, left: 4 });
    const own = await collector.get("/api/field/tracks");
    expect(own.body).toMatchObject({ person: { id: "collector1" }, shifts: [{ id: begun.body.id }] });
    expect(own.body.points).toHaveLength(10);
    expect(own.body.metres).toBeGreaterThan(200);
  });

  test("the roster's shift is the one that begins, and it ends by itself some time after its end", async () => {
    const { app, db, start } = await dayOf(open);
    await db.query(sql`insert into shift (city, id, person, role, starts_at, ends_at)
      values ('4108', ${`roster-${start}`}, 'collector1', 'collector', ${new Date(start)}, ${new Date(start + 240 * minute)})`);
    const collector = await app.as("collector1");
    expect((await collector.get("/api/field/me")).body.planned).toEqual({
      role: "collector",
      startsAt: utc(start),
      endsAt: utc(start + 240 * minute),
    });
    expect((await shift(collector, "start", start)).body).toMatchObject({
      planned: { startsAt: utc(start), endsAt: utc(start + 240 * minute) },
      endsAt: utc(start + 300 * minute),
    });
    app.setNow(start + 301 * minute);
    const later = await app.as("collector1");
    expect((await later.get("/api/field/me")).body.shift).toBeUndefined();
    await app.services.field.sweep();
    expect((await shift(later, "end", start + 301 * minute)).body.endedAt).toBe(utc(start + 300 * minute));
  });

  test("whoever has no post in the street begins no shift; nor did one begin two days ago", async () => {
    const { app, start } = await dayOf(open);
    expect((await shift(await app.as("intake1"), "start", start)).status).toBe(403);
    expect((await shift(await app.as("collector3"), "end", start)).status).toBe(409);
    const old = await shift(await app.as("collector1"), "start", start - 48 * 60 * minute);
    expect([old.status, old.body.problems[0].field]).toEqual([422, "/at"]);
  });

  test("the app begins with my shift, my grid, what I walked of it today, and my tasks", async () => {
    const { app, start } = await dayOf(open);
    const collector = await app.as("collector1");
    await shift(collector, "start", start);
    app.setNow(start + 20 * minute);
    await collector.post("/api/field/track", { points: walk(start + minute, 12) });
    const { body } = await collector.get("/api/field/me");
    expect(body).toMatchObject({
      area: { id: "410802", name: { zh: "解放区" } },
      shift: { role: "collector" },
      tasks: 0,
      push: true,
      rules: { trackSeconds: 20, farMetres: 100 },
    });
    expect(body.cells.length).toBeGreaterThan(5);
    expect(body.coverage.total).toBe(body.cells.length);
    expect(body.coverage.covered).toBeGreaterThan(0);
    expect(body.coverage.cells[0]).toMatchObject({ people: 1, firstAt: utc(start + minute) });
    const points = body.coverage.cells.reduce((sum: number, one: { points: number }) => sum + one.points, 0);
    expect(points).toBe(12);
  });

  test("the centre sees who is on duty over its area and where; nobody else does", async () => {
    const { app, start } = await dayOf(open);
    const [first, second] = [await app.as("collector1"), await app.as("collector2")];
    await shift(first, "start", start);
    await shift(second, "start", start);
    app.setNow(start + 5 * minute);
    await first.post("/api/field/track", { points: walk(start + minute, 3) });
    const seen = await (await app.as("shift1")).get("/api/field/people");
    expect(seen.body.items.map((one: { person: { id: string } }) => one.person.id)).toEqual([
      "collector1",
      "collector2",
    ]);
    expect(seen.body.items[0]).toMatchObject({
      roleTitle: { zh: "信息采集员" },
      unit: { id: "supervision-centre" },
      position: { lng: place.lng + 0.0006, accuracy: 6, at: utc(start + 2 * minute) },
      seenAt: utc(start + 5 * minute),
      area: { id: expect.stringMatching(/^410802/) },
    });
    expect(seen.body.items[1].position).toBeUndefined();
    const page = await (await app.as("shift1")).get("/api/field/people?limit=1");
    expect(page.body).toMatchObject({ items: [{ person: { id: "collector1" } }], next: "collector1" });
    for (const login of ["handler1", "officer1", "collector1", "intake1"])
      expect([login, (await (await app.as(login)).get("/api/field/people")).status]).toEqual([login, 403]);
    for (const login of ["handler1", "officer1", "collector2"]) {
      const person = await app.as(login);
      expect((await person.get("/api/field/tracks?person=collector1")).status).toBe(403);
      expect((await person.get("/api/field/coverage?area=410802")).status).toBe(403);
      expect((await person.get("/api/field/coverage/report?area=410802")).status).toBe(403);
    }
    const track = await (await app.as("dispatcher1")).get("/api/field/tracks?person=collector1");
    expect(track.body.points).toHaveLength(3);
    const coverage = await (await app.as("leader1")).get("/api/field/coverage?area=410802");
    expect(coverage.body.length).toBeGreaterThan(0);
  });

  test("open screens of those who watch are told that somebody moved, and no department's", async () => {
    const { app, start } = await dayOf(open);
    const url = await app.app.listen({ port: 0, host: "127.0.0.1" });
    const streamOf = async (login: string) => {
      const { token } = (await (await app.as(login)).post("/api/me/tokens", { name: `live ${start}` })).body;
      const answer = await fetch(`${url}/api/live`, { headers: { authorization: `Bearer ${token}` } });
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      let said = "";
      /** Reads on until an event of this name has come; answers all that came before. */
      return async (event: string): Promise<string> => {
        while (!said.includes(`event: ${event}`)) {
          const { value } = await reader.read();
          said += value ?? "";
        }
        return said;
      };
    };
    const [watching, officer] = [await streamOf("shift1"), await streamOf("officer1")];
    const collector = await app.as("collector1");
    await shift(collector, "start", start);
    expect(await watching("street")).not.toContain("collector1");
    // Elsewhere and by somebody else: what is proposed at this place is another test's.
    const other = await app.as("collector3");
    const reported = await other.post("/api/cases", {
      procedure: "city-case",
      action: "report",
      input: { place: { lng: place.lng + 0.03, lat: place.lat, text: "路口" }, description: "见图", type: "07001" },
      evidence: [{ hash: (await other.upload(await photoOf(start % 89))).body.hash, kind: "near" }],
    });
    expect(reported.status).toBe(201);
    expect(await officer("case")).not.toContain("street");
    await app.app.close();
  });

  test("the day's report counts what was walked by area, and lists whose cells nobody walked", async () => {
    const { app, start } = await dayOf(open);
    const collector = await app.as("collector1");
    await shift(collector, "start", start);
    app.setNow(start + 20 * minute);
    await collector.post("/api/field/track", { points: walk(start + minute, 12) });
    const leader = await app.as("shift1");
    const report = async (area: string) => (await leader.get(`/api/field/coverage/report?area=${area}`)).body;
    const city = await report("4108");
    expect(city).toMatchObject({ area: { id: "4108" }, people: 1 });
    expect(city.covered).toBeGreaterThan(0);
    const district = city.areas.find((one: { area: { id: string } }) => one.area.id === "410802");
    expect(district).toMatchObject({ covered: city.covered, people: 1 });
    const sum = (key: "cells" | "covered") =>
      city.areas.reduce((total: number, one: Record<typeof key, number>) => total + one[key], 0);
    expect([sum("cells"), sum("covered")]).toEqual([city.cells, city.covered]);

    const { items } = (await leader.get("/api/field/people")).body;
    const community = await report(items[0].area.id);
    expect(community.areas).toEqual([]);
    expect(community.rows).toHaveLength(community.cells);
    const walked = community.rows.filter((row: { points: number }) => row.points > 0);
    expect(walked).toHaveLength(community.covered);
    expect(community.rows.at(-1)).toMatchObject({ people: 1, firstAt: expect.any(String) });
    expect(community.rows[0]).toMatchObject({ points: 0, people: 0 });
    expect((await leader.get("/api/field/coverage/report?area=410802&day=2020-01-01")).body).toMatchObject({
      covered: 0,
      people: 0,
    });
  });

  test("a leader of one district sees that district's people alone", async () => {
    const { app, db, start } = await dayOf(open);
    await db.query(sql`insert into role_grant (city, id, person, role, unit, area)
      values ('4108', ${`district-leader-${start}`}, 'evaluator1', 'leader', 'city-bureau', '410811')`);
    await app.services.people.refresh();
    await shift(await app.as("collector1"), "start", start);
    await shift(await app.as("collector2"), "start", start);
    const leader = await app.as("evaluator1");
    const seen = await leader.get("/api/field/people");
    expect(seen.body.items.map((one: { person: { id: string } }) => one.person.id)).toEqual(["collector2"]);
    expect((await leader.get("/api/field/tracks?person=collector1")).status).toBe(404);
    expect((await leader.get("/api/field/coverage?area=410802")).status).toBe(403);
    expect((await leader.get("/api/field/coverage/report?area=410802")).status).toBe(403);
    expect((await leader.get("/api/field/coverage/report?area=410811")).status).toBe(200);
    await db.query(sql`delete from role_grant where id = ${`district-leader-${start}`}`);
    await app.services.people.refresh();
  });

  test("the alarm reaches everybody at the centre over the place, once, and the first answer stays", async () => {
    const { app, start } = await dayOf(open);
    const collector = await app.as("collector1");
    const alarm = { id: `press-${start}`, at: utc(start), position: step(start, 0), text: "有人阻拦" };
    const raised = await collector.post("/api/field/alarm", alarm);
    expect([raised.status, raised.body.person.id]).toEqual([201, "collector1"]);
    expect((await collector.post("/api/field/alarm", alarm)).body.id).toBe(raised.body.id);
    const shiftLeader = await app.as("shift1");
    const notices = (await shiftLeader.get("/api/notices?unread=true")).body.filter((one: { id: string }) =>
      one.id.includes(alarm.id),
    );
    expect(notices).toHaveLength(1);
    expect(notices[0].message.zh).toBe("外勤报警，苏晓禾：有人阻拦");
    expect(notices[0].caseNo).toBeUndefined();
    expect((await (await app.as("handler1")).get("/api/field/alarms")).status).toBe(403);
    expect((await shiftLeader.get("/api/field/alarms")).body[0]).toMatchObject({
      id: raised.body.id,
      position: { lng: place.lng },
    });
    const answered = await shiftLeader.post(`/api/field/alarms/${raised.body.id}/answer`, { text: "已派队员前往" });
    expect(answered.body).toMatchObject({ answeredBy: { id: "shift1" }, answer: "已派队员前往" });
    const second = await (
      await app.as("dispatcher1")
    ).post(`/api/field/alarms/${raised.body.id}/answer`, { text: "我来" });
    expect(second.body.answer).toBe("已派队员前往");
    expect((await collector.get("/api/field/alarm")).body).toMatchObject([
      { id: raised.body.id, answeredBy: { id: "shift1" }, answer: "已派队员前往" },
    ]);
    const heard = (await collector.get("/api/notices?unread=true")).body;
    expect(heard).toMatchObject([{ message: { zh: expect.stringContaining("已应答您的报警：已派队员前往") } }]);
    for (const login of ["officer1", "handler1"]) {
      const person = await app.as(login);
      expect((await person.get("/api/field/alarm")).body).toEqual([]);
      const answer = await person.post(`/api/field/alarms/${raised.body.id}/answer`, { text: "我来" });
      expect([login, answer.status]).toEqual([login, 403]);
    }
  });

  test("a phone that presses the alarm without end is asked to wait, and nobody else is", async () => {
    const { app, start } = await dayOf(open);
    const collector = await app.as("collector2");
    const press = (at: number) => ({ id: `storm-${start}-${at}`, at: utc(start) });
    for (let at = 0; at < 20; at += 1) expect((await collector.post("/api/field/alarm", press(at))).status).toBe(201);
    const refused = await collector.post("/api/field/alarm", press(20));
    expect([refused.status, Number(refused.headers["retry-after"]) > 0]).toEqual([429, true]);
    expect((await (await app.as("collector1")).post("/api/field/alarm", press(21))).status).toBe(201);
  });

  test("the word of the day reaches the roles and the area it is for, until it is taken down or over", async () => {
    const { app, start } = await dayOf(open);
    const shiftLeader = await app.as("shift1");
    const written = await shiftLeader.post("/api/bulletins", {
      text: "今天重点巡查共享单车",
      roles: ["collector"],
      area: "410802",
    });
    expect([written.status, written.body.until]).toEqual([201, utc(start + 16 * 60 * minute)]);
    const words = async (login: string) =>
      (await (await app.as(login)).get("/api/field/me")).body.bulletins.map(
        (one: { text: { zh: string } }) => one.text.zh,
      );
    expect(await words("collector1")).toEqual(["今天重点巡查共享单车"]);
    expect(await words("collector2")).toEqual([]);
    expect(await words("handler1")).toEqual([]);
    expect((await (await app.as("collector1")).post("/api/bulletins", { text: "大家好" })).status).toBe(403);
    expect(
      (await (await app.as("collector1")).ask({ method: "DELETE", url: `/api/bulletins/${written.body.id}` })).status,
    ).toBe(403);
    app.setNow(start + 17 * 60 * minute);
    expect(await words("collector1")).toEqual([]);
    app.setNow(start);
    expect((await shiftLeader.ask({ method: "DELETE", url: `/api/bulletins/${written.body.id}` })).status).toBe(204);
    expect(await words("collector1")).toEqual([]);
  });

  test("proposes the types that were reported here, and by me", async () => {
    const { app, start } = await dayOf(open);
    const report = async (login: string, type: string, lng: number) => {
      const person = await app.as(login);
      const near = await person.upload(await photoOf(start % 97));
      const answer = await person.post("/api/cases", {
        procedure: "city-case",
        action: "report",
        input: { place: { lng, lat: place.lat, text: "路口" }, description: "见图", type },
        evidence: [{ hash: near.body.hash, kind: "near" }],
      });
      expect(answer.status).toBe(201);
    };
    await report("collector1", "07001", place.lng);
    await report("collector2", "02001", place.lng);
    const collector = await app.as("collector1");
    const here = await collector.get(`/api/field/suggestions?lng=${place.lng}&lat=${place.lat}`);
    expect(here.body.slice(0, 2)).toMatchObject([
      { code: "07001", mine: 1, here: 1 },
      { code: "02001", mine: 0, here: 1 },
    ]);
    expect((await collector.get("/api/field/suggestions")).body).toMatchObject([{ code: "07001", mine: 1, here: 0 }]);
  });

  test("a phone takes along types, its area's outlines and cells, forms and phrases, and asks again for a few bytes", async () => {
    const { app } = await dayOf(open);
    const collector = await app.as("collector1");
    const ask = (headers: Record<string, string>) => collector.ask({ method: "GET", url: "/api/field/pack", headers });
    const plain = await ask({});
    expect(plain.body).toMatchObject({ area: { id: "410802" }, left: [] });
    const { types, cells, areas, procedures, phrases } = plain.body;
    expect(types.find((one: { code: string }) => one.code === "07001")).toMatchObject({
      initials: "ffxgg",
      pinyin: "feifaxiaoguanggao",
      criteria: [{ id: "07001-1" }],
    });
    expect(cells.length).toBeGreaterThan(5);
    expect(areas.map((one: { code: string }) => one.code)).toEqual(expect.arrayContaining(["4108", "410802"]));
    expect(areas.some((one: { code: string }) => one.code === "410811")).toBe(false);
    expect(procedures[0].openings.map((one: { action: string }) => one.action)).toContain("report");
    expect(phrases.length).toBeGreaterThan(0);
    expect(plain.headers["cache-control"]).toBe("private, no-cache");
    const again = await ask({ "if-none-match": String(plain.headers.etag) });
    expect([again.status, again.text]).toEqual([304, ""]);
    const zipped = await app.app.inject({
      method: "GET",
      url: "/api/field/pack",
      headers: {
        authorization: `Bearer ${(await collector.post("/api/me/tokens", { name: "pack" })).body.token}`,
        "accept-encoding": "gzip",
      },
    });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(gunzipSync(zipped.rawPayload).toString())).toEqual(plain.body);
    expect((await collector.get("/api/field/pack?area=999999")).status).toBe(404);
  });

  test("tracks and coverage are forgotten when the city says", async () => {
    const { app, db, start } = await dayOf(open);
    const collector = await app.as("collector1");
    await shift(collector, "start", start);
    app.setNow(start + 5 * minute);
    await collector.post("/api/field/track", { points: walk(start + minute, 3) });
    const count = async (table: string) =>
      (await db.query<{ count: number }>(sql`select count(*) as count from ${sql.id(table)}`))[0]?.count;
    app.setNow(start + 91 * 86_400_000);
    await app.services.field.sweep();
    expect([await count("track_point"), await count("track_last")]).toEqual([0, 0]);
    expect(await count("cell_coverage")).toBeGreaterThan(0);
    app.setNow(start + 402 * 86_400_000);
    await app.services.field.sweep();
    expect(await count("cell_coverage")).toBe(0);
  });
});
