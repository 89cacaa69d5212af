import { expect, test } from "vitest";
import { degreesOf } from "@xiuhua/core/place";
import { procedures } from "@xiuhua/procedures";
import type { CaseFilter, CaseTileQuery } from "../api/index.ts";
import { allOf, conditions, rebuildTallies, seenBy, sightOf } from "../cases/index.ts";
import { demoCity, readerOf } from "../demo/index.ts";
import { sql } from "../store/index.ts";
import { demoApp } from "../testing/demo-app.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoServices, type DemoServices } from "../testing/demo-services.ts";
import { crossing, now, scatter, tileAt, tilesOf } from "./fixture.ts";
import type { Tile } from "./tile.ts";

const total = (features: readonly Record<string, unknown>[]): number =>
  features.reduce((sum, { count }) => sum + (typeof count === "number" ? count : 1), 0);

async function report(city: DemoServices, place = crossing): Promise<string> {
  const answer = await city.cases.open(readerOf("collector1"), {
    procedure: "city-case",
    action: "report",
    input: { place, description: "商铺违规张贴广告", type: "07001" },
    evidence: [await city.photo("near", 1)],
  });
  if (!answer.ok) throw new Error(answer.refusal.message.en);
  return answer.value.no;
}

async function act(city: DemoServices, login: string, no: string, action: string, input: object): Promise<void> {
  const answer = await city.cases.act(readerOf(login), { no, action, input, evidence: [] });
  expect(answer.ok ? answer.value.no : answer.refusal).toEqual(no);
}

forEachDatabase("tiles of cases", (open) => {
  test("a case appears where it was reported, warns and runs over by itself, and is counted when it is finished", async () => {
    const db = await open();
    const city = await demoServices(db, now);
    const tile = tilesOf(city, db);
    const no = await report(city);
    const [alone] = await tile("shift1", tileAt(12));
    expect(alone).toMatchObject({ no, procedure: "city-case", state: "reported", final: false });
    const detail = await city.cases.detail(readerOf("shift1"), no);
    expect(alone!["due"]).toBe(Date.parse(detail!.dueAt!) / 1000);
    expect(alone!["warn"]).toBe(Date.parse(detail!.warnAt!) / 1000);

    const second = await report(city);
    city.setNow(Date.parse(detail!.dueAt!) + 1);
    await act(city, "intake1", second, "refuse", { reason: "不属城管范围" });
    await city.cases.drain();
    const [cluster, ...others] = await tile("shift1", tileAt(12));
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({ count: 2, red: 1, yellow: 0, green: 0, idle: 0, done: 1, level: 15 });
    expect(JSON.parse(String(cluster!["states"]))).toEqual({ "city-case/reported": 1, "city-case/notAccepted": 1 });
    const singles = await tile("shift1", tileAt(17));
    expect(new Set(singles.map((one) => one["no"]))).toEqual(new Set([no, second]));
    expect(singles.map((one) => one["place"])).toEqual([singles[0]!["place"], singles[0]!["place"]]);
    expect(await tile("shift1", tileAt(12), { colour: ["yellow"] })).toEqual([]);
    expect(await tile("shift1", tileAt(12), { open: true, colour: ["red"] })).toMatchObject([{ no }]);
    expect(await tile("shift1", tileAt(12), { view: "heat", from: "2026-03", to: "2026-03" })).toMatchObject([
      { count: 2 },
    ]);
    expect(await tile("shift1", tileAt(12), { view: "heat", to: "2026-02" })).toEqual([]);
    expect(city.errors).toEqual([]);
  });

  test("a tile is asked for by its address; one that is not on the map is not found", async () => {
    const city = await demoApp(await open(), now);
    const shift = await city.as("shift1");
    const { z, x, y } = tileAt(12);
    const answer = await shift.get(`/api/map/cases/${z}/${x}/${y}.mvt?state=reported&state=closed&from=2026-01`);
    expect(answer).toMatchObject({ status: 200, headers: { "content-type": "application/vnd.mapbox-vector-tile" } });
    expect((await shift.get("/api/map/cases/3/8/0.mvt")).status).toBe(404);
    for (const bad of ["19/0/0.mvt", "3/-1/0.mvt", "3/a/0.mvt", "3/1/1.mvt?from=2026", "3/1/1.mvt?colour=blue"])
      expect((await shift.get(`/api/map/cases/${bad}`)).status, bad).toBe(422);
    expect((await city.app.inject({ url: `/api/map/cases/${z}/${x}/${y}.mvt` })).statusCode).toBe(401);
  });

  test("nobody learns of a case they may not see, not even by a count", async () => {
    const db = await open();
    const city = await demoServices(db, now);
    const tile = tilesOf(city, db);
    const place = { lng: 113.3, lat: 35.2345, text: "解放路东段" };
    const no = await report(city, place);
    const count = async (login: string, z: number) => total(await tile(login, tileAt(z, place)));
    const counts = async (logins: readonly string[]) =>
      Object.fromEntries(
        await Promise.all(logins.map(async (one) => [one, [await count(one, 13), await count(one, 17)]])),
      );
    const strangers = ["officer1", "handler1", "prosecutor1"];
    const none = Object.fromEntries(strangers.map((one) => [one, [0, 0]]));
    expect(await counts(["shift1", "collector1"])).toEqual({ shift1: [1, 1], collector1: [1, 1] });
    expect(await counts(strangers)).toEqual(none);
    await act(city, "intake1", no, "refuse", { reason: "不属城管范围" });
    await city.cases.drain();
    expect(await counts(["shift1", "collector1"])).toEqual({ shift1: [1, 1], collector1: [1, 1] });
    expect(await counts(strangers)).toEqual(none);
  });

  test("what another process writes is seen at the next look", async () => {
    const db = await open();
    const [one, other] = [await demoServices(db, now), await demoServices(db, now)];
    const tile = tilesOf(one, db);
    const before = total(await tile("shift1", tileAt(14)));
    const no = await report(other);
    expect(total(await tile("shift1", tileAt(14)))).toBe(before);
    await one.cases.unfinished.refresh();
    expect(total(await tile("shift1", tileAt(14)))).toBe(before + 1);
    await act(other, "intake1", no, "refuse", { reason: "不属城管范围" });
    await one.cases.unfinished.refresh();
    await other.cases.drain();
    expect(await tile("shift1", tileAt(14), { open: true })).not.toContainEqual(expect.objectContaining({ no }));
  });

  test("every tile counts what the list of the same filter has, for every reader", { timeout: 120_000 }, async () => {
    const db = await open();
    const city = await demoServices(db, now);
    await scatter(db);
    await rebuildTallies(db, demoCity, procedures);
    await city.cases.unfinished.refresh();
    const tile = tilesOf(city, db);
    const listed = async (login: string, at: Tile, query: CaseTileQuery) => {
      const { view: _view, from, to, ...rest } = query;
      const filter: CaseFilter = {
        ...rest,
        ...(from === undefined ? {} : { openedFrom: `${from}-01T00:00:00+08:00` }),
        ...(to === undefined ? {} : { openedTo: `${to}-31T24:00:00+08:00` }),
      };
      const sight = sightOf(readerOf(login), [...procedures.values()], (unit) =>
        city.cases.sources.directory.below(unit),
      );
      const [west, north] = degreesOf(at.x / 2 ** at.z, at.y / 2 ** at.z);
      const [east, south] = degreesOf((at.x + 1) / 2 ** at.z, (at.y + 1) / 2 ** at.z);
      const [row] = await db.query<{ count: number }>(sql`
        select count(*) as count from cases c where c.city = ${demoCity} and ${seenBy(sight)}
          and st_x(c.point) >= ${west} and st_x(c.point) < ${east} and st_y(c.point) > ${south}
          and st_y(c.point) <= ${north} and ${allOf(conditions(filter, city.now()))}`);
      return row!.count;
    };
    const readers = ["shift1", "prosecutor1", "officer1", "district1", "handler1", "collector1"];
    const queries: CaseTileQuery[] = [
      {},
      { open: true },
      { open: false },
      { state: ["closed", "handling"] },
      { colour: ["red"] },
      { type: "07" },
      { type: "06013" },
      { kind: "component" },
      { department: "jiefang-brigade" },
      { area: "410802" },
      { area: "410802005" },
      { area: "410802", department: "jiefang-brigade" },
      { from: "2025-03", to: "2025-07", type: "07" },
      { view: "heat", from: "2025-05", open: false },
    ];
    let [asked, seen] = [0, 0];
    for (const z of [8, 10, 11, 13, 14, 16, 17])
      for (const query of queries)
        for (const login of readers) {
          const at = tileAt(z);
          const found = total(await tile(login, at, query));
          expect({ z, login, query, found }).toEqual({ z, login, query, found: await listed(login, at, query) });
          asked += 1;
          seen += found > 0 ? 1 : 0;
        }
    // Else the test would say nothing.
    expect(seen / asked).toBeGreaterThan(0.4);
  });
});
