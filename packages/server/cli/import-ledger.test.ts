import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCity } from "../demo/index.ts";
import { migrate, openDatabase } from "../store/index.ts";
import { createOwnDatabase, type OwnDatabase } from "../testing/server-template.ts";
import { runCommand } from "./program.ts";

const patience = 120_000;
const server = process.env["XIUHUA_TEST_DATABASE_URL"];
let root = "";
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
  const env = { XIUHUA_DATA: root, ...(own === undefined ? {} : { DATABASE_URL: own.url }) };
  const now = () => Date.parse("2022-08-18T01:00:00Z");
  const code = await runCommand(args, { env, stdout, stderr, now, signal: new AbortController().signal });
  return { code, out: stdout.text, err: stderr.text };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "xiuhua-cli-ledger-"));
  if (server !== undefined) {
    own = await createOwnDatabase(server);
    await seedCity(own.database);
    return;
  }
  await mkdir(join(root, "database"));
  const db = await openDatabase({ folder: join(root, "database") });
  await migrate(db);
  await seedCity(db);
  await db.close();
}, patience);
afterAll(async () => {
  await own?.drop();
  await rm(root, { recursive: true, force: true });
}, patience);

test(
  "a ledger from the command line: looked at, imported, imported again, and what became of it",
  async () => {
    const file = join(root, "台账.csv");
    const report = join(root, "report.xlsx");
    await writeFile(
      file,
      "在哪里,经度,纬度,内容\r\n和平街,113.247831,35.240428,路边垃圾\r\n和平街,113.247831,35.240428,\r\n",
    );
    const call = ["import", "ledger", file, "--procedure", "city-case", "--as", "intake1", "--report", report];

    const lost = await xiuhua(...call, "--dry-run");
    expect(lost.code).toBe(2);
    expect(lost.err).toContain("place (位置), description (问题描述)");

    const told = [...call, "--column", "place=A", "--column", "description=D"];
    const dry = await xiuhua(...told, "--dry-run");
    expect([dry.code, JSON.parse(dry.out)]).toMatchObject([0, { rows: 2, new: 1, faulty: 1, opened: 0 }]);
    expect(dry.err).toContain("D3: 请填写“问题描述”");

    expect(JSON.parse((await xiuhua(...told)).out)).toMatchObject({ new: 1, faulty: 1, opened: 1 });
    expect(JSON.parse((await xiuhua(...told)).out)).toMatchObject({ new: 0, known: 1, faulty: 1, opened: 0 });
    const rows = (await readXlsx(await readFile(report))).sheets[0]?.rows ?? [];
    expect(rows[1]?.slice(0, 3)).toEqual([2, "已导入", expect.stringMatching(/^410820220818/)]);
    expect(rows[2]?.slice(1, 4)).toEqual(["有误，未导入", null, "D3 请填写“问题描述”"]);

    for (const [wrong, says] of [
      [["--as", "nobody"], "没有账号“nobody”"],
      [["--column", "place"], "due=E"],
      [["--year", "last"], "1, 2"],
      [["--procedure", "none"], "none"],
    ] as const) {
      const { code, err } = await xiuhua(...call, ...wrong);
      expect([wrong, code, err]).toEqual([wrong, 2, expect.stringContaining(says)]);
    }
  },
  patience,
);
