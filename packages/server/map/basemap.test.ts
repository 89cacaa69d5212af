import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Value } from "typebox/value";
import { makeBasemaps } from "./basemap.ts";
import type { Ask } from "./tianditu.ts";
import { mapSettings, outsideHosts, type MapSettings } from "./settings.ts";

const key = "0123456789abcdef0123456789abcdef";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "xiuhua-basemap-"));
  await mkdir(join(folder, "maps"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Base maps of a city with these settings; whatever is asked outside is answered here. */
function basemaps(base: MapSettings["base"], ask?: Ask) {
  expect(Value.Check(mapSettings.settings, { base })).toBe(true);
  const troubles: unknown[] = [];
  const made = makeBasemaps({
    base,
    folder,
    log: (message, error) => void troubles.push([message, error]),
    ...(ask ? { ask } : {}),
  });
  return { ...made, troubles };
}

const png = Buffer.from("89504e470d0a1a0a", "hex");

test("Tianditu through the server: the key stays here, and only pictures come back", async () => {
  const asked: string[] = [];
  const ask: Ask = async (address) => {
    asked.push(address);
    return address.includes("LAYER=cva")
      ? new Response("no such key", { headers: { "content-type": "text/html" } })
      : new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
  };
  const maps = basemaps({ kind: "tianditu", key, via: "server", layer: "vector" }, ask);
  const described = await maps.describe();
  expect(described).toMatchObject({
    kind: "raster",
    tiles: ["/api/map/tianditu/vec/{z}/{x}/{y}"],
    labels: ["/api/map/tianditu/cva/{z}/{x}/{y}"],
  });
  expect(JSON.stringify(described)).not.toContain(key);
  expect(await maps.tianditu("vec", { z: 14, x: 13346, y: 6476 })).toEqual({ mediaType: "image/png", data: png });
  expect(asked[0]).toBe(
    "https://t6.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0" +
      `&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX=14&TILEROW=6476&TILECOL=13346&tk=${key}`,
  );
  expect(await maps.tianditu("cva", { z: 14, x: 13346, y: 6476 })).toBeUndefined();
});

test("Tianditu that does not answer leaves an empty place, no failure", async () => {
  const maps = basemaps({ kind: "tianditu", key, via: "server", layer: "satellite" }, () =>
    Promise.reject(new Error("no way")),
  );
  expect(await maps.tianditu("img", { z: 3, x: 1, y: 1 })).toBeUndefined();
});

test("a key for browsers goes to the browser, and only then is another host let through", async () => {
  const browser = { kind: "tianditu", key, via: "browser", layer: "satellite" } as const;
  const described = await basemaps(browser).describe();
  expect(described).toMatchObject({
    tiles: [expect.stringMatching(/^https:\/\/t0\.tianditu\.gov\.cn\/img_w\/.*tk=0123/)],
  });
  expect(outsideHosts({ base: browser })).toEqual(["https://*.tianditu.gov.cn"]);
  expect(outsideHosts({ base: { ...browser, via: "server" } })).toEqual([]);
  expect(outsideHosts({ base: { kind: "own" } })).toEqual([]);
});

test("a PMTiles archive is read in parts", async () => {
  await writeFile(join(folder, "maps", "one.pmtiles"), archiveOf(png));
  const maps = basemaps({ kind: "pmtiles", file: "one.pmtiles", attribution: "测绘院" });
  expect(await maps.describe()).toEqual({
    kind: "raster",
    tiles: ["/api/map/archive/{z}/{x}/{y}"],
    labels: [],
    nearest: 0,
    attribution: "测绘院",
  });
  expect(await maps.archive({ z: 0, x: 0, y: 0 })).toEqual({ mediaType: "image/png", data: png });
  expect(await maps.archive({ z: 5, x: 1, y: 1 })).toBeUndefined();
});

test.each([
  ["that is not there", "none.pmtiles", undefined],
  ["that is something else", "text.pmtiles", Buffer.from("this is no map".repeat(40))],
  ["that was cut off", "cut.pmtiles", Buffer.from("PMTiles\u0003")],
])("an archive %s is told of, and the city's own map remains", async (_, file, content) => {
  if (content) await writeFile(join(folder, "maps", file), content);
  const maps = basemaps({ kind: "pmtiles", file });
  expect(await maps.describe()).toMatchObject({
    kind: "own",
    fault: { zh: expect.any(String), en: expect.any(String) },
  });
  expect(await maps.archive({ z: 0, x: 0, y: 0 })).toBeUndefined();
  expect(maps.troubles).toHaveLength(2);
});

test.each([
  [{ kind: "pmtiles", file: "a.pmtiles" }, true],
  [{ kind: "pmtiles" }, false],
  [{ kind: "pmtiles", file: "a.pmtiles", url: "https://example.org/a.pmtiles" }, false],
] as const)("settings %j are in order: %s", (base, fits) => {
  expect(mapSettings.fault?.({ base }) === undefined).toBe(fits);
});

test.each([
  { kind: "pmtiles", file: "../secret.pmtiles" },
  { kind: "pmtiles", url: "file:///etc/passwd" },
  { kind: "tianditu", key: "a b", via: "server", layer: "vector" },
])("settings %j do not fit", (base) => {
  expect(Value.Check(mapSettings.settings, { base })).toBe(false);
});

/** A PMTiles archive (version 3) with one uncompressed PNG at 0/0/0: header, root directory, metadata, tile. */
function archiveOf(tile: Buffer): Buffer {
  // One entry: tile 0, run of 1, its length, offset 0 (written as 1).
  const directory = Buffer.from([1, 0, 1, tile.length, 1]);
  const metadata = Buffer.from("{}");
  const header = Buffer.alloc(127);
  header.write("PMTiles", 0, "latin1");
  header.writeUInt8(3, 7);
  const places = [127, directory.length, 127 + directory.length, metadata.length, 0, 0];
  const numbers = [...places, 127 + directory.length + metadata.length, tile.length, 1, 1, 1];
  numbers.forEach((number, at) => header.writeBigUInt64LE(BigInt(number), 8 + at * 8));
  // Clustered; neither directory nor tile compressed; PNG; zooms 0 to 0.
  [1, 1, 1, 2, 0, 0].forEach((byte, at) => header.writeUInt8(byte, 96 + at));
  return Buffer.concat([header, directory, metadata, tile]);
}
