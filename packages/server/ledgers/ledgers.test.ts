import { readXlsx, writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { procedures } from "@xiuhua/procedures";
import { expect, test } from "vitest";
import type { LedgerChoices, LedgerForm, LedgerLine, LedgerPreview, Problem } from "../api/index.ts";
import { makeCaseService } from "../cases/index.ts";
import { buildApp, makeLog } from "../http/index.ts";
import type { People } from "../people/index.ts";
import { sql, type Database } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoServices } from "../testing/demo-services.ts";
import { helpLedger } from "./fixture.ts";
import { ledgerRoutes, makeLedgers } from "./index.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);
const start = china("2022-08-18T09:00:00");
const patience = 60_000;

/** The demo city with the small procedure beside its own; a bearer token is a login. */
async function ledgerCity(db: Database) {
  const services = await demoServices(db, start);
  const { cases, people, catalogue, gazetteer, city } = services;
  const own = makeCaseService({
    ...cases.sources,
    db,
    procedures: new Map([...procedures, [helpLedger.id, helpLedger]]),
    now: services.now,
    storedEvidence: async () => new Set(),
    log: (message, error) => void services.errors.push([message, error]),
  });
  const ledgers = makeLedgers({ db, city, cases: own, catalogue, directory: people.directory, gazetteer });
  const readerOf = (login: string) => {
    const person = people.persons().find((one) => one.login === login);
    const reader = person && people.directory.reader(person.id);
    if (!reader) throw new Error(`The demo has no account ${login}`);
    return reader;
  };
  const asTokens: People = {
    ...people,
    readerOfToken: async (token) => ({ via: "token", reader: readerOf(token.slice("xh_".length)) }),
  };
  const app = await buildApp(
    { db, city, now: services.now, people: asTokens, log: makeLog({ level: "silent" }) },
    { capabilities: [ledgerRoutes(ledgers)] },
  );

  async function send(login: string, what: string, file: Uint8Array | string, choices: LedgerChoices | string) {
    const boundary = "xiuhua-test-boundary";
    const part = (head: string, body: Uint8Array | string) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ];
    const payload = Buffer.concat([
      ...part('name="file"; filename="C:\\\\台账\\\\八月.xlsx"\r\ncontent-type: application/octet-stream', file),
      ...part('name="choices"', typeof choices === "string" ? choices : JSON.stringify(choices)),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    return app.inject({
      method: "POST",
      url: `/api/ledgers/${what}`,
      headers: { authorization: `Bearer xh_${login}`, "content-type": `multipart/form-data; boundary=${boundary}` },
      payload,
    });
  }

  return {
    ...services,
    db,
    app,
    send,
    forms: async (login: string) =>
      (await app.inject({ url: "/api/ledgers", headers: { authorization: `Bearer xh_${login}` } })).json<
        LedgerForm[]
      >(),
    preview: async (file: Uint8Array | string, choices: LedgerChoices = help, login = "intake1") => {
      const answer = await send(login, "preview", file, choices);
      expect([answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([200, ""]);
      return answer.json<LedgerPreview>();
    },
    bring: async (file: Uint8Array | string, choices: LedgerChoices = help, login = "intake1") => {
      const answer = await send(login, "import", file, choices);
      expect([answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([200, ""]);
      const lines = answer.body.trim().split("\n");
      return lines.map((line): LedgerLine => JSON.parse(line)).at(-1);
    },
    count: async (): Promise<number> => {
      const [row] = await db.query<{ count: number }>(
        sql`select count(*) as count from cases where procedure = 'help-ledger'`,
      );
      return Number(row?.count);
    },
    subjects: () =>
      db.query<{ subject: Record<string, unknown> }>(
        sql`select record->'subject' as subject from cases where procedure = 'help-ledger' order by no`,
      ),
  };
}

const help: LedgerChoices = { procedure: "help-ledger" };

/** F3: 57 problems of 19 enterprises, each enterprise merged over its rows, the dates as the offices write them. */
function augustLedger() {
  const sections = ["市容管理科", "行政审批服务科", "市照明", "党建办公室"];
  const dues = ["2022-08-25", "2022.8.26", "2022年8月27日", "8月28日", "2022/8/29前", "20220830"];
  const rows: (string | number | Date | null)[][] = [
    ["“万人助万企”问题台账（8月）", null, null, null, null, null],
    ["填报单位：焦作市城市管理局", null, null, null, "2022年8月18日", null],
    ["序号", "企业\n名称", "存在问题（必填）", "责任科室", "办结时限：", "备注"],
  ];
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }];
  for (let enterprise = 1; enterprise <= 19; enterprise += 1) {
    const top = rows.length;
    for (let nth = 1; nth <= 3; nth += 1) {
      const at = (enterprise - 1) * 3 + nth;
      rows.push([
        at,
        nth === 1 ? `第${enterprise}机械厂` : null,
        `${at}：门前道路破损`,
        sections[at % sections.length] ?? null,
        at === 7 ? new Date("2022-08-31T00:00:00Z") : (dues[at % dues.length] ?? null),
        null,
      ]);
    }
    merges.push({ startRow: top, startCol: 1, endRow: top + 2, endCol: 1 });
  }
  rows.push(["合计", null, "57 个", null, null, null]);
  return writeXlsx({
    sheets: [
      { name: "说明", rows: [["本表每周五报送"]] },
      { name: "台账", rows, merges },
    ],
  });
}

/** The same 57 as the procedure of the product takes them. */
function enterpriseLedger() {
  const rows: (string | number | null)[][] = [
    ["序号", "企业名称", "问题", "牵头单位", "协办单位", "办结时限", "联系人", "电话"],
  ];
  const merges = [];
  for (let at = 1; at <= 57; at += 1) {
    const first = at % 3 === 1;
    if (first) merges.push({ startRow: at, startCol: 1, endRow: at + 2, endCol: 1 });
    rows.push([
      at,
      first ? `第${(at + 2) / 3}机械厂` : null,
      `${at}：门前道路破损`,
      "市市政设施管理所",
      at % 2 === 0 ? "解放区城市管理局、市照明" : null,
      at % 4 === 0 ? "8月28日前" : "2022.8.26",
      "王工",
      13_800_000_000 + at,
    ]);
  }
  return writeXlsx({ sheets: [{ name: "台账", rows, merges }] });
}

forEachDatabase("ledgers", (open) => {
  let made: ReturnType<typeof ledgerCity> | undefined;
  const ready = async () => (made ??= ledgerCity(await open()));

  test(
    "an Excel of 57 problems: merged enterprises, dates as text; looked at, imported, imported again",
    async () => {
      const { preview, bring, count, subjects, send, errors } = await ready();
      const file = await augustLedger();

      const first = await preview(file);
      expect(first).toMatchObject({
        file: "八月.xlsx",
        sheet: "台账",
        sheets: ["说明", "台账"],
        headingRow: 3,
        rows: 57,
      });
      expect(first.columns.map(({ letter, field, how }) => [letter, field, how])).toEqual([
        ["A", undefined, undefined],
        ["B", "enterprise", "same"],
        ["C", "problem", "same"],
        ["D", "section", "same"],
        ["E", "due", "same"],
        ["F", undefined, undefined],
      ]);
      expect(first.wantsYear).toBe(true);
      expect(first).toMatchObject({ new: 47, known: 0, faulty: 10, missing: [] });
      expect(first.skipped.map(({ row, text, why }) => [row, text, why.zh])).toEqual([[61, "合计", "合计行"]]);
      const yearless = first.items.find((item) => item.state === "faulty");
      expect(yearless?.faults).toEqual([
        {
          cell: "E6",
          field: "due",
          message: {
            zh: "办结时限：“8月28日”没有年份，请先指定年份",
            en: "Due: “8月28日” has no year; say which one is meant",
          },
        },
      ]);
      const lighting = first.items.find((item) => item.shown["section"] === "市照明");
      expect(lighting?.doubts[0]).toMatchObject({
        cell: "D5",
        message: { zh: "责任科室：“市照明”按“市城市照明管理单位”导入" },
      });
      expect(await count()).toBe(0);

      const choices = { ...help, year: 2022 };
      expect(await preview(file, choices)).toMatchObject({ new: 57, faulty: 0, wantsYear: false });
      expect(await bring(file, choices)).toEqual({ kind: "done", rows: 57, new: 57, known: 0, faulty: 0, opened: 57 });
      expect(await count()).toBe(57);
      const imported = (await subjects()).map(({ subject }) => subject);
      expect(new Set(imported.map((one) => one["enterprise"])).size).toBe(19);
      const third = imported.find((one) => one["problem"] === "3：门前道路破损");
      expect(third).toEqual({
        enterprise: "第1机械厂",
        problem: "3：门前道路破损",
        section: "party-section",
        // What is due on a day is due at its end.
        due: china("2022-08-28T23:59:59"),
      });
      expect(imported.find((one) => one["problem"] === "7：门前道路破损")?.["due"]).toBe(china("2022-08-31T23:59:59"));

      // Again, and by somebody else: nothing twice.
      expect(await bring(file, choices)).toEqual({ kind: "done", rows: 57, new: 0, known: 57, faulty: 0, opened: 0 });
      expect(await bring(file, choices, "intake2")).toMatchObject({ known: 57, opened: 0 });
      expect(await count()).toBe(57);

      const answer = await send("intake1", "report.xlsx", file, choices);
      const sheet = (await readXlsx(answer.rawPayload)).sheets[0];
      expect(sheet?.rows[0]?.slice(0, 6)).toEqual(["行", "结果", "案件编号", "说明", "序号", "企业\n名称"]);
      expect(sheet?.rows[1]).toEqual([
        4,
        "已导入",
        expect.stringMatching(/^4108/),
        null,
        "1",
        "第1机械厂",
        "1：门前道路破损",
        "行政审批服务科",
        "2022.8.26",
        null,
      ]);
      expect(new Set(sheet?.rows.slice(1, 58).map((row) => row[2])).size).toBe(57);
      expect(sheet?.rows.at(-1)?.slice(0, 4)).toEqual([61, "跳过", null, "合计行"]);
      expect(errors).toEqual([]);
    },
    patience,
  );

  test(
    "the ledger of the city's own procedure: 57 problems with their lead units and joint units",
    async () => {
      const { preview, bring, db, errors } = await ready();
      const file = await enterpriseLedger();
      const choices: LedgerChoices = { procedure: "enterprise-help", year: 2022, fixed: { source: "走访" } };
      const seen = await preview(file, choices, "enterprise1");
      expect(seen.columns.flatMap(({ field, how }) => (field === undefined ? [] : [`${field} ${how}`]))).toEqual([
        "enterprise same",
        "problem similar",
        "leadUnit same",
        "jointUnits same",
        "due similar",
        "contact/name same",
        "contact/phone same",
      ]);
      expect(seen.items.flatMap((item) => item.faults)).toEqual([]);
      expect(await bring(file, choices, "enterprise1")).toMatchObject({ rows: 57, opened: 57 });
      expect(await bring(file, choices, "enterprise1")).toMatchObject({ rows: 57, known: 57, opened: 0 });
      const rows = await db.query<{ state: string; facts: unknown; subject: unknown }>(
        sql`select state, record->'facts' as facts, record->'subject' as subject from cases
          where procedure = 'enterprise-help' order by no`,
      );
      expect(rows).toHaveLength(57);
      expect(new Set(rows.map((row) => row.state))).toEqual(new Set(["assigned"]));
      expect(rows.find((row) => JSON.stringify(row.subject).includes("4：门前道路破损"))).toMatchObject({
        facts: {
          leadUnit: "municipal-office",
          jointUnits: ["jiefang-bureau", "lighting-office"],
          dueAt: china("2022-08-28T23:59:59"),
        },
        subject: { enterprise: "第2机械厂", source: "visit", contact: { name: "王工", phone: "13800000004" } },
      });
      expect(errors).toEqual([]);
    },
    patience,
  );

  test(
    "faulty rows are named by their cells and left out; the corrected file brings just them",
    async () => {
      const { preview, bring, count } = await ready();
      const before = await count();
      const csv = (...lines: string[]) =>
        ["企业名称,存在问题,责任科室,办结时限,问题类型,走访日期,职工人数,联系电话", ...lines].join("\r\n");
      const good = '永利厂,停水,督查科,2022-09-01,诉求,2022-08-17 10:30,"1,200",13800000001';
      const bad = [
        "永利厂,,督查科,2022-09-01,,,,",
        "永利厂,停电,水务局,2022-02-30,投诉,,一百,",
        "永利厂,停气,科,2022-09-01,,,0,",
        `永利厂,${"长".repeat(501)},督查科,2022-09-01,,,,`,
      ];
      const seen = await preview(csv(good, ...bad, good));
      expect(seen.items.map((item) => [item.row, item.state, item.faults.map((one) => one.cell).join(" ")])).toEqual([
        [2, "new", ""],
        [3, "faulty", "B3"],
        [4, "faulty", "C4 D4 E4 G4"],
        [5, "faulty", "C5"],
        [6, "faulty", "B6"],
        [7, "new", ""],
      ]);
      expect(seen.items[1]?.faults[0]?.message).toEqual({ zh: "请填写“存在问题”", en: "Problem is required" });
      expect(seen.items[2]?.faults[2]?.message.zh).toBe("问题类型：没有“投诉”这一项；可填：诉求、隐患");
      expect(seen.items[4]?.faults[0]?.message.zh).toContain("500");
      expect(seen.items[5]?.doubts[0]?.message.zh).toBe("与上面某一行完全相同，将另立一件");
      expect(await bring(csv(good, ...bad, good))).toMatchObject({ opened: 2, faulty: 4 });
      expect(await count()).toBe(before + 2);

      const mended = iconv.encode(csv(good, "永利厂,停电,督查科,2022-09-01,,,,", "", good), "gbk");
      expect(await bring(mended)).toMatchObject({ rows: 3, known: 2, opened: 1 });
      expect(await count()).toBe(before + 3);
    },
    patience,
  );

  test(
    "a person says what the headings do not: columns, one value for all, the cell above",
    async () => {
      const { preview, bring, subjects } = await ready();
      const file = "公司,内容,哪天\r\n甲厂,路灯不亮,2022-09-03\r\n,树枝遮挡,2022-09-04\r\n";
      const lost = await preview(file);
      expect(lost.missing).toEqual(["enterprise", "problem", "section", "due"]);
      expect(await bring(file)).toMatchObject({ opened: 0, faulty: 2 });
      const choices: LedgerChoices = {
        ...help,
        columns: { enterprise: 0, problem: 1, due: 2 },
        fixed: { section: "市容管理科", kind: "隐患" },
        fillDown: ["enterprise"],
      };
      expect(await preview(file, choices)).toMatchObject({ missing: [], new: 2 });
      expect(await bring(file, choices)).toMatchObject({ opened: 2 });
      const last = (await subjects()).slice(-2).map(({ subject }) => subject);
      expect(last).toMatchObject([
        { enterprise: "甲厂", section: "appearance-section", kind: "hazard" },
        { enterprise: "甲厂", problem: expect.stringMatching(/路灯不亮|树枝遮挡/) },
      ]);
      // A column may be left out.
      const without = await preview(file, { ...choices, columns: { ...choices.columns, due: null } });
      expect(without.missing).toEqual(["due"]);
    },
    patience,
  );

  test(
    "a city case out of a table: the place by the gazetteer or by coordinates, the type by its words",
    async () => {
      const { forms, preview, bring } = await ready();
      const offered = (await forms("intake1")).map((form) => `${form.procedure} ${form.action}`);
      expect(offered).toEqual(expect.arrayContaining(["city-case report", "help-ledger register"]));
      // What needs photos comes from no table.
      expect(offered).not.toContain("street-order record");
      expect((await forms("handler1")).map((form) => form.procedure)).not.toContain("city-case");
      const table = [
        ["地点", "经度（WGS 84）", "纬度（WGS 84）", "问题描述", "案件类别", "来源"],
        ["和平街与文化巷交叉口", "113.247831", "35.240428", "路边堆放垃圾", "07001", "网上举报"],
        ["和平街与文化巷交叉口", "", "", "井盖丢失", "", "12319热线"],
        ["没有这个地方一百零八号", "", "", "井盖丢失", "", ""],
        ["纽约", "-74", "40.7", "井盖丢失", "", ""],
      ];
      const file = table.map((row) => row.join(",")).join("\n");
      const seen = await preview(file, { procedure: "city-case" });
      const [exact, , unknown, outside] = seen.items;
      expect(exact).toMatchObject({ state: "new", faults: [], doubts: [] });
      expect(unknown).toMatchObject({ state: "faulty", faults: [{ cell: "A4", field: "place" }] });
      expect(outside?.faults[0]).toMatchObject({ cell: "A5", field: "place" });
      expect(outside?.faults[0]?.message.zh).toContain("不在本市范围内");
      const done = await bring(file, { procedure: "city-case" });
      expect(done?.kind === "done" && done.opened).toBeGreaterThan(0);
    },
    patience,
  );

  test(
    "refuses what it cannot take, and changes nothing",
    async () => {
      const { send, app, count } = await ready();
      const before = await count();
      const refused = async (
        status: number,
        file: Uint8Array | string,
        choices: LedgerChoices | string,
        login = "intake1",
      ) => {
        const answer = await send(login, "import", file, choices);
        expect([choices, answer.statusCode]).toEqual([choices, status]);
        return answer.json<Problem>();
      };
      expect((await refused(422, "", help)).detail).toBe("文件里没有内容。");
      expect((await refused(422, Buffer.from("d0cf11e0", "hex"), help)).type).toBe("urn:xiuhua:problem:bad-ledger");
      expect((await refused(422, "企业名称\n甲", "rubbish")).type).toBe("urn:xiuhua:problem:invalid-input");
      expect((await refused(422, "a,b\n1,2", { procedure: "nothing" })).detail).toContain("nothing");
      expect((await refused(422, "a,b\n1,2", help, "handler1")).detail).toContain("help-ledger");
      const json = await app.inject({
        method: "POST",
        url: "/api/ledgers/preview",
        headers: { authorization: "Bearer xh_intake1", "content-type": "application/json" },
        payload: "{}",
      });
      expect(json.statusCode).toBe(415);
      const unknown = await app.inject({ method: "POST", url: "/api/ledgers/preview" });
      expect(unknown.statusCode).toBe(401);
      const large = await app.inject({
        method: "POST",
        url: "/api/ledgers/preview",
        headers: {
          authorization: "Bearer xh_intake1",
          "content-type": "multipart/form-data; boundary=x",
          "content-length": String(60 << 20),
        },
        payload: "--x",
      });
      expect(large.statusCode).toBe(413);
      expect(await count()).toBe(before);
    },
    patience,
  );

  test("an empty ledger has the right headings, and comes back as one", async () => {
    const { app, preview } = await ready();
    const answer = await app.inject({
      url: "/api/ledgers/help-ledger/register/template.xlsx",
      headers: { authorization: "Bearer xh_intake1" },
    });
    expect(answer.statusCode).toBe(200);
    const sheet = (await readXlsx(answer.rawPayload)).sheets[0];
    expect(sheet?.name).toBe("企业诉求");
    expect(sheet?.rows[0]?.slice(0, 4)).toEqual(["企业名称*", "存在问题*", "责任科室*", "办结时限*"]);
    const seen = await preview(answer.rawPayload);
    expect(seen).toMatchObject({ rows: 0, missing: [], headingRow: 1 });
    expect(seen.columns.every(({ how }) => how === "same")).toBe(true);
  });
});
