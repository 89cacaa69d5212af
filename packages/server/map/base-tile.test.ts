import { expect, test } from "vitest";
import type { RoadLine } from "@xiuhua/core/place";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp } from "../testing/demo-app.ts";
import { demoServices } from "../testing/demo-services.ts";
import { makeBaseTiles, type NamedThings } from "./base-tile.ts";
import { decode, now, tileAt } from "./fixture.ts";
import { rankOf } from "./road-rank.ts";

const road = (id: string, name: string, more: Partial<RoadLine> = {}): RoadLine => ({
  id,
  name,
  aliases: [],
  line: [
    [113.23, 35.2405],
    [113.27, 35.2405],
  ],
  ...more,
});

const named: NamedThings["data"] = {
  roads: [road("1", "和平街", { class: "secondary" }), road("2", "文化巷"), road("3", "", { class: "service" })],
  places: [
    { id: "p", name: "征云礼堂", aliases: [], kind: "poi", at: [113.2478, 35.2404] },
    { id: "q", name: "023号灯杆", aliases: [], kind: "pole", at: [113.2478, 35.2404] },
    {
      id: "r",
      name: "群英河",
      aliases: [],
      kind: "water",
      at: [113.25, 35.24],
      line: [
        [113.24, 35.241],
        [113.26, 35.239],
      ],
    },
  ],
  doors: [{ road: "和平街", number: 18, annex: 2, at: [113.2478, 35.2404] }],
};

const things = (): NamedThings => ({
  revision: 7,
  data: named,
  version: { loadedAt: "2026-03-01T00:00:00.000Z", schematic: true },
});
const always = (present: NamedThings) => ({ current: () => Promise.resolve(present) });

forEachDatabase("the city's own map", (open) => {
  test("shows more the nearer one comes", async () => {
    const { places } = await demoServices(await open(), now);
    const base = makeBaseTiles({ places, gazetteer: always(things()) });
    const at = async (z: number) => decode(await base.tile(tileAt(z)));
    const levels = (layer: Record<string, unknown>[] = []) => new Set(layer.map((one) => one["level"]));

    const far = await at(9);
    expect(levels(far["areas"])).toEqual(new Set(["city", "district", "subDistrict"]));
    expect(levels(far["areaNames"])).toEqual(new Set(["city", "district"]));
    expect(far["areaNames"]).toContainEqual(expect.objectContaining({ code: "410802", zh: "解放区" }));
    expect(Object.keys(far).toSorted()).toEqual(["areaNames", "areas"]);

    expect((await at(12))["roads"]).toMatchObject([{ rank: 2, name: "和平街" }]);
    const near = await at(17);
    expect(near["roads"]?.map(({ rank, name }) => [rank, name])).toEqual([
      [4, "文化巷"],
      [4, ""],
      [2, "和平街"],
    ]);
    expect(near["water"]).toMatchObject([{ name: "群英河" }]);
    expect(near["places"]).toMatchObject([{ name: "征云礼堂", kind: "poi" }]);
    expect(near["doors"]).toMatchObject([{ number: "18-2" }]);
    expect(near["cells"]?.length).toBeGreaterThan(3);
    expect(near["cells"]?.every(({ code }) => /^4108\d{11}$/.test(String(code)))).toBe(true);
    expect((await at(13))["cells"]).toBeUndefined();
  });

  test("has another version when what it is drawn from changes, and the same for the same", async () => {
    const { places } = await demoServices(await open(), now);
    let present = things();
    const base = makeBaseTiles({ places, gazetteer: { current: () => Promise.resolve(present) } });
    const first = await base.version();
    expect(await makeBaseTiles({ places, gazetteer: always(things()) }).version()).toBe(first);
    present = { ...things(), revision: 8, data: { ...named, roads: [road("1", "解放路")] } };
    expect(await base.version()).not.toBe(first);
    expect(decode(await base.tile(tileAt(15)))["roads"]).toMatchObject([{ name: "解放路" }]);
  });

  test("may be kept as long as its version stands, and is not sent twice", async () => {
    const city = await demoApp(await open(), now);
    const shift = await city.as("shift1");
    const { body: map } = await shift.get("/api/map");
    expect(map).toMatchObject({
      schematic: true,
      bounds: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
    });
    const { z, x, y } = tileAt(12);
    const path = `/api/map/base/${z}/${x}/${y}.mvt`;
    const first = await shift.get(`${path}?v=${map.version}`);
    expect(first).toMatchObject({ status: 200, headers: { "cache-control": "private, max-age=2592000, immutable" } });
    const etag = String(first.headers["etag"]);
    const again = await shift.ask({ method: "GET", url: path, headers: { "if-none-match": etag } });
    expect(again).toMatchObject({ status: 304, text: "", headers: { "cache-control": "private, no-cache" } });
    expect((await shift.get(`${path}?v=older`)).headers["cache-control"]).toBe("private, no-cache");
  });
});

test.each([
  [{ name: "和平街", class: "主干路" }, 1],
  [{ name: "匝道", class: "primary_link" }, 1],
  [{ name: "锦绣大道" }, 1],
  [{ name: "和平街", widthMetres: 30 }, 1],
  [{ name: "和平街", widthMetres: 20 }, 2],
  [{ name: "和平街", class: "footway", widthMetres: 30 }, 4],
  [{ name: "和平街" }, 3],
  [{ name: "文化巷" }, 4],
  [{ name: "" }, 4],
] as const)("a road %j is of rank %i", (said, rank) => {
  expect(rankOf(said)).toBe(rank);
});
