import { once } from "node:events";
import { request as ask, type IncomingMessage } from "node:http";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import type { Problem } from "../api/index.ts";
import { buildApp, makeLog } from "../http/index.ts";
import type { People, Reader } from "../people/index.ts";
import { sql, type Database } from "../store/index.ts";
import { demoServices, type DemoServices } from "../testing/demo-services.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { exportRoutes } from "./index.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);
const start = china("2022-08-11T09:00:00");
const crossing = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };

/** The routes in the real assembly; a bearer token is a login. */
async function appFor(city: DemoServices, db: Database, most?: number) {
  const people: People = {
    ...city.people,
    readerOfToken: (token) => Promise.resolve({ via: "token", reader: readerOf(city, token.slice("xh_".length)) }),
  };
  const log = makeLog({ level: "silent" });
  return buildApp(
    { db, city: city.city, now: city.now, people, log },
    { capabilities: [exportRoutes(city.cases, most === undefined ? {} : { most })] },
  );
}

function readerOf({ people }: DemoServices, login: string): Reader {
  const person = people.persons().find((one) => one.login === login);
  const reader = person && people.directory.reader(person.id);
  if (!reader) throw new Error(`The demo has no account ${login}`);
  return reader;
}

const as = (login: string) => ({ authorization: `Bearer xh_${login}` });

async function report(city: DemoServices, description: string, place = crossing) {
  const opened = await city.cases.open(readerOf(city, "collector1"), {
    procedure: "city-case",
    action: "report",
    input: { place, description, type: "07001" },
    evidence: [await city.photo("near", 1), await city.photo("far", 2), await city.photo("reference", 3)],
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value.no;
}

const rowsOf = (body: string) => {
  expect(body.startsWith("\uFEFF")).toBe(true);
  return parse(body.slice(1), { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
};

forEachDatabase("exported lists", (open) => {
  let built: ReturnType<typeof build> | undefined;
  async function build() {
    const db = await open();
    const city = await demoServices(db, start);
    const hostile = [
      '=HYPERLINK("http://evil.example","点我")',
      '引号"逗号,\r\n换行\n以及\t制表',
      "+86 138 开头的电话",
      "-1+1|cmd",
      "@SUM(A1)",
      "\t=1+1",
      "＝1+1",
      "响铃\u0007与 <b>标签</b> & 😀",
    ];
    const nos: string[] = [];
    for (const [index, text] of hostile.entries()) {
      city.setNow(start + index * 60_000);
      nos.push(await report(city, text));
    }
    await city.cases.drain();
    return { db, city, hostile, nos, app: await appFor(city, db) };
  }
  const ready = () => (built ??= build());

  test("CSV: Chinese headers, names for ids, the city's time, every text whole and none a formula", async () => {
    const { app, hostile, nos } = await ready();
    const answer = await app.inject({ url: "/api/cases/export.csv", headers: as("shift1") });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="cases-20220811-0907.csv"',
      "cache-control": "no-store",
    });
    expect(answer.body.split("\r\n")[0]).toMatch(/^\uFEFF案件编号,业务流程,当前环节,问题描述,/);
    const rows = rowsOf(answer.body).toReversed();
    expect(rows.map((row) => row["案件编号"])).toEqual(nos);
    expect(rows[0]).toMatchObject({
      业务流程: "城市管理案件",
      类型: "事件",
      小类代码: "07001",
      来源: "采集员上报",
      上报时间: "2022-08-11 09:00",
      "经度（WGS 84）": "113.247831",
      位置: crossing.text,
    });
    expect(rows[0]!["所在区域"]).toMatch(/^解放区/);
    for (const [index, row] of rows.entries()) {
      const text = row["问题描述"]!;
      const plain = text.startsWith("'") ? text.slice(1) : text;
      expect(hostile[index]!.startsWith(plain)).toBe(true);
      expect(text).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }
  });

  test("CSV: chosen columns in their order, in English, filtered like the list", async () => {
    const { app, nos, city } = await ready();
    const url = `/api/cases/export.csv?columns=state,no,source&language=en&openedTo=${new Date(start + 90_000).toISOString()}`;
    const answer = await app.inject({ url, headers: as("shift1") });
    const listed = await city.cases.pages.list(readerOf(city, "shift1"), {
      openedTo: new Date(start + 90_000).toISOString(),
    });
    expect(listed.items.map((one) => one.no)).toEqual([nos[1], nos[0]]);
    const state = city.cases.procedures.get("city-case")!.states["reported"]!.title.en;
    const lines = ["State,Case number,Source", `${state},${nos[1]},Collector`, `${state},${nos[0]},Collector`, ""];
    expect(answer.body).toBe(`\uFEFF${lines.join("\r\n")}`);
  });

  test("nobody gets a row that their list does not show", async () => {
    const { app, city } = await ready();
    const nosOf = async (login: string, query = "") => {
      const answer = await app.inject({ url: `/api/cases/export.csv?columns=no${query}`, headers: as(login) });
      expect(answer.statusCode).toBe(200);
      return rowsOf(answer.body).map((row) => row["案件编号"]!);
    };
    for (const login of ["shift1", "intake1", "officer1", "handler1", "collector1", "collector2"])
      for (const queue of ["mine", "reported", "seen"] as const) {
        const { items } = await city.cases.pages.list(readerOf(city, login), { queue, limit: 200 });
        const listed = items.map((one) => one.no).toSorted();
        expect([login, queue, (await nosOf(login, `&queue=${queue}`)).toSorted()]).toEqual([login, queue, listed]);
      }
    expect(await nosOf("handler1")).toEqual([]);
    expect((await nosOf("intake1", "&queue=mine")).length).toBeGreaterThan(0);
  });

  test("refuses what it does not know", async () => {
    const { app } = await ready();
    const refused = async (query: string) => {
      const answer = await app.inject({ url: `/api/cases/export.csv?${query}`, headers: as("shift1") });
      expect([query, answer.statusCode]).toEqual([query, 422]);
      return answer.json<Problem>();
    };
    const [wrong] = (await refused("columns=no,secret")).problems ?? [];
    expect(wrong?.field).toBe("/columns");
    expect(wrong?.message.zh).toContain("“secret”");
    await refused("colums=no");
    await refused("language=fr");
    await refused(`columns=${"no,".repeat(1500)}`);
    await refused("columns=");
    expect((await app.inject({ url: "/api/cases/export.csv" })).statusCode).toBe(401);
  });

  test("Excel: a frozen bold header, real dates in the city's time, texts that are never formulas", async () => {
    const { app, hostile, nos } = await ready();
    const answer = await app.inject({
      url: "/api/cases/export.xlsx?columns=no,title,openedAt,lng,dueAt",
      headers: as("shift1"),
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-disposition"]).toBe('attachment; filename="cases-20220811-0907.xlsx"');
    const book = await readXlsx(answer.rawPayload, { readStyles: true });
    const sheet = book.sheets[0]!;
    expect(sheet.name).toBe("案件");
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    expect(sheet.rows[0]).toEqual(["案件编号", "问题描述", "上报时间", "经度（WGS 84）", "截止时间"]);
    expect(sheet.columns?.map((one) => one.width)).toEqual([20, 40, 18, 16, 18]);
    const style = (at: string) => sheet.cells?.get(at)?.style;
    expect([0, 1, 2, 3, 4].map((column) => style(`0,${column}`)?.font?.bold)).toEqual([true, true, true, true, true]);
    expect(style("1,0")?.font?.bold ?? false).toBe(false);
    expect(style("1,2")?.numFmt).toBe("yyyy-mm-dd hh:mm");
    const rows = sheet.rows.slice(1).toReversed();
    expect(rows.map((row) => row[0])).toEqual(nos);
    expect(rows[0]![2]).toEqual(new Date("2022-08-11T09:00:00Z"));
    expect(rows[0]![3]).toBe(113.247831);
    expect([...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
    for (const [index, row] of rows.entries()) expect(hostile[index]!.replace("\u0007", "")).toContain(row[1]);
  });

  test("more rows than Excel should hold: a sentence that says what to do", async () => {
    const { city, db, nos } = await ready();
    const url = "/api/cases/export.xlsx?columns=no";
    const few = await appFor(city, db, nos.length - 1);
    const answer = await few.inject({ url, headers: as("shift1") });
    expect(answer.statusCode).toBe(422);
    const { type, detail } = answer.json<Problem>();
    expect(type).toBe("urn:xiuhua:problem:too-many-rows");
    expect(detail).toContain(`超过 ${nos.length - 1} 件`);
    const enough = await appFor(city, db, nos.length);
    expect((await enough.inject({ url, headers: as("shift1") })).statusCode).toBe(200);
  });

  test.each(["csv", "xlsx"])("a client who goes away half-way lets the database go (%s)", async (kind) => {
    const { db, city } = await ready();
    const app = await appFor(city, db);
    const { rows } = city.cases.exports;
    const over = new Promise<void>((settle) => {
      // A list without end, on a cursor of the database.
      city.cases.exports.rows = async function* (...asked) {
        try {
          for await (const batch of rows(...asked)) for (;;) yield batch;
        } finally {
          settle();
        }
      };
    });
    const origin = await app.listen({ host: "127.0.0.1", port: 0 });
    const answer = await new Promise<IncomingMessage>((settle) => {
      ask(`${origin}/api/cases/export.${kind}`, { headers: as("shift1") }, settle).end();
    });
    await once(answer, "data");
    answer.destroy();
    await over;
    city.cases.exports.rows = rows;
    const held =
      db.kind === "embedded"
        ? sql`select name from pg_cursors where name like 'stream%'`
        : sql`select pid from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
    expect(await db.query(held)).toEqual([]);
    await app.close();
  });

  test("who speaks for two units gets the queue of both", async () => {
    const { app, city, nos } = await ready();
    const no = nos[0]!;
    // officer1 holds the brigade, and after it the bureau.
    for (const [login, action, input] of [
      ["intake1", "accept", { type: "07001" }],
      ["shift1", "file", { type: "07001", criterion: "07001-1" }],
      ["dispatcher1", "dispatch", { department: "jiefang-bureau" }],
    ] as const) {
      const answer = await city.cases.act(readerOf(city, login), { no, action, input, evidence: [] });
      expect(answer.ok ? answer.value.no : answer.refusal).toBe(no);
    }
    const listed = await city.cases.pages.list(readerOf(city, "officer1"), { queue: "mine" });
    expect(listed.items.map((one) => one.no)).toEqual([no]);
    const answer = await app.inject({ url: "/api/cases/export.csv?columns=no&queue=mine", headers: as("officer1") });
    expect(rowsOf(answer.body).map((row) => row["案件编号"])).toEqual([no]);
  });

  test("the ledger of one procedure has its own fields, as far as the reader may read them", async () => {
    const { city, app } = await ready();
    const input = {
      place: crossing,
      description: "窨井盖破损",
      type: "07001",
      informant: { name: "马晓岚", phone: "13800000001" },
    };
    const opened = await city.cases.open(readerOf(city, "intake1"), {
      procedure: "city-case",
      action: "report",
      input,
      evidence: [],
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const { no } = opened.value;
    for (const [login, action, given] of [
      ["intake1", "accept", { type: "07001" }],
      ["shift1", "file", { type: "07001", criterion: "07001-1" }],
      ["dispatcher1", "dispatch", { department: "jiefang-bureau" }],
    ] as const)
      expect((await city.cases.act(readerOf(city, login), { no, action, input: given, evidence: [] })).ok, action).toBe(
        true,
      );
    const ledger = async (login: string, query = "") => {
      const url = `/api/cases/export.csv?procedure=city-case${query}`;
      const answer = await app.inject({ url, headers: as(login) });
      expect(answer.statusCode).toBe(200);
      return rowsOf(answer.body).find((row) => row["案件编号"] === no);
    };
    const whole = await ledger("shift1");
    expect(whole).toMatchObject({ 反映人: "马晓岚、13800000001", 上报人: expect.stringMatching(/./) });
    expect(whole?.["受理时间"]).toMatch(/^2022-08-11 09:0\d$/);
    const bureau = await ledger("officer1");
    expect(bureau).toMatchObject({ 反映人: "", 上报人: "", 受理时间: whole?.["受理时间"] });

    const some = await ledger("shift1", "&columns=no,subject.informant,facts.filedAt");
    expect(Object.keys(some ?? {})).toEqual(["案件编号", "反映人", "立案时间"]);
    const without = await app.inject({ url: "/api/cases/export.csv?columns=facts.filedAt", headers: as("shift1") });
    expect(without.statusCode).toBe(422);

    const excel = await app.inject({
      url: "/api/cases/export.xlsx?procedure=city-case&columns=no,facts.filedAt",
      headers: as("shift1"),
    });
    const book = await readXlsx(excel.rawPayload);
    expect(book.sheets[0]!.rows.find((row) => row[0] === no)?.[1]).toBeInstanceOf(Date);
  });
});
