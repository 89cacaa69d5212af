import { expect, test } from "vitest";
import type { Gazetteer, GazetteerData, Steps } from "@xiuhua/core/place";
import type { Database } from "../../store/index.ts";
import { forEachDatabase } from "../../testing/databases.ts";
import type { Area } from "../areas.ts";
import { addCorrection, undoCorrection } from "./corrections.ts";
import { makeLiveGazetteer } from "./live.ts";
import { listVersions, saveVersion, useVersion } from "./versions.ts";

const at = Date.parse("2026-03-01T00:00:00Z");
const network = (...names: string[]): GazetteerData => ({
  roads: names.map((name, no) => ({
    id: `r${no}`,
    name,
    aliases: [],
    line: [
      [113.24, 35.24],
      [113.25, 35.24 + no / 1e7],
    ],
  })),
  places: [{ id: "p1", name: "征云礼堂", aliases: [], kind: "poi", at: [113.2632, 35.2378] }],
  doors: [{ road: "解放路", number: 18, at: [113.24, 35.2401] }],
  areas: [],
});
const version = (data: GazetteerData) =>
  ({ data, files: [{ name: "roads.geojson", bytes: 10, sha256: "ab" }], datum: "gcj02", at, by: "lin" }) as const;

/** Says nothing but what it was built from. */
function* build(data: GazetteerData): Steps<Gazetteer> {
  yield;
  return {
    resolve: (text) => ({ parsed: { text, readings: [] }, points: [] }),
    describe: () => [],
    size: { roads: data.roads.length, crossings: 0, places: data.places.length, doors: data.doors.length },
  };
}
const areas = [{ code: "410811", name: "山阳区", polygons: [[]] }];
const shanyangAlone: Area[] = [
  {
    code: "410811",
    level: "district",
    name: { zh: "山阳区", en: "Shanyang" },
    schematic: false,
    outline: { type: "Polygon", coordinates: [] },
  },
];
const liveOf = (db: Database, city: string, list: () => Area[] = () => shanyangAlone) =>
  makeLiveGazetteer({ db, city, places: { areas: list }, build, log: (_, error) => expect(error).toBeUndefined() });

forEachDatabase("the gazetteer's store", (open) => {
  test("a version is loaded whole, kept, and replaced by the next; an older one can be put back", async () => {
    const [db, city] = [await open(), "1001"];
    const live = liveOf(db, city);
    expect((await live.current()).version).toBeUndefined();
    const many = network(...Array.from({ length: 2_100 }, (_, no) => `第${no}路`));
    expect(await db.transaction((tx) => saveVersion(tx, city, version(many)))).toBe(1);
    const kept = await live.current();
    await live.refresh();
    const first = await live.current();
    expect(kept.data.roads).toEqual([]);
    expect(first.data).toEqual({ ...many, areas });
    expect(first.version).toEqual({
      version: 1,
      inForce: true,
      loadedAt: "2026-03-01T00:00:00.000Z",
      loadedBy: "lin",
      files: [{ name: "roads.geojson", bytes: 10, sha256: "ab" }],
      datum: "gcj02",
      schematic: false,
      provenance: null,
      counts: { roads: 2_100, lines: 2_100, places: 1, doors: 1 },
    });
    const provenance = { zh: "示意", en: "schematic" };
    await db.transaction((tx) => saveVersion(tx, city, { ...version(network("解放路")), schematic: true, provenance }));
    await live.refresh();
    expect((await live.current()).data.roads.map(({ name }) => name)).toEqual(["解放路"]);
    expect((await live.current()).version).toMatchObject({ version: 2, schematic: true, provenance });
    expect(await useVersion(db, city, 1)).toBe(true);
    expect(await useVersion(db, city, 3)).toBe(false);
    expect(await useVersion(db, "9999", 1)).toBe(false);
    await live.refresh();
    expect((await live.current()).gazetteer.size.roads).toBe(2_100);
    expect((await listVersions(db, city)).map(({ version: no, inForce }) => [no, inForce])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test("a load that breaks half-way leaves the old version in force and no trace", async () => {
    const [db, city] = [await open(), "1002"];
    await db.transaction((tx) => saveVersion(tx, city, version(network("解放路"))));
    const broken = db.transaction(async (tx) => {
      await saveVersion(tx, city, version(network("和平街")));
      throw new Error("the power went out");
    });
    await expect(broken).rejects.toThrow("power");
    expect((await listVersions(db, city)).map(({ version: no }) => no)).toEqual([1]);
    expect((await liveOf(db, city).current()).data.roads[0]?.name).toBe("解放路");
    expect(await db.transaction((tx) => saveVersion(tx, city, version(network("和平街"))))).toBe(2);
  });

  test("corrections lie over every version, are taken back, and are told when their target is gone", async () => {
    const [db, city] = [await open(), "1003"];
    const live = liveOf(db, city);
    await db.transaction((tx) => saveVersion(tx, city, version(network("解放路"))));
    const renamed = { about: "road", action: "rename", target: { name: "解放路" }, name: "胜利路" } as const;
    const one = await addCorrection(db, city, { correction: renamed, why: "路牌已换" }, "lin", at);
    const door = { about: "door", action: "remove", door: { road: "解放路", number: 18 } } as const;
    const other = await addCorrection(db, city, { correction: door, why: "已拆" }, "lin", at);
    await live.refresh();
    expect(await live.current()).toMatchObject({
      data: { roads: [{ name: "胜利路", aliases: ["解放路"] }], doors: [] },
    });

    await db.transaction((tx) => saveVersion(tx, city, version(network("和平街"))));
    await live.refresh();
    const second = await live.current();
    expect([second.fates.get(one), second.fates.get(other), second.data.doors]).toEqual(["orphaned", "applied", []]);

    expect(await undoCorrection(db, city, other, "wang", at)).toBe(true);
    expect(await undoCorrection(db, city, other, "wang", at)).toBe(false);
    await live.refresh();
    const third = await live.current();
    expect(third.data.doors).toHaveLength(1);
    expect(third.corrections.map(({ no, undone_by }) => [no, undone_by])).toEqual([
      [one, null],
      [other, "wang"],
    ]);
  });

  test("areas that were loaded anew are taken up as well", async () => {
    let list = shanyangAlone;
    const live = liveOf(await open(), "1006", () => list);
    expect((await live.current()).data.areas).toHaveLength(1);
    list = [];
    await live.refresh();
    expect((await live.current()).data.areas).toHaveLength(0);
  });

  test("another city's gazetteer is another one", async () => {
    const db = await open();
    await db.transaction((tx) => saveVersion(tx, "1004", version(network("解放路"))));
    expect((await liveOf(db, "1005").current()).data.roads).toEqual([]);
  });
});
