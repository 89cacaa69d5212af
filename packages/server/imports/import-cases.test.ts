import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import type { CaseEvent, CaseRecord } from "@xiuhua/core/procedure";
import { procedures } from "@xiuhua/procedures";
import { expect, test } from "vitest";
import { verifyReplay } from "../cases/index.ts";
import { sql, type Database } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoServices, type DemoServices } from "../testing/demo-services.ts";
import { csvOf, importedAt, importFile, plainMapping, plainRow, testFolder } from "./fixture.ts";
import { readMapping } from "./load-mapping.ts";

const patience = 120_000;
const data = fileURLToPath(new URL("../../../data/mappings/", import.meta.url));
const folder = testFolder();
const china = (text: string) => Date.parse(`${text}+08:00`);

forEachDatabase("importing cases", (open) => {
  let made: DemoServices | undefined;
  const city = async () => (made ??= await demoServices(await open(), importedAt));
  const recordsOf = async (db: Database, source: string) => {
    const rows = await db.query<{ record: CaseRecord }>(sql`
      select record from cases where record->'subject'->>'reporter' = ${`import:${source}`}
      order by record->'subject'->>'externalNo'`);
    return rows.map(({ record }) => record);
  };
  const counted = async (db: Database) => {
    const [row] = await db.query<{ cases: number; events: number }>(
      sql`select (select count(*) from cases) as cases, (select count(*) from case_event) as events`,
    );
    return row;
  };

  test(
    "a closed row becomes a case with its past: each step by the engine, at its own time",
    async () => {
      const db = await open();
      const services = await city();
      const rows = [
        plainRow({ id: "A1", what: '墙上\r\n有“小广告”，写着 "开锁"', note: "已清除" }),
        plainRow({ id: "A2", status: "open", closed: "" }),
      ];
      const file = await folder.write("past.csv", csvOf(rows, "\r\n"));
      const { result } = await importFile(db, services, file, { mapping: plainMapping({ source: "past" }) });
      expect(result).toMatchObject({ rows: 2, opened: 2, known: 0, rejected: 0, finished: true });
      expect(result.states).toEqual({ closed: 1, dispatched: 1 });

      const [closed, handed] = await recordsOf(db, "past");
      expect(closed).toMatchObject({
        state: "closed",
        openedAt: china("2022-08-12T09:00:00"),
        changedAt: china("2022-08-13T10:00:00"),
        subject: {
          description: '墙上\r\n有“小广告”，写着 "开锁"',
          source: "transfer",
          type: "07001",
          externalNo: "A1",
        },
        facts: { criterion: "07001-1", forced: true, closedAt: china("2022-08-13T10:00:00") },
      });
      expect(closed!.no).toMatch(/^410820220812\d{5}$/);
      expect(closed!.subject["place"]).toMatchObject({ area: expect.stringMatching(/^410802/) });
      // The limit ran from the dispatch, over the working time of its own days.
      expect(handed!.clocks["handle"]).toMatchObject({ status: "running", due: china("2022-08-15T09:00:00") });
      const events = await db.query<CaseEvent>(
        sql`select action, at, actor, input from case_event where case_no = ${closed!.no} order by seq`,
      );
      expect(events.map(({ action, actor }) => [action, actor.person, actor.role])).toEqual([
        ["report", "import:past", "intakeOfficer"],
        ["accept", "import:past", "intakeOfficer"],
        ["file", "import:past", "shiftLeader"],
        ["dispatch", "import:past", "dispatcher"],
        ["forceClose", "import:past", "shiftLeader"],
      ]);
      expect(events.at(-1)!.input).toEqual({ reason: "历史数据导入：来源系统已结案。已清除" });
      expect(await db.query(sql`select 1 from notice`)).toEqual([]);
      const tallies = await db.query<{ count: number }>(sql`select sum(count) as count from case_tally`);
      expect(Number(tallies[0]!.count)).toBe((await counted(db))!.cases);
    },
    patience,
  );

  test(
    "every kind of bad row is set aside with its line, its number and the reason; the rest goes on",
    async () => {
      const db = await open();
      const rows = [
        plainRow({ id: "good" }),
        plainRow({ id: "" }),
        plainRow({ id: "earlier", closed: "2022-08-12 08:59" }),
        plainRow({ id: "future", opened: "2026-03-01 16:01", closed: "2026-03-02 10:00" }),
        plainRow({ id: "time", opened: "12. August" }),
        plainRow({ id: "no-time", opened: "" }),
        plainRow({ id: "no-end", closed: "" }),
        plainRow({ id: "lng", lng: "113,2" }),
        plainRow({ id: "zero", lng: "0", lat: "0" }),
        plainRow({ id: "swapped", lng: "35.2404", lat: "113.2478" }),
        plainRow({ id: "outside", lng: "-71.1", lat: "42.3" }),
        plainRow({ id: "type", type: "noise" }),
        plainRow({ id: "status", status: "lost" }),
        plainRow({ id: "silent", what: " " }),
        plainRow({ id: "placeless", where: "" }),
        plainRow({ id: "long", what: "长".repeat(2001) }),
        plainRow({ id: "nul", what: "a\0b" }),
        ["broken"],
        plainRow({ id: "=1+1", opened: "?" }),
        plainRow({ id: "good" }),
        plainRow({ id: "multi", what: "两\n行" }),
        plainRow({ id: "after", opened: "x" }),
      ];
      const file = await folder.write("bad.csv", csvOf(rows));
      const { result, rejects } = await importFile(db, await city(), file, {
        mapping: plainMapping({ source: "bad" }),
      });
      expect(result).toMatchObject({ rows: 22, opened: 2, known: 1, repeated: 1, rejected: 19 });
      expect(rejects.map((line) => line.split(",").slice(0, 3).join(" "))).toEqual([
        "3  id",
        "4 earlier closed",
        "5 future opened",
        "6 time opened",
        "7 no-time opened",
        "8 no-end closed",
        "9 lng lng",
        "10 zero lng",
        "11 swapped lng",
        "12 outside report/place",
        "13 type type",
        "14 status status",
        "15 silent what",
        "16 placeless where",
        "17 long what",
        "18 nul what",
        "19  ",
        // So that no spreadsheet calculates it.
        "20 '=1+1 opened",
        "24 after opened",
      ]);
      expect(rejects[9]).toContain("该位置不在本市范围内，请在地图上重新选点");
      expect(rejects[9]).toContain("This place is outside the city");
    },
    patience,
  );

  test(
    "the same file again changes nothing, packed or not",
    async () => {
      const db = await open();
      const services = await city();
      const text = csvOf([
        plainRow({ id: "1" }),
        plainRow({ id: "2", status: "open" }),
        plainRow({ id: "2" }),
        plainRow({ id: "" }),
      ]);
      const mapping = plainMapping({ source: "twice" });
      const first = await importFile(db, services, await folder.write("twice.csv", text), { mapping });
      expect(first.result).toMatchObject({ rows: 4, opened: 2, known: 1, repeated: 1, rejected: 1 });
      const before = await counted(db);
      const again = await importFile(db, services, await folder.write("twice.csv.gz", gzipSync(text)), { mapping });
      expect(again.result).toMatchObject({ rows: 4, opened: 0, known: 3, repeated: 0, rejected: 1, states: {} });
      expect(await counted(db)).toEqual(before);
    },
    patience,
  );

  test(
    "a dry run decides and counts the same, and writes nothing",
    async () => {
      const db = await open();
      const before = await counted(db);
      const runs = await db.query(sql`select id from import_run`);
      const text = csvOf([plainRow({ id: "1" }), plainRow({ id: "1" }), plainRow({ id: "2", lng: "0", lat: "9" })]);
      const { result } = await importFile(db, await city(), await folder.write("dry.csv", text), {
        mapping: plainMapping({ source: "dry" }),
        dryRun: true,
      });
      expect(result).toMatchObject({ rows: 3, opened: 1, known: 1, repeated: 1, rejected: 1, states: { closed: 1 } });
      expect(await counted(db)).toEqual(before);
      expect(await db.query(sql`select id from import_run`)).toEqual(runs);
    },
    patience,
  );

  test(
    "stopped in the middle, it goes on where it was",
    async () => {
      const db = await open();
      const services = await city();
      const rows = Array.from({ length: 1300 }, (_, at) =>
        plainRow({ id: `r${at}`, closed: at % 13 === 0 ? "?" : "2022-08-13 10:00" }),
      );
      const file = await folder.write("long.csv", csvOf(rows));
      const mapping = plainMapping({ source: "stopped" });
      const stop = new AbortController();
      const first = await importFile(db, services, file, {
        mapping,
        signal: stop.signal,
        onProgress: () => stop.abort(),
        run: "stopped-run",
      });
      expect(first.result).toMatchObject({ finished: false, rows: 512, opened: 472, rejected: 40 });
      const [run] = await db.query(sql`select * from import_run where id = 'stopped-run'`);
      expect(run).toMatchObject({ rows_done: 512, rows_opened: 472, rows_rejected: 40, finished_at: null });

      const second = await importFile(db, services, file, { mapping, run: "second-run" });
      expect(second.result).toMatchObject({
        finished: true,
        rows: 1300,
        opened: 728,
        known: 472,
        repeated: 0,
        rejected: 100,
      });
      expect(await recordsOf(db, "stopped")).toHaveLength(1200);
      const [done] = await db.query<{ finished_at: number | null }>(
        sql`select * from import_run where id = 'second-run'`,
      );
      expect(done).toMatchObject({ rows_done: 1300, rows_opened: 728, rows_known: 472, rows_rejected: 100 });
      expect(done!.finished_at).not.toBeNull();
    },
    patience,
  );

  test(
    "two at once open each case once",
    async () => {
      const db = await open();
      const services = await city();
      const file = await folder.write(
        "race.csv",
        csvOf(Array.from({ length: 60 }, (_, at) => plainRow({ id: `r${at}` }))),
      );
      const mapping = plainMapping({ source: "race" });
      const both = await Promise.all([
        importFile(db, services, file, { mapping }),
        importFile(db, services, file, { mapping }),
      ]);
      expect(both.map(({ result }) => result.opened).reduce((sum, one) => sum + one)).toBe(60);
      expect(both.map(({ result }) => result.known).reduce((sum, one) => sum + one)).toBe(60);
      expect(await recordsOf(db, "race")).toHaveLength(60);
    },
    patience,
  );

  test(
    "the example: a hotline's export, in UTF-8 and in GBK, with every outcome",
    async () => {
      const db = await open();
      const services = await city();
      const mapping = await readMapping(`${data}example.json`);
      const { result, rejects } = await importFile(db, services, `${data}example.csv`, {
        mapping,
        rejects: await folder.path("example.rejects.csv"),
      });
      expect(rejects).toEqual([]);
      expect(result).toMatchObject({ rows: 8, opened: 8, rejected: 0 });
      expect(result.states).toEqual({ closed: 3, dispatched: 2, notAccepted: 1, voided: 1, reported: 1 });
      const records = await recordsOf(db, "example-12319");
      expect(records[0]).toMatchObject({
        subject: { source: "hotline", informant: { name: "马晓岚", phone: "13800000001" } },
        facts: { acceptedAt: china("2024-01-05T08:50:00"), dispatchedAt: china("2024-01-05T09:10:00") },
      });
      expect(records[2]!.facts["department"]).toBe("lighting-office");
      // GCJ-02 of the middle of Jiaozuo lies some 500 m south-east of WGS 84.
      const place: unknown = records[0]!.subject["place"];
      const lng = typeof place === "object" && place !== null ? Number(Reflect.get(place, "lng")) : NaN;
      expect(113.2451 - lng).toBeGreaterThan(0.004);
      expect(113.2451 - lng).toBeLessThan(0.008);
      for (const record of records)
        expect(record.subject["place"]).toMatchObject({ area: expect.stringMatching(/^4108\d\d/) });

      const gbk = await folder.write("gbk.csv", iconv.encode(readFileSync(`${data}example.csv`, "utf8"), "gbk"));
      const again = await importFile(db, services, gbk, { mapping, encoding: "gbk" });
      expect(again.result).toMatchObject({ rows: 8, opened: 0, known: 8 });
      await expect(importFile(db, services, gbk, { mapping })).rejects.toThrow("--encoding gbk");
    },
    patience,
  );

  test(
    "rows beyond the city stay in it as a whole where the mapping keeps them; long text is cut and counted",
    async () => {
      const db = await open();
      const rows = [plainRow({ id: "1", lng: "-71.1", lat: "42.3", what: `${"長".repeat(1998)}𠀀𠀀` })];
      const { result } = await importFile(db, await city(), await folder.write("kept.csv", csvOf(rows)), {
        mapping: plainMapping({ source: "kept", outsideCity: "keep", tooLong: "cut" }),
      });
      expect(result).toMatchObject({ opened: 1, shortened: 1 });
      const [record] = await recordsOf(db, "kept");
      expect(record!.subject["place"]).toEqual({ lng: -71.1, lat: 42.3, text: "和平街", area: "4108" });
      expect(record!.subject["description"]).toBe(`${"長".repeat(1998)}…`);
      expect(record!.facts["department"]).toBe("city-brigade");
    },
    patience,
  );

  test(
    "afterwards every case equals its events, and nothing went wrong aside",
    async () => {
      const db = await open();
      const report = await verifyReplay(db, "4108", procedures);
      expect(report).toMatchObject({
        different: 0,
        cases: (await counted(db))!.cases,
        events: (await counted(db))!.events,
      });
      expect(report.cases).toBeGreaterThan(1200);
      expect((await city()).errors).toEqual([]);
    },
    patience,
  );
});
