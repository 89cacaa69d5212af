import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { demoCity, readerOf } from "../demo/index.ts";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoServices } from "../testing/demo-services.ts";
import { importComponents, type ComponentImport } from "./import-components.ts";

const now = Date.parse("2026-03-02T09:00:00+08:00");
const header = "GLBJBSM,GLBJMC,GLBJZT,QSDWDM,CSRQ,经度,纬度";
const good = "41080201037700001,和平街001号灯杆,完好,QS1,2020/5/6,113.2478,35.2404";

forEachDatabase("importing components", (open) => {
  async function load(content: string | Buffer, changes: Partial<ComponentImport> = {}) {
    const db = await open();
    const services = await demoServices(db, now);
    const folder = await mkdtemp(join(tmpdir(), "xiuhua-components-"));
    try {
      const [file, rejects] = [join(folder, "census.csv"), join(folder, "rejects.csv")];
      await writeFile(file, content);
      const result = await importComponents({
        ...services,
        db,
        now: () => now,
        file,
        datum: "wgs84",
        rejects,
        ...changes,
      });
      const told = result.rejected > 0 ? (await readFile(rejects, "utf8")).split("\r\n").slice(1, -1) : [];
      return { ...result, told, services };
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  test("the standard's columns; the same file twice changes nothing; a changed row keeps what it was", async () => {
    const both = [header, good, "4108020137700002,和平街002号灯杆,破损,,20200506,113.2479,35.2404"].join("\n");
    // The second has 16 digits, of the 2013 family: 4 for class and sub-class.
    expect(await load(both, { dryRun: true })).toMatchObject({ rows: 2, added: 2, rejected: 0 });
    const { services, ...first } = await load(both);
    expect(first).toMatchObject({ rows: 2, added: 2, changed: 0, same: 0, rejected: 0, finished: true });
    expect(await load(both)).toMatchObject({ added: 0, changed: 0, same: 2 });
    const db = await open();
    const events = await db.query(
      sql`select 1 from component_event where city = ${demoCity} and component like '%700001'`,
    );
    expect(events).toEqual([]);

    expect(await load(both.replace("完好,QS1", ",QS2"))).toMatchObject({ changed: 1, same: 1 });
    expect(await services.components.detail(readerOf("officer15"), "41080201037700001")).toMatchObject({
      type: { id: "01037" },
      state: "intact",
      cell: expect.stringMatching(/^410802005002\d{3}$/),
      initialDate: "2020-05-06",
      history: [{ kind: "imported", changes: [{ field: "ownerCode", from: { zh: "QS1" }, to: { zh: "QS2" } }] }, {}],
    });
    expect(await services.components.detail(readerOf("officer15"), "4108020137700002")).toMatchObject({
      type: { id: "01037" },
      state: "damaged",
    });
  });

  test("each bad row is set aside with its line and the reason; the rest goes on", async () => {
    const row = (change: (cells: string[]) => void) => {
      const cells = good.replace("700001", "700101").split(",");
      change(cells);
      return cells.join(",");
    };
    const { told, ...result } = await load(
      [
        header,
        row(() => undefined),
        row((cells) => (cells[0] = "123")),
        row((cells) => (cells[0] = "51080201037700102")),
        row((cells) => (cells[0] = "41080209999700103")),
        row((cells) => ([cells[5], cells[6]] = ["35.2404", "113.2478"])),
        row((cells) => (cells[5] = "116.4")),
        row((cells) => (cells[5] = "东经")),
        row((cells) => (cells[2] = "很好")),
        row((cells) => (cells[4] = "2020-02-31")),
        row((cells) => (cells[1] = "长".repeat(101))),
        row(() => undefined),
        "只有一格",
      ].join("\n"),
    );
    expect(result).toMatchObject({ rows: 12, added: 1, rejected: 11 });
    for (const [index, reason] of [
      "“123”不是部件标识码",
      "区县 510802 不属于本市",
      "目录中没有大小类 09999",
      "经度和纬度写反了",
      "不在本市范围内",
      "不是坐标",
      "不是完好、破损、丢失、废弃或移除",
      "“2020-02-31”不是日期",
      "超过 100 字",
      "文件中已有此标识码",
      "有 1 个字段，表头为 7 个",
    ].entries())
      expect(told[index]).toContain(reason);
    expect(told.map((line) => line.split(",")[0])).toEqual(["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"]);
  });

  test("GBK, Chinese and own names, own states, another datum; a file without coordinates is refused as a whole", async () => {
    const file = "编号,名称,现状,经度,纬度\n41080201037700201,灯杆,正常,113.25388,35.24047\n";
    const options: Partial<ComponentImport> = {
      encoding: "gbk",
      datum: "gcj02",
      columns: { code: "编号", state: "现状" },
      states: { 正常: "intact" },
    };
    const { services, ...result } = await load(iconv.encode(file, "gbk"), options);
    expect(result).toMatchObject({ added: 1, rejected: 0 });
    const found = await services.components.detail(readerOf("collector1"), "41080201037700201");
    expect(found!.lng).toBeCloseTo(113.2478, 2);
    await expect(load("GLBJBSM,GLBJMC\n1,2\n")).rejects.toThrow(
      "The file lacks the column(s) 经度（lng）, 纬度（lat）",
    );
  });
});
