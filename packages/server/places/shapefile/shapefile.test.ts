import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeShapefile, zipped, type Drawn } from "./fixture.ts";
import { shapefileFeatures, type Encoding } from "./index.ts";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "xiuhua-shp-"))));
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function read(bytes: Uint8Array, ending = "zip", encoding?: Encoding) {
  const path = join(folder, `${(files += 1)}.${ending}`);
  await writeFile(path, bytes);
  const found = [];
  for await (const feature of shapefileFeatures(path, encoding)) found.push(feature);
  return found;
}

const box = (west: number, south: number, size: number): Drawn["rings"][number] => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
];
const cell: Drawn = {
  rings: [box(113.2, 35.2, 0.01), [...box(113.203, 35.203, 0.002)].toReversed()],
  attributes: { 编码: "410811002005001", 名称: "焦东街道" },
};
const gauss = `PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe("a shapefile", () => {
  test.each([
    ["UTF-8 as its .cpg says", "utf-8", "UTF-8", undefined],
    ["GBK as its .cpg says", "gbk", "GBK", undefined],
    ["GBK without a word", "gbk", undefined, undefined],
    ["UTF-8 without a word", "utf-8", undefined, undefined],
    ["GBK though the .cpg is wrong, for we were told", "gbk", "UTF-8", "gb18030"],
  ] as const)("has its names read: %s", async (_, written, cpg, told) => {
    const [feature] = await read(zipped(makeShapefile([cell], written, cpg)), "zip", told);
    expect(feature?.properties).toEqual(cell.attributes);
    expect(feature?.where.feature).toBe(1);
    expect(feature?.geometry).toMatchObject({ type: "Polygon", coordinates: cell.rings });
  });

  test("of many records comes slice by slice, a record without a shape among them", async () => {
    const drawn = Array.from({ length: 9000 }, (_, at): Drawn => ({
      rings: at === 4500 ? [] : [box(113 + at / 1e5, 35, 0.001)],
      attributes: { CODE: String(410811002005001 + at) },
    }));
    const found = await read(zipped(makeShapefile(drawn)));
    expect(found).toHaveLength(9000);
    expect(found[4500]?.geometry).toBeNull();
    expect(
      found.every(({ properties }, at) => "CODE" in properties && properties.CODE === drawn[at]!.attributes["CODE"]),
    ).toBe(true);
  });

  test("in metres of CGCS2000 is brought into degrees", async () => {
    const drawn: Drawn = { rings: [box(500_000, 3_900_000, 100)], attributes: { CODE: "1" } };
    const [feature] = await read(zipped(makeShapefile([drawn], "utf-8", undefined, gauss)));
    const [, corners] = JSON.stringify(feature?.geometry).split('"coordinates"');
    const [lng, lat] = corners!.match(/\d+\.\d+/g)!.map(Number);
    expect(lng).toBeCloseTo(114, 9);
    // By adding up the meridian's arc on its ellipsoid.
    expect(lat).toBeCloseTo(35.229011, 6);
  });

  test("may lie unpacked, its files side by side", async () => {
    const { shp, dbf } = makeShapefile([cell]);
    await writeFile(join(folder, "grid.DBF"), dbf);
    await writeFile(join(folder, "grid.shp"), shp);
    const found = [];
    for await (const feature of shapefileFeatures(join(folder, "grid.shp"))) found.push(feature);
    expect(found).toHaveLength(1);
  });
});

describe("a shapefile that is not right says so", () => {
  const made = makeShapefile([cell, cell]);
  const patched = (file: "shp" | "dbf", patch: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(made[file]);
    patch(bytes);
    return zipped({ ...made, [file]: bytes });
  };
  const second = 100 + made.shp.readInt32BE(104) * 2 + 8;

  test.each<[string, Uint8Array, string]>([
    ["no zip", Buffer.from("PK nothing of the kind, but long enough to be looked at"), "不是完好的 zip"],
    ["cut-off zip", zipped(made).subarray(0, 300), "不是完好的 zip"],
    ["no table", zipSync({ "a.shp": made.shp }), "缺少 .shp 或 .dbf"],
    ["two layers", zipSync({ "a.shp": made.shp, "b.shp": made.shp, "a.dbf": made.dbf }), "不止一个图层"],
    [
      "a million entries",
      zipSync(Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`${at}.txt`, Buffer.alloc(0)]))),
      "不止一个图层",
    ],
    ["points", patched("shp", (shp) => shp.writeInt32LE(1, 32)), "不是面图层"],
    ["length that leads backwards", patched("shp", (shp) => shp.writeInt32BE(-4, second + 4)), "第 2 个要素"],
    ["length beyond the end", patched("shp", (shp) => shp.writeInt32BE(1 << 29, second + 4)), "第 2 个要素"],
    ["more corners than it holds", patched("shp", (shp) => shp.writeInt32LE(1 << 30, 100 + 8 + 40)), "第 1 个要素"],
    ["fewer rows than shapes", patched("dbf", (dbf) => dbf.writeUInt16LE(5000, 10)), ".dbf"],
    ["a table of nothing", patched("dbf", (dbf) => dbf.writeUInt16LE(0, 8)), ".dbf"],
    [
      "old datum",
      zipped(makeShapefile([cell], "utf-8", undefined, `GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980"]]`)),
      "CGCS2000",
    ],
  ])("%s", async (_, bytes, words) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: "NetworkProblem",
      words: { zh: expect.stringContaining(words) },
    });
  });

  test("zeros packed a thousandfold are not unpacked", async () => {
    const packed = Buffer.from(zipSync({ "a.shp": Buffer.alloc(20 << 20), "a.dbf": made.dbf }));
    // What the directory says of the first member's size, at 24 of its 46 bytes.
    const saying = (size: number) => {
      packed.writeUInt32LE(size, packed.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
      return read(packed);
    };
    await expect(saying(201 << 20)).rejects.toMatchObject({ words: { zh: expect.stringContaining("超过 200 MB") } });
    await expect(saying(44)).rejects.toMatchObject({ words: { zh: expect.stringContaining("不是完好的 zip") } });
  });
});
