import type { InjectOptions } from "fastify";
import { expect, test } from "vitest";
import type { Notice, Problem, SavedFilter, StockPhrase } from "../api/index.ts";
import { buildApp, makeLog } from "../http/index.ts";
import { makePeople, type People } from "../people/index.ts";
import { json, sql, type Database } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { deskRoutes, seedPhrases } from "./index.ts";

type InjectPayload = NonNullable<InjectOptions["payload"]>;

const grants = {
  wang: { role: "departmentOfficer", unit: "sanitation" },
  li: { role: "handler", unit: "sanitation-east" },
  zhao: { role: "departmentOfficer", unit: "parks" },
  shift: { role: "shiftLeader", unit: "sanitation" },
  admin: { role: "administrator", unit: "city" },
} as const;
type Login = keyof typeof grants;

const begin = Date.UTC(2026, 2, 2, 1, 0, 0);
let desks = 0;

/** A small organisation behind the real assembly; a bearer token is a login. */
async function makeDesk(db: Database) {
  desks += 1;
  const city = `desk-${desks}`;
  let clock = begin;
  const now = () => clock;
  await db.query(sql`
    insert into unit (city, id, parent, kind, name)
    select ${city}, id, parent, 'office', jsonb_build_object('zh', id, 'en', id)
    from (values ('city', null), ('sanitation', 'city'), ('sanitation-east', 'sanitation'), ('parks', 'city')) u(id, parent)`);
  for (const [login, { role, unit }] of Object.entries(grants)) {
    await db.query(
      sql`insert into person (city, id, login, name) values (${city}, ${login}, ${login}, '{"zh":"某","en":"N"}')`,
    );
    await db.query(
      sql`insert into role_grant (city, id, person, role, unit) values (${city}, ${login}, ${login}, ${role}, ${unit})`,
    );
  }
  const real = await makePeople({ db, city, now });
  const people: People = {
    ...real,
    readerOfToken: (token) => {
      const reader = real.directory.reader(token.slice("xh_".length));
      return Promise.resolve(reader && { via: "token", reader });
    },
  };
  const base = {
    db,
    city: { code: city, name: { zh: "市", en: "City" }, zone: "Asia/Shanghai", demo: false },
    now,
    people,
  };
  const app = await buildApp({ ...base, log: makeLog({ level: "silent" }) }, { capabilities: [deskRoutes(base)] });
  async function ask<Answer>(
    login: Login,
    method: "GET" | "POST" | "PATCH" | "DELETE",
    url: string,
    payload?: InjectPayload,
  ) {
    const answer = await app.inject({
      method,
      url: `/api${url}`,
      headers: { authorization: `Bearer xh_${login}` },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.body === "" ? undefined : answer.json<Answer>() };
  }
  return { city, db, ask, setNow: (at: number) => void (clock = at) };
}

type Desk = Awaited<ReturnType<typeof makeDesk>>;

async function save(desk: Desk, login: Login, filter: InjectPayload): Promise<SavedFilter> {
  const { status, body } = await desk.ask<SavedFilter>(login, "POST", "/filters", filter);
  expect([login, status, body]).toEqual([login, 201, body]);
  return body!;
}

const filtersOf = async (desk: Desk, login: Login) =>
  (await desk.ask<SavedFilter[]>(login, "GET", "/filters")).body!.map((one) => one.name);

forEachDatabase("saved filters", (open) => {
  test("one's own are one's own; shared ones reach the unit and all below it", async () => {
    const desk = await makeDesk(await open());
    const own = await save(desk, "wang", {
      name: "快到期的",
      query: { queue: "mine", colour: ["yellow"], sort: "due" },
    });
    expect(own).toMatchObject({ mine: true, query: { queue: "mine", colour: ["yellow"], sort: "due" } });
    expect(own).not.toHaveProperty("unit");
    const shared = await save(desk, "wang", { name: "环卫在办", unit: "sanitation", query: { open: true } });
    expect(shared.unit).toEqual({ id: "sanitation", name: { zh: "sanitation", en: "sanitation" } });
    await save(desk, "li", { name: "东片", unit: "sanitation-east", query: { area: "410802" } });
    await save(desk, "admin", { name: "全市超时", unit: "city", query: { colour: ["red"] } });

    const listed = await filtersOf(desk, "wang");
    expect(listed.slice(0, 2).toSorted()).toEqual(["快到期的", "环卫在办"].toSorted());
    expect(listed.slice(2)).toEqual(["全市超时"]);
    expect((await filtersOf(desk, "li")).toSorted()).toEqual(["东片", "全市超时", "环卫在办"].toSorted());
    expect(await filtersOf(desk, "zhao")).toEqual(["全市超时"]);
    const seen = (await desk.ask<SavedFilter[]>("li", "GET", "/filters")).body!;
    expect(seen.map((one) => one.mine)).toEqual([true, false, false]);
  });

  test("are shared only in units one belongs to, above one's own included", async () => {
    const desk = await makeDesk(await open());
    for (const unit of ["parks", "no-such-unit", "sanitation-east"]) {
      const { status, body } = await desk.ask<Problem>("wang", "POST", "/filters", { name: "x", unit, query: {} });
      expect([unit, status, body?.problems?.[0]?.field]).toEqual([unit, 403, "/unit"]);
    }
    await save(desk, "wang", { name: "全市", unit: "city", query: {} });
    expect(await filtersOf(desk, "zhao")).toEqual(["全市"]);
  });

  test("are changed and deleted by their owner; shared ones also by the administrator", async () => {
    const desk = await makeDesk(await open());
    const own = await save(desk, "wang", { name: "自己的", query: {} });
    const shared = await save(desk, "wang", { name: "共享的", unit: "sanitation", query: {} });
    for (const [login, id] of [
      ["li", shared.id],
      ["zhao", shared.id],
      ["admin", own.id],
    ] as const) {
      expect((await desk.ask(login, "PATCH", `/filters/${id}`, { name: "改" })).status).toBe(404);
      expect((await desk.ask(login, "DELETE", `/filters/${id}`)).status).toBe(404);
    }
    const changed = await desk.ask<SavedFilter>("wang", "PATCH", `/filters/${shared.id}`, {
      unit: null,
      query: { open: false },
    });
    expect(changed.body).toEqual({ id: shared.id, name: "共享的", mine: true, query: { open: false } });
    expect((await desk.ask("wang", "PATCH", `/filters/${own.id}`, {})).status).toBe(200);
    expect((await desk.ask("wang", "PATCH", `/filters/${own.id}`, { unit: "parks" })).status).toBe(403);
    await desk.ask("wang", "PATCH", `/filters/${own.id}`, { unit: "sanitation" });
    expect(
      (await desk.ask<SavedFilter>("admin", "PATCH", `/filters/${own.id}`, { name: "管理员改" })).body,
    ).toMatchObject({ name: "管理员改", mine: false });
    expect(await desk.ask("admin", "DELETE", `/filters/${own.id}`)).toEqual({ status: 204, body: undefined });
    expect(await filtersOf(desk, "wang")).toEqual(["共享的"]);
  });

  test("hold nothing that a list may not be asked for, and no name that is none", async () => {
    const desk = await makeDesk(await open());
    const hostile: InjectPayload[] = [
      { name: "x", query: { colour: ["blue"] } },
      { name: "x", query: { "; drop table cases": 1 } },
      { name: "x", query: { after: "W10", limit: 10 } },
      { name: "x", query: { text: "x".repeat(101) } },
      { name: "x", query: null },
      { name: "x", query: { department: "\u0000" } },
      { name: "x", query: {}, person: "admin" },
      { name: "名".repeat(10_000), query: {} },
      { name: "", query: {} },
      { name: " \t ", query: {} },
      { name: "a\u0000b", query: {} },
      { query: {} },
    ];
    for (const payload of hostile)
      expect([payload, (await desk.ask("wang", "POST", "/filters", payload)).status]).toEqual([payload, 422]);
    expect(await filtersOf(desk, "wang")).toEqual([]);
    const mine = await save(desk, "wang", { name: "'; delete from saved_filter; --", query: { text: "<script>" } });
    expect((await desk.ask("wang", "PATCH", `/filters/${mine.id}`, { query: { evil: 1 } })).status).toBe(422);
    expect(await filtersOf(desk, "wang")).toEqual(["'; delete from saved_filter; --"]);
  });

  test("are at most two hundred a person", async () => {
    const desk = await makeDesk(await open());
    await desk.db.query(sql`
      insert into saved_filter (city, id, person, name, query, created_at)
      select ${desk.city}, 'f' || i, 'wang', 'f' || i, '{}', now() from generate_series(1, 200) i`);
    expect((await desk.ask<Problem>("wang", "POST", "/filters", { name: "x", query: {} })).body?.type).toBe(
      "urn:xiuhua:problem:too-many",
    );
    await save(desk, "li", { name: "x", query: {} });
  });
});

forEachDatabase("stock phrases", (open) => {
  const phrasesOf = async (desk: Desk, login: Login, action = "accept") =>
    (await desk.ask<StockPhrase[]>(login, "GET", `/phrases?action=${action}`)).body!.map((one) => one.text.zh);
  const phrase = (zh: string) => ({ action: "accept", text: { zh, en: zh } });

  test("one's own come first, then one's units', then the city's in its order", async () => {
    const desk = await makeDesk(await open());
    const city = [phrase("市二。"), phrase("市一。"), { ...phrase("别的。"), action: "refuse" }];
    await seedPhrases(desk.db, desk.city, city);
    await seedPhrases(desk.db, desk.city, city);
    for (const [login, body] of [
      ["shift", { ...phrase("环卫用。"), unit: "sanitation" }],
      ["wang", phrase("我的一。")],
      ["wang", phrase("我的二。")],
      ["li", phrase("李的。")],
    ] as const)
      expect((await desk.ask(login, "POST", "/phrases", body)).status).toBe(201);
    expect(await phrasesOf(desk, "wang")).toEqual(["我的一。", "我的二。", "环卫用。", "市二。", "市一。"]);
    expect(await phrasesOf(desk, "li")).toEqual(["李的。", "环卫用。", "市二。", "市一。"]);
    expect(await phrasesOf(desk, "zhao")).toEqual(["市二。", "市一。"]);
    expect(await phrasesOf(desk, "zhao", "refuse")).toEqual(["别的。"]);
    expect((await desk.ask<StockPhrase[]>("zhao", "GET", "/phrases")).body).toHaveLength(3);
  });

  test("a unit's are written by who leads it, and deleted by the same", async () => {
    const desk = await makeDesk(await open());
    await seedPhrases(desk.db, desk.city, [phrase("市。")]);
    for (const [login, unit] of [
      ["wang", "sanitation"],
      ["li", "sanitation-east"],
      ["shift", "parks"],
      ["shift", "city"],
      ["admin", "nowhere"],
    ] as const)
      expect([login, (await desk.ask(login, "POST", "/phrases", { ...phrase("不行。"), unit })).status]).toEqual([
        login,
        403,
      ]);
    const unit = (
      await desk.ask<StockPhrase>("shift", "POST", "/phrases", { ...phrase("班组。"), unit: "sanitation-east" })
    ).body!;
    expect(unit.own).toBe(false);
    const own = (await desk.ask<StockPhrase>("wang", "POST", "/phrases", { action: "accept", text: "一句话。" })).body!;
    expect(own).toMatchObject({ own: true, text: { zh: "一句话。", en: "一句话。" } });
    for (const [login, id, status] of [
      ["li", unit.id, 404],
      ["admin", own.id, 404],
      ["wang", "city-1", 404],
      ["wang", "nothing", 404],
      ["wang", own.id, 204],
      ["shift", unit.id, 204],
      ["admin", "city-1", 204],
    ] as const)
      expect([login, id, (await desk.ask(login, "DELETE", `/phrases/${id}`)).status]).toEqual([login, id, status]);
    expect(await phrasesOf(desk, "li")).toEqual([]);
  });

  test("are text, whatever they look like, and of a bearable length", async () => {
    const desk = await makeDesk(await open());
    const text = `<img src=x onerror="alert(1)">\n'); drop table stock_phrase; -- 😀`;
    await desk.ask("wang", "POST", "/phrases", { action: "accept", text });
    expect(await phrasesOf(desk, "wang")).toEqual([text]);
    for (const payload of [
      { action: "accept", text: "长".repeat(501) },
      { action: "accept", text: "a\u0000" },
      { action: "accept", text: { zh: "只有中文。" } },
      { action: "accept", text: " " },
      { action: "", text: "x" },
      { text: "x" },
      { action: "accept", text: "x", own: true },
    ])
      expect([payload, (await desk.ask("wang", "POST", "/phrases", payload)).status]).toEqual([payload, 422]);
  });
});

forEachDatabase("notices", (open) => {
  async function withNotices() {
    const desk = await makeDesk(await open());
    const rows = [1, 2, 3, 4, 5].map((n) => ({
      id: `n${n}`,
      person: n === 5 ? "li" : "wang",
      at: new Date(begin + Math.floor(n / 2) * 1000).toISOString(),
    }));
    await desk.db.query(sql`
      insert into notice (city, id, person, case_no, message, at)
      select ${desk.city}, n.id, n.person, '410820260302' || n.id, '{"zh":"请办理","en":"Please act"}', n.at
      from jsonb_to_recordset(${json(rows)}::jsonb) n(id text, person text, at timestamptz)`);
    const list = async (query = "") => (await desk.ask<Notice[]>("wang", "GET", `/notices${query}`)).body!;
    return { desk, list, ids: async (query = "") => (await list(query)).map((one) => one.id) };
  }

  test("newest first, a page at a time, also where several came at once; nobody else's", async () => {
    const { desk, list, ids } = await withNotices();
    expect(await ids()).toEqual(["n4", "n3", "n2", "n1"]);
    expect((await list())[0]).toEqual({
      id: "n4",
      caseNo: "410820260302n4",
      message: { zh: "请办理", en: "Please act" },
      at: new Date(begin + 2000).toISOString(),
    });
    expect(await ids("?limit=2")).toEqual(["n4", "n3"]);
    expect(await ids("?limit=1&after=n3")).toEqual(["n2"]);
    expect(await ids("?after=n2")).toEqual(["n1"]);
    expect(await ids("?after=n1")).toEqual([]);
    // Somebody else's, and nobody's.
    expect(await ids("?after=n5")).toEqual([]);
    expect(await ids("?after=nothing")).toEqual([]);
    for (const query of ["?after=%00", "?limit=0", "?limit=201", "?unread=perhaps", "?person=li"])
      expect([query, (await desk.ask("wang", "GET", `/notices${query}`)).status]).toEqual([query, 422]);
  });

  test("are marked read once, by their owner alone", async () => {
    const { desk, list, ids } = await withNotices();
    desk.setNow(begin + 60_000);
    const read = async (body: InjectPayload) =>
      (await desk.ask<{ read: number }>("wang", "POST", "/notices/read", body)).body;
    expect(await read({ ids: ["n2", "n5", "nothing"] })).toEqual({ read: 1 });
    expect(await ids("?unread=true")).toEqual(["n4", "n3", "n1"]);
    expect(await ids("?unread=false")).toEqual(["n2"]);
    desk.setNow(begin + 120_000);
    expect(await read({})).toEqual({ read: 3 });
    expect((await list()).map((one) => one.readAt)).toEqual(
      [120, 120, 60, 120].map((s) => new Date(begin + s * 1000).toISOString()),
    );
    expect((await desk.ask<Notice[]>("li", "GET", "/notices?unread=true")).body).toHaveLength(1);
    expect((await desk.ask("wang", "POST", "/notices/read", { ids: "n1" })).status).toBe(422);
  });
});
