/** The real service requests of three samples, where the folder with them lies beside the repository. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { procedures } from "@xiuhua/procedures";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyReplay } from "../cases/index.ts";
import { sql, type Database } from "../store/index.ts";
import { demoServices } from "../testing/demo-services.ts";
import { openFromTemplate } from "../testing/embedded-template.ts";
import { createOwnDatabase } from "../testing/server-template.ts";
import { importedAt, importFile, testFolder } from "./fixture.ts";
import { readMapping } from "./load-mapping.ts";

const samples = fileURLToPath(new URL("../../../../shared/data/cases/", import.meta.url));
const mappings = fileURLToPath(new URL("../../../data/mappings/", import.meta.url));
const folder = testFolder();
const patience = 600_000;
/** The server where there is one: 20,000 cases on the embedded database as well would show nothing more. */
const server = process.env["XIUHUA_TEST_DATABASE_URL"];

type Row = Readonly<Record<string, string>>;

const rowsOf = (name: string): Row[] => {
  const bytes = readFileSync(samples + name);
  return parse(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true });
};

async function cityOf(db: Database) {
  const services = await demoServices(db, importedAt);
  const load = async (name: string, mapping: string) => {
    const rejects = await folder.path(`${db.kind}-${name}.rejects.csv`);
    return importFile(db, services, samples + name, { mapping: await readMapping(mappings + mapping), rejects });
  };
  return { services, load };
}

const states = async (db: Database, source: string) => {
  const rows = await db.query<{ state: string; count: number }>(sql`
    select state, count(*) as count from cases where reporter = ${`import:${source}`} group by state`);
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
};

/** US wall times: compared as text they would not be in order. */
const us = (text: string) => Date.parse(`${text} UTC`);

describe.runIf(existsSync(samples))("real service requests", () => {
  let opened: { readonly database: Database; drop(): Promise<void> } | undefined;
  beforeAll(async () => {
    if (server !== undefined) opened = await createOwnDatabase(server);
    else {
      const database = await openFromTemplate();
      opened = { database, drop: () => database.close() };
    }
  }, patience);
  afterAll(() => opened?.drop(), patience);

  test(
    "Boston's 20,000 reconcile to the row, and the file again changes nothing",
    async () => {
      const db = opened!.database;
      const { services, load } = await cityOf(db);
      const file = "boston-open311-first20000.csv.gz";
      const rows = rowsOf(file);
      const backwards = (row: Row) =>
        row["status"] === "closed" && Date.parse(row["updated_datetime"]!) < Date.parse(row["requested_datetime"]!);
      const good = rows.filter((row) => !backwards(row));
      const expected = {
        closed: good.filter((row) => row["status"] === "closed").length,
        dispatched: good.filter((row) => row["status"] === "open").length,
      };
      expect(rows).toHaveLength(20_000);
      expect(expected.dispatched).toBe(138);

      const { result, rejects } = await load(file, "boston-open311.json");
      expect(result).toMatchObject({
        rows: rows.length,
        opened: good.length,
        known: 0,
        rejected: rows.length - good.length,
        states: expected,
        shortened: good.filter((row) => {
          const note = row["status"] === "closed" ? row["status_notes"]!.trim() : "";
          return row["description"]!.trim().length > 2000 || note.length > 460;
        }).length,
      });
      expect(rejects.map((line) => line.split(",")[1])).toEqual(
        rows.filter(backwards).map((row) => row["service_request_id"]),
      );
      expect(await states(db, "boston-open311")).toEqual(expected);

      // Day by day as many as the file has, each opened and closed at the file's own instant.
      const days = await db.query<{ day: string; opened: number }>(sql`
          select to_char(opened_at, 'YYYY-MM-DD') as day, count(*) as opened
          from cases where reporter = 'import:boston-open311' group by 1 order by 1`);
      const perDay = new Map<string, number>();
      for (const row of good) {
        const day = new Date(row["requested_datetime"]!).toISOString().slice(0, 10);
        perDay.set(day, (perDay.get(day) ?? 0) + 1);
      }
      expect(days.map(({ day, opened }) => [day, Number(opened)])).toEqual(
        [...perDay].sort(([one], [other]) => (one < other ? -1 : 1)),
      );
      const [wrong] = await db.query<{ count: number }>(sql`
          select count(*) as count from jsonb_to_recordset(${JSON.stringify(
            good.map((row) => ({
              id: row["service_request_id"],
              opened: row["requested_datetime"],
              changed: row[row["status"] === "closed" ? "updated_datetime" : "requested_datetime"],
            })),
          )}::jsonb) as f(id text, opened timestamptz, changed timestamptz)
          left join cases c on c.record->'subject'->>'externalNo' = f.id and c.reporter = 'import:boston-open311'
          where c.no is null or c.opened_at <> f.opened or c.changed_at <> f.changed`);
      expect(Number(wrong!.count)).toBe(0);

      const again = await load(file, "boston-open311.json");
      expect(again.result).toMatchObject({ rows: 20_000, opened: 0, known: good.length, repeated: 0 });
      expect(await states(db, "boston-open311")).toEqual(expected);

      const report = await verifyReplay(db, "4108", procedures);
      expect(report).toMatchObject({ different: 0, cases: good.length, events: good.length * 4 + expected.closed });
      expect(services.errors).toEqual([]);
    },
    patience,
  );

  test(
    "Boston's CRM export, as CSV and as JSONL the same",
    async () => {
      const db = opened!.database;
      const { load } = await cityOf(db);
      const { type } = await readMapping(`${mappings}boston-crm.json`);
      const rows = rowsOf("boston311-100.csv");
      const good = rows.filter((row) => Object.hasOwn(type.values ?? {}, row["type"]!.trim()));
      const expected = {
        closed: good.filter((row) => row["case_status"] === "Closed").length,
        dispatched: good.filter((row) => row["case_status"] === "Open").length,
      };
      const { result } = await load("boston311-100.csv", "boston-crm.json");
      expect(result).toMatchObject({ rows: 100, opened: good.length, rejected: 100 - good.length, states: expected });
      expect(good.length).toBeGreaterThan(80);
      const again = await load("boston311-100.jsonl", "boston-crm.json");
      expect(again.result).toMatchObject({ rows: 100, opened: 0, known: good.length, rejected: 100 - good.length });
      expect(await states(db, "boston-crm")).toEqual(expected);
    },
    patience,
  );

  test(
    "New York's, with US dates in local time",
    async () => {
      const db = opened!.database;
      const { load } = await cityOf(db);
      const { type } = await readMapping(`${mappings}nyc-311.json`);
      const rows = rowsOf("nyc311-100.csv");
      const open311 = (row: Row) => row["Status"] !== "Closed";
      const good = rows.filter(
        (row) =>
          Object.hasOwn(type.values ?? {}, row["Complaint Type"]!) &&
          row["Latitude"] !== "" &&
          (open311(row) || us(row["Closed Date"]!) >= us(row["Created Date"]!)),
      );
      const { result } = await load("nyc311-100.csv", "nyc-311.json");
      expect(result).toMatchObject({ rows: 100, opened: good.length, rejected: 100 - good.length });
      expect(good.length).toBeGreaterThan(45);
      expect(await states(db, "nyc-311")).toEqual(result.states);
      const [noise] = await db.query<{ opened_at: number; changed_at: number }>(sql`
          select opened_at, changed_at from cases where record->'subject'->>'externalNo' = '42254749'`);
      // 04/18/2019 09:55:45 PM and 04/19/2019 03:45:24 AM in summer time.
      expect(noise).toEqual({
        opened_at: Date.parse("2019-04-18T21:55:45-04:00"),
        changed_at: Date.parse("2019-04-19T03:45:24-04:00"),
      });
    },
    patience,
  );
});
