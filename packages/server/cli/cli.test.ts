import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedCity } from "../demo/index.ts";
import { lockFolder, openDatabase, sql } from "../store/index.ts";
import { createOwnDatabase, type OwnDatabase } from "../testing/server-template.ts";
import { runCommand } from "./program.ts";

/** Every command opens the database anew, which takes the embedded one seconds of computing. */
const patience = 600_000;
const server = process.env["XIUHUA_TEST_DATABASE_URL"];
const mappings = fileURLToPath(new URL("../../../data/mappings/", import.meta.url));
const now = Date.parse("2026-03-01T08:00:00Z");

let root = "";
let data = "";
let own: OwnDatabase | undefined;

class Text extends Writable {
  text = "";
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function xiuhua(...args: string[]) {
  const [stdout, stderr] = [new Text(), new Text()];
  const env = { XIUHUA_DATA: data, ...(own === undefined ? {} : { DATABASE_URL: own.url }) };
  const io = { env, stdout, stderr, now: () => now, signal: new AbortController().signal };
  const code = await runCommand(args, io);
  return { code, out: stdout.text, err: stderr.text };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "xiuhua-cli-"));
  data = join(root, "var");
  await mkdir(data);
  if (server !== undefined) own = await createOwnDatabase(server, "empty");
}, patience);
afterAll(async () => {
  await own?.drop();
  await rm(root, { recursive: true, force: true });
}, patience);

const openOwn = () => openDatabase(own === undefined ? { folder: join(data, "database") } : { url: own.url });

describe("a call that is not right", () => {
  test.each([
    [["serv"], "unknown command"],
    [["import", "cases", "x.csv"], "--mapping"],
    [["import", "cases", "x.csv", "--mapping", "none.json"], "无法读取映射文件"],
    [["import", "cases", "x.csv", "--mapping", "m.json", "--encoding", "big5"], "Allowed choices"],
    [["serve", "--port", "70000"], "0–65535"],
    [["replay"], "--verify"],
  ])("%j ends with 2 and says why", async (args, words) => {
    const { code, out, err } = await xiuhua(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });

  test("asking for help is none", async () => {
    const { code, out } = await xiuhua("import", "cases", "--help");
    expect(code).toBe(0);
    expect(out).toContain("--dry-run");
  });

  test("the form of a mapping is printed", async () => {
    const { code, out } = await xiuhua("import", "schema");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ type: "object", properties: { source: { type: "string" } } });
  });

  test("a server that is not there ends with 3", async () => {
    const { code, err } = await xiuhua("migrate", "--database", "postgresql://nobody@127.0.0.1:9/none");
    expect(code).toBe(3);
    expect(err).toContain("无法连接 PostgreSQL");
  });
});

test("an embedded database that another process has ends with 3", async () => {
  const folder = join(root, "used");
  await mkdir(join(folder, "database"), { recursive: true });
  const lock = await lockFolder(join(folder, "database"));
  const { code, err } = await xiuhua("replay", "--verify", "--database", folder);
  await lock.release();
  expect(code).toBe(3);
  expect(err).toContain("正被另一个进程");
});

describe("a city in a database of its own", () => {
  const example = ["import", "cases", `${mappings}example.csv`, "--mapping", `${mappings}example.json`];

  test(
    "migrate, import, export, replay; then a case that was tampered with",
    async () => {
      const migrated = await xiuhua("migrate");
      expect([migrated.code, JSON.parse(migrated.out)]).toMatchObject([0, { from: 0 }]);
      const homeless = await xiuhua(...example);
      expect(homeless.code).toBe(2);
      expect(homeless.err).toContain("数据库中还没有城市");

      const db = await openOwn();
      await seedCity(db);
      await db.close();

      const network = join(root, "roads.geojson");
      const line = {
        type: "LineString",
        coordinates: [
          [113.24, 35.24],
          [113.25, 35.24],
        ],
      };
      await writeFile(network, JSON.stringify({ type: "Feature", properties: { name: "新华路" }, geometry: line }));
      const roads = await xiuhua("import", "roads", network);
      expect([roads.code, JSON.parse(roads.out)]).toMatchObject([
        0,
        { version: 2, counts: { roads: 1 }, orphaned: [] },
      ]);
      const refused = await xiuhua("import", "roads", network, "--as-is");
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("--datum")]);
      expect((await xiuhua("places", "use", "3")).code).toBe(2);
      expect((await xiuhua("places", "use", "1")).code).toBe(0);
      const versions = (await xiuhua("places", "versions")).out.trimEnd().split("\n");
      expect(versions.map((one): unknown => JSON.parse(one))).toMatchObject([
        { version: 2, inForce: false, loadedBy: "xiuhua import roads", files: [{ name: "roads.geojson" }] },
        { version: 1, inForce: true, schematic: true },
      ]);

      const wrongCity = await xiuhua(...example, "--city", "9999");
      expect([wrongCity.code, wrongCity.err]).toEqual([2, expect.stringContaining("4108")]);
      const dry = await xiuhua(...example, "--dry-run");
      expect([dry.code, JSON.parse(dry.out)]).toMatchObject([0, { rows: 8, opened: 8 }]);
      expect(dry.err).toContain("试运行");
      const imported = await xiuhua(...example, "--city", "4108");
      expect([imported.code, JSON.parse(imported.out)]).toMatchObject([
        0,
        { rows: 8, opened: 8, known: 0, rejected: 0 },
      ]);
      expect(imported.err).toMatch(/3 Closed 已结案/);
      const again = await xiuhua(...example);
      expect(JSON.parse(again.out)).toMatchObject({ rows: 8, opened: 0, known: 8 });

      const bad = join(root, "bad.csv");
      const text = await readFile(`${mappings}example.csv`, "utf8");
      await writeFile(bad, text.replaceAll("RX2024", "RY2024").replace("113.2451", "x"));
      const rejects = join(root, "rejects.csv");
      const some = await xiuhua("import", "cases", bad, "--mapping", `${mappings}example.json`, "--rejects", rejects);
      expect([some.code, JSON.parse(some.out)]).toMatchObject([0, { opened: 7, rejected: 1, rejects }]);
      expect(await readFile(rejects, "utf8")).toContain("2,RY20240105001,经度,“x”不是坐标,“x” is no coordinate");

      const cases = await xiuhua("export", "cases");
      expect(cases.code).toBe(0);
      const rows: Record<string, string>[] = parse(cases.out, { columns: true, bom: true });
      expect(rows).toHaveLength(15);
      expect(rows[0]).toMatchObject({
        no: "41082024010500001",
        state: "closed",
        opened_at: "2024-01-05T00:42:00.000Z",
      });
      const out = join(root, "events.jsonl");
      const events = await xiuhua("export", "events", "--format", "jsonl", "--out", out);
      expect([events.code, events.out]).toEqual([0, ""]);
      const lines = (await readFile(out, "utf8")).trimEnd().split("\n");
      expect(
        lines.map((line): { action: string } => JSON.parse(line)).filter(({ action }) => action === "report"),
      ).toHaveLength(15);
      expect(JSON.parse(lines[0] ?? "")).toHaveProperty("device");

      const verified = await xiuhua("replay", "--verify");
      expect([verified.code, JSON.parse(verified.out)]).toMatchObject([
        0,
        { cases: 15, events: lines.length, different: 0 },
      ]);

      const tampering = await openOwn();
      await tampering.query(sql`update cases set state = 'voided' where no = '41082024010500001'`);
      await tampering.close();
      const differing = await xiuhua("replay", "--verify");
      expect([differing.code, JSON.parse(differing.out)]).toMatchObject([1, { different: 1 }]);
      expect(differing.err).toContain("41082024010500001 /row/state");
      const rebuilt = await xiuhua("replay", "--rebuild");
      expect([rebuilt.code, JSON.parse(rebuilt.out)]).toMatchObject([0, { cases: 15, different: 0 }]);
      expect(rebuilt.err).toContain("1 cases written anew");
      expect((await xiuhua("demo")).code).toBe(2);
    },
    patience,
  );
});
