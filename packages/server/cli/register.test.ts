import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import type { Position } from "geojson";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createOwnDatabase, type OwnDatabase } from "../testing/server-template.ts";
import { runCommand } from "./program.ts";

/** Every command opens the database anew, which takes the embedded one seconds of computing. */
const patience = 600_000;
const server = process.env["XIUHUA_TEST_DATABASE_URL"];

let folder = "";
let own: OwnDatabase | undefined;
/** Each look at the clock is six seconds later: where no bar can be drawn, every step is worth a line. */
let now = Date.parse("2026-03-01T08:00:00Z");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "xiuhua-register-"));
  if (server !== undefined) own = await createOwnDatabase(server, "empty");
}, patience);
afterAll(async () => {
  await own?.drop();
  await rm(folder, { recursive: true, force: true });
}, patience);

async function xiuhua(...args: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runCommand([...args, "--database", own?.url ?? join(folder, "var")], {
    env: {},
    stdin: Readable.from(["long enough\n"]),
    stdout,
    stderr,
    now: () => (now += 6_000),
    signal: new AbortController().signal,
  });
  return { code, out: String(stdout.read() ?? ""), said: String(stderr.read() ?? "") };
}

/** A rectangle in hundreds of metres east and south of the city's corner. */
function box(x: number, y: number, width: number, height: number): Position[] {
  const at = (east: number, south: number): Position => [120 + east * 0.001_05, 31.01 - south * 0.0009];
  return [at(x, y), at(x, y + height), at(x + width, y + height), at(x + width, y), at(x, y)];
}
const feature = (properties: object, ring: Position[]) => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates: [ring] },
});

async function file(name: string, features: readonly object[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify({ type: "FeatureCollection", features }));
  return path;
}

const areas = [
  feature({ code: "3205", level: "city", name: { zh: "苏州市", en: "Suzhou" } }, box(0, 0, 4, 3)),
  feature({ code: "320508", level: "district", name: { zh: "姑苏区", en: "Gusu" } }, box(0, 0, 4, 3)),
  feature({ code: "320508001", level: "subDistrict", name: { zh: "平江街道", en: "Pingjiang" } }, box(0, 0, 4, 3)),
];
const communities = ["001", "002"].map((code, at) =>
  feature({ SQDM: `320508001${code}`, SQMC: `${at + 1}社区` }, box(at * 2, 0, 2, 3)),
);
const whole = areas.map(({ properties, geometry }) => feature(properties, geometry.coordinates[0] ?? []));
const cellsOf = (width: number) =>
  [0, 1].flatMap((community) =>
    [0, 1, 2].flatMap((y) =>
      [0, 1].map((x) =>
        feature(
          { GRIDCODE: `32050800100${community + 1}${String(901 + y * 2 + x)}` },
          box(community * 2 + x, y, width, 1),
        ),
      ),
    ),
  );

test(
  "a city's areas and grid from the command line: imported, cut, replaced; a bad file changes nothing",
  async () => {
    const founding = ["--code", "3205", "--name", "苏州市", "--areas", await file("city.json", areas.slice(0, 2))];
    expect(await xiuhua("city", "create", ...founding)).toMatchObject({ code: 0 });

    const all = await file("areas.geojson", [...whole, ...communities]);
    const imported = await xiuhua("import", "areas", all);
    expect(imported).toMatchObject({ code: 0, out: expect.stringContaining('"features":5') });
    expect(imported.said).toMatch(/areas 区划 \d+% reading 读取[^]*0% checking 检查[^]*putting into force 启用/);

    const checked = await xiuhua("grid", "make", "--all", "--check");
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('"features":12') });
    expect(checked.said).toContain("Grid 网格 100% 2/2");
    expect(checked.said).not.toContain("is in force");
    expect(await xiuhua("grid", "make")).toMatchObject({ code: 2, said: expect.stringContaining("--all") });

    const made = await xiuhua("grid", "make", "--all");
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining("12 new 新增") });
    const again = await xiuhua("grid", "make", "--all");
    expect(again).toMatchObject({ code: 2, said: expect.stringContaining("--replace") });

    const overlapping = await xiuhua("import", "grid", await file("overlapping.geojson", cellsOf(1.2)));
    expect(overlapping.code).toBe(2);
    expect(overlapping.said).toContain("Nothing was changed; the version in force stays.");

    const grid = await file("grid.geojson", cellsOf(1));
    const draft = await xiuhua("import", "grid", grid, "--check");
    expect(draft).toMatchObject({ code: 0, said: expect.not.stringContaining("is in force") });
    const replaced = await xiuhua("import", "grid", grid);
    expect(replaced).toMatchObject({
      code: 0,
      said: expect.stringContaining("12 new 新增, 0 changed 变更, 12 retired 停用"),
    });
    expect(JSON.parse(replaced.out)).toMatchObject({ features: 12, version: 2 });
  },
  patience,
);
