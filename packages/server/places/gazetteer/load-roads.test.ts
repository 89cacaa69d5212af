import { expect, test } from "vitest";
import type { Position } from "@xiuhua/core/place";
import { saveAreas } from "../save.ts";
import { sql, type Database } from "../../store/index.ts";
import { forEachDatabase } from "../../testing/databases.ts";
import { collection, feature, fileOf, osmSample, osmXmlOf } from "../network/fixture.ts";
import { convert, type Datum } from "../network/index.ts";
import { loadPlaces } from "../places.ts";
import { addCorrection } from "./corrections.ts";
import { loadRoads, type LoadOptions } from "./load-roads.ts";
import { listVersions } from "./versions.ts";

const now = () => Date.parse("2026-03-01T00:00:00Z");

/** A city of one square, surveyed: no schematic border. */
async function makeCity(db: Database, city: string) {
  const ring = [
    [113.2, 35.17],
    [113.34, 35.17],
    [113.34, 35.27],
    [113.2, 35.27],
    [113.2, 35.17],
  ];
  const properties = { code: city, name: { zh: "焦作市", en: "Jiaozuo" }, level: "city" };
  await saveAreas(db, city, [{ properties, geometry: { type: "Polygon", coordinates: [ring] } }]);
  const places = await loadPlaces(db, city);
  return {
    load: (files: readonly string[], options: Partial<LoadOptions> = {}) =>
      loadRoads({ db, city, places, files, datum: "wgs84", now, by: "lin", ...options }),
    versions: async () =>
      (await listVersions(db, city)).map(({ version, inForce, counts }) => [version, inForce, counts.roads]),
  };
}

/** Eight streets north to south, as a file in this datum has them. */
function streetsIn(datum: Datum, names = (no: number) => `第${no}路`): string {
  const line = (no: number) =>
    Array.from({ length: 9 }, (_, step): Position => convert([113.22 + no / 80, 35.18 + step / 100], "wgs84", datum));
  return collection(...Array.from({ length: 8 }, (_, no) => feature({ name: names(no) }, "LineString", line(no))));
}

forEachDatabase("loading a road network", (open) => {
  test("it becomes the version in force; a broken file afterwards changes nothing", async () => {
    const { load, versions } = await makeCity(await open(), "4101");
    const loaded = await load([await fileOf("map.osm", osmXmlOf(osmSample))]);
    expect(loaded).toEqual({
      version: 1,
      counts: { roads: 2, lines: 2, places: 3, doors: 1 },
      leftOut: 0,
      broken: 0,
      orphaned: [],
    });
    for (const [name, content] of [
      ["broken.geojson", '{"type":"FeatureCollection","features":[{"type":"Feature"'],
      ["empty.geojson", collection()],
      [
        "swapped.geojson",
        collection(
          feature({ name: "解放路" }, "LineString", [
            [35.2, 113.2],
            [35.3, 113.2],
          ]),
        ),
      ],
      ["places.geojson", collection(feature({ name: "方圆酒店" }, "Point", [113.24, 35.24]))],
    ] as const)
      await expect(load([await fileOf(name, content)])).rejects.toThrow(name);
    expect(await versions()).toEqual([[1, true, 2]]);
  });

  test("a network in another datum than the present one is asked about, and loaded when the person insists", async () => {
    const { load, versions } = await makeCity(await open(), "4102");
    await load([await fileOf("first.geojson", streetsIn("wgs84"))]);
    const shifted = [await fileOf("second.geojson", streetsIn("gcj02"))];
    await expect(load(shifted)).rejects.toThrow(
      /about 5\d\d m off.*GCJ-02.*--datum gcj02.*--as-is.*约 5\d\d 米.*未作任何改动/s,
    );
    expect(await versions()).toEqual([[1, true, 8]]);
    await load(shifted, { datum: "gcj02" });
    await load(shifted, { asIs: true });
    expect(await versions()).toEqual([
      [3, true, 8],
      [2, false, 8],
      [1, false, 8],
    ]);
  });

  test("the first network is compared with the cases there are", async () => {
    const db = await open();
    const { load } = await makeCity(db, "4103");
    for (let no = 0; no < 16; no += 1)
      await db.query(sql`
        insert into cases (city, no, procedure, version, seq, state, final, opened_at, changed_at, title, parties, requests,
          overran, search, record, place_text, point)
        values ('4103', ${String(no)}, 'city-case', 1, 1, 'closed', true, now(), now(), '', '{}', '{}', '{}', '', '{}',
          ${`第${no % 8}路便道上`}, st_setsrid(st_makepoint(${113.2201 + (no % 8) / 80}::float8, ${35.2 + no / 1000}::float8), 4326))`);
    const file = [await fileOf("first.geojson", streetsIn("bd09"))];
    await expect(load(file)).rejects.toThrow(/与现有案件的位置比较.*--datum bd09/);
    expect((await load(file, { datum: "bd09" })).version).toBe(1);
  });

  test("corrections survive, and those that find nothing any more are told", async () => {
    const db = await open();
    const { load } = await makeCity(db, "4104");
    const file = await fileOf("first.geojson", streetsIn("wgs84"));
    await load([file]);
    const alias = { about: "road", action: "alias", target: { name: "第3路" }, alias: "老马路" } as const;
    await addCorrection(db, "4104", { correction: alias, why: "居民都这么叫" }, "lin", now());
    expect((await load([file])).orphaned).toEqual([]);
    const renumbered = await fileOf(
      "second.geojson",
      streetsIn("wgs84", (no) => `新${no}路`),
    );
    expect((await load([renumbered])).orphaned).toMatchObject([{ correction: alias }]);
  });
});
