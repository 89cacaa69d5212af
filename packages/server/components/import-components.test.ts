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

type Changes = Partial<Omit<ComponentImport, "file">> & { readonly name?: string };

forEachDatabase("importing components", (open) => {
  async function load(content: string | Buffer, { name = "census.csv", ...changes }: Changes = {}) {
    const db = await open();
    const services = await demoServices(db, now);
    const folder = await mkdtemp(join(tmpdir(), "xiuhua-components-"));
    try {
      const [file, rejects] = [join(folder, name), join(folder, "rejects.csv")];
      await writeFile(file, content);
      const result = await importComponents({
        ...services,
        db,
        now: () => now,
        file,
        datum: "wgs84",
        roads: async () => [],
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
    const options: Changes = {
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

  const feature = (properties: object, coordinates: unknown, type = "Point") =>
    JSON.stringify({ type: "Feature", properties, geometry: { type, coordinates } });
  const lamp = (serial: number, more: object = {}) => ({
    GLBJBSM: `4108020103770${String(serial).padStart(4, "0")}`,
    GLBJMC: `和平街${serial}号灯杆`,
    ...more,
  });
  const collection = (...features: readonly string[]) =>
    `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}`;
  const here = [113.2478, 35.2404];

  test("GeoJSON: codes of 16 and 17 digits, points, middles of lines and outlines; features may lack what others have", async () => {
    const [lng, lat] = [113.2478, 35.2404];
    const file = collection(
      feature(lamp(301, { GLBJZT: "破损" }), here),
      feature({ GLBJBSM: "4108020137700302", GLBJMC: "和平街302号灯杆" }, [lng, lat, 86.2]),
      feature(lamp(303), [here, [lng + 0.0002, lat]], "LineString"),
      feature(
        lamp(304, { QSDWDM: "QS9" }),
        [[here, [lng + 1e-4, lat], [lng + 1e-4, lat + 1e-4], [lng, lat + 1e-4], here]],
        "Polygon",
      ),
    );
    const { services, ...result } = await load(file, { name: "census.geojson" });
    expect(result).toMatchObject({ rows: 4, added: 4, rejected: 0, finished: true });
    const detail = (code: string) => services.components.detail(readerOf("officer15"), code);
    expect(await detail("41080201037700301")).toMatchObject({ state: "damaged", lng, lat });
    expect(await detail("4108020137700302")).toMatchObject({ type: { id: "01037" }, lng, lat });
    expect(await detail("41080201037700303")).toMatchObject({ lng: expect.closeTo(lng + 1e-4, 7), lat });
    expect(await detail("41080201037700304")).toMatchObject({
      ownerCode: "QS9",
      lat: expect.closeTo(lat + 5e-5, 7),
    });
    expect(await load(file, { name: "census.geojson" })).toMatchObject({ same: 4 });
    // One feature a line.
    const lines = [feature(lamp(305), here), feature(lamp(306), here)].join("\n");
    expect(await load(lines, { name: "census.geojsonl" })).toMatchObject({ added: 2 });
  });

  test("a feature that is no component is set aside with its line; a file that breaks off says how far it was taken in", async () => {
    const { told, ...result } = await load(
      collection(
        feature(lamp(401), here),
        feature({ ...lamp(402), GLBJBSM: Number("41080201037700402") }, here),
        feature(lamp(403), [35.2404, 113.2478]),
        feature(lamp(404), [here, here], "MultiPoint"),
        feature(lamp(405), []),
        feature({ GLBJBSM: "41080201037700406" }, here),
        feature(lamp(401), here),
        "[]",
      ).replace(",\n[]", `,\n${JSON.stringify({ type: "Point" })}`),
      { name: "census.geojson" },
    );
    expect(result).toMatchObject({ rows: 8, added: 1, rejected: 7 });
    for (const [index, reason] of [
      "是过大的数，请写成文字",
      "经度和纬度写反了",
      "有几个点",
      "坐标应为",
      "文件缺少列：GLBJMC",
      "文件中已有此标识码",
      "不是 GeoJSON 的 Feature",
    ].entries())
      expect(told[index]).toContain(reason);
    expect(told.map((line) => line.split(",")[0])).toEqual(["3", "4", "5", "6", "7", "8", "9"]);

    expect(await load('{"type":"Topology"}', { name: "other.geojson" })).toMatchObject({ rows: 1, rejected: 1 });
  });

  test("a file that breaks off is refused where nothing was written yet; else it says how much was", async () => {
    const cut = (lamps: number) =>
      collection(...Array.from({ length: lamps }, (_, serial) => feature(lamp(1000 + serial), here))).slice(0, -20);
    await expect(load(cut(2), { name: "cut.geojson" })).rejects.toThrow(/cut\.geojson.*it is not whole(?!.*dealt)/s);
    await expect(load(cut(6_100), { name: "cut.geojson" })).rejects.toThrow(
      /not whole.*6000 rows before it were dealt with/s,
    );
    const db = await open();
    const [row] = await db.query<{ count: number }>(sql`
      select count(*)::integer as count from component where city = ${demoCity} and name like '和平街____号灯杆'`);
    expect(row?.count).toBe(6_000);
  });

  test("a file in another datum is asked about before anything is written: by the same components, and by the roads in their names", async () => {
    const db = await open();
    const count = async () => {
      const [row] = await db.query<{ count: number }>(sql`
        select count(*)::integer as count from component where city = ${demoCity} and code like '4108020103775%'`);
      return row?.count;
    };
    const lampAt = (serial: number, shift: readonly [number, number]) => {
      const code = `4108020103775${String(serial).padStart(4, "0")}`;
      return `${code},和平街${serial}号灯杆,完好,,,${113.2478 + serial * 1e-5 + shift[0]},${35.2404 + shift[1]}`;
    };
    const census = (shift: readonly [number, number]) =>
      [header, ...Array.from({ length: 20 }, (_, serial) => lampAt(serial, shift))].join("\n");
    // What GCJ-02 differs by here.
    const gcj = [0.006_08, -0.000_69] as const;
    const line = [
      [113.24, 35.2404],
      [113.26, 35.2404],
    ] as const;
    const crossing = [
      [113.2478, 35.23],
      [113.2478, 35.25],
    ] as const;
    const roads = async () => [
      { id: "1", name: "和平街", aliases: [], line },
      { id: "2", name: "人民路", aliases: [], line: crossing },
    ];
    const named = census(gcj).replaceAll("和平街", "人民路");
    await expect(load(named, { roads })).rejects.toThrow(/names tell.*It looks like GCJ-02/);
    expect(await count()).toBe(0);
    expect(await load(census([0, 0]), { roads })).toMatchObject({ added: 20 });
    await expect(load(census(gcj))).rejects.toThrow(/same components.*--datum gcj02.*Nothing was changed/s);
    expect(await load(census(gcj), { datum: "gcj02" })).toMatchObject({ rejected: 0 });
    expect(await load(census(gcj), { asIs: true })).toMatchObject({ changed: 20 });
  });
});
