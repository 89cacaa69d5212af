import { appendFile, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { procedures } from "@xiuhua/procedures";
import { verifyReplay } from "../cases/index.ts";
import { demoCity, readerOf } from "../demo/index.ts";
import { sql, type Database } from "../store/index.ts";
import { openFromTemplate } from "../testing/embedded-template.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoServices } from "../testing/demo-services.ts";
import { backUp, restore } from "./index.ts";

const at = Date.parse("2026-03-02T09:00:00+08:00");
const emptyFolder = () => mkdtemp(join(tmpdir(), "xiuhua-backup-"));

forEachDatabase("backup and restore", (open) => {
  test("what was backed up stands again, row by row and file by file, and replays", async () => {
    const db = await open();
    const city = await demoServices(db, at);
    const opened = await city.cases.open(readerOf("collector1"), {
      procedure: "city-case",
      action: "report",
      input: {
        place: { lng: 113.2478, lat: 35.2404, text: "文化巷“口”\n第二行\\" },
        description: '引号"、逗号,、括号(，换行\n都要原样',
        type: "07001",
      },
      evidence: [await city.photo("near", 9)],
    });
    expect(opened.ok).toBe(true);
    await city.cases.drain();
    const folder = await emptyFolder();
    const target = join(folder, "copy");
    const manifest = await backUp({ db, evidenceFolder: join(city.folder, "evidence"), target, now: () => at });
    expect(manifest.tables["cases"]?.rows).toBeGreaterThan(0);
    await expect(backUp({ db, evidenceFolder: "/nowhere", target, now: () => at })).rejects.toThrow("exists already");

    const other = await openFromTemplate();
    const evidenceFolder = join(folder, "evidence");
    await restore({ db: other, evidenceFolder, source: target });
    for (const name of Object.keys(manifest.tables)) {
      const all = (source: Database) =>
        source.query<{ line: string }>(sql`select t::text as line from ${sql.id(name)} t order by 1`);
      expect(await all(other), name).toEqual(await all(db));
    }
    expect(await readdir(evidenceFolder)).toEqual(
      (await readdir(join(city.folder, "evidence"))).filter((name) => name !== "incoming"),
    );
    expect((await verifyReplay(other, demoCity, procedures)).different).toBe(0);
    await expect(restore({ db: other, evidenceFolder, source: target })).rejects.toThrow("not empty");
    await other.close();
  });

  test("a backup cut short or changed by one byte is refused, and the database stays empty", async () => {
    const db = await open();
    const city = await demoServices(db, at);
    const folder = await emptyFolder();
    const target = join(folder, "copy");
    await backUp({ db, evidenceFolder: join(city.folder, "evidence"), target, now: () => at });
    const other = await openFromTemplate();
    await appendFile(join(target, "tables", "unit.jsonl.gz"), "x");
    await expect(restore({ db: other, evidenceFolder: join(folder, "e"), source: target })).rejects.toThrow(
      /unit.*damaged/,
    );
    const [row] = await other.query<{ count: number }>(sql`select count(*) as count from person`);
    expect(row?.count).toBe(0);
    await writeFile(join(target, "manifest.json"), "{");
    await expect(restore({ db: other, evidenceFolder: join(folder, "e"), source: target })).rejects.toThrow(
      "no whole backup",
    );
    await other.close();
  });
});
