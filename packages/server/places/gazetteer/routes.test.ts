import { afterAll, beforeAll, expect, test } from "vitest";
import type { GazetteerState, MadeCorrection, PlaceDescription, PlaceResolution } from "../../api/index.ts";
import { demoCity, demoPlaces } from "../../demo/index.ts";
import { lamp, putComponents } from "../../testing/components.ts";
import { demoApp, type DemoApp } from "../../testing/demo-app.ts";
import { forEachDatabase } from "../../testing/databases.ts";
import { saveVersion } from "./versions.ts";

const startsAt = Date.parse("2026-03-02T01:00:00Z");

/** Metres, near enough. */
const apart = (one: { lng: number; lat: number }, lng: number, lat: number) =>
  Math.hypot((one.lng - lng) * 90_640, (one.lat - lat) * 110_941);

forEachDatabase("places by word and by point", (open) => {
  let app: DemoApp;
  let collector: Awaited<ReturnType<DemoApp["as"]>>;
  let administrator: typeof collector;
  beforeAll(async () => {
    const db = await open();
    app = await demoApp(db, startsAt);
    await putComponents(db, demoCity, [
      lamp(1, { lng: 113.248, lat: 35.24043 }),
      lamp(2, { lng: 113.2475, lat: 35.24043 }),
    ]);
    collector = await app.as("collector1");
    administrator = await app.as("admin1");
  }, 120_000);
  afterAll(() => app.app.close());

  const resolve = async (text: string): Promise<PlaceResolution> =>
    (await collector.get(`/api/places/resolve?text=${encodeURIComponent(text)}`)).body;
  const describe = async (lng: number, lat: number): Promise<PlaceDescription> =>
    (await collector.get(`/api/places/describe?lng=${lng}&lat=${lat}`)).body;

  test("和平街与文化巷交叉口东30米路南 is 30 m east of the crossing, at the southern kerb", async () => {
    const { points, parsed, leftover } = await resolve("和平街与文化巷交叉口东30米路南");
    const [best] = points;
    const [east, north] = [(best!.lng - 113.2475) * 90_640, (best!.lat - 35.2405) * 110_941];
    expect(Math.abs(east - 30)).toBeLessThan(2);
    expect(north).toBeLessThan(-6);
    expect(north).toBeGreaterThan(-12);
    expect(best).toMatchObject({
      reading: "和平街与文化巷交叉口东30米路南",
      doubts: [],
      areas: [{ code: "410802" }, { code: "410802005" }, { code: "410802005002" }],
      cell: expect.stringMatching(/^410802005002\d{3}$/),
    });
    expect(best!.score).toBeGreaterThan(0.9);
    expect(parsed).toMatchObject({ anchor: { kind: "crossing" } });
    expect(leftover).toEqual([]);
  });

  test("every place of the demo is found by its text within 20 m, the seed's four among them", async () => {
    const texts = demoPlaces.places.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        "和平街与文化巷交叉口东30米路南",
        "站前路和中州路丁字路口附近",
        "解放路宏光农贸市场对面方圆酒店门口",
        "征云礼堂",
      ]),
    );
    const missed: string[] = [];
    for (const { text, lng, lat } of demoPlaces.places) {
      const [best] = (await resolve(text)).points;
      if (!best || apart(best, lng, lat) > 20) missed.push(`${text} ${best ? apart(best, lng, lat) : "not found"}`);
    }
    expect(missed).toEqual([]);
  });

  test("what nobody can place has no points, and what a point is called leads back to it", async () => {
    expect((await resolve("没有这个地方")).points).toEqual([]);
    const told = await describe(113.2479, 35.24043);
    expect(told.text).toContain("和平街");
    expect(told.component).toMatchObject({ name: "001号灯杆", distanceMetres: expect.closeTo(9.1, 0) });
    expect(told.areas.map(({ code }) => code)).toEqual(["410802", "410802005", "410802005002"]);
    const [back] = (await resolve(told.text!)).points;
    expect(apart(back!, 113.2479, 35.24043)).toBeLessThan(15);
    expect(await describe(0, 0)).toEqual({ text: null, alternatives: [], offMetres: null, areas: [] });
  });

  test("a question that is not right is refused, and so is a stranger's", async () => {
    for (const query of ["", "text=", `text=${"路".repeat(501)}`, "text=x&near=here", "text=x&from=1"])
      expect((await collector.get(`/api/places/resolve?${query}`)).status).toBe(422);
    expect((await collector.get("/api/places/describe?lng=113.2&lat=95")).status).toBe(422);
    expect((await app.app.inject({ url: "/api/places/resolve?text=x" })).statusCode).toBe(401);
  });

  test("the network says what it holds and that it is schematic", async () => {
    const state: GazetteerState = (await collector.get("/api/places/gazetteer")).body;
    expect(state.inForce).toMatchObject({ version: 1, schematic: true, counts: { roads: 14, doors: 60 } });
    expect(state.inForce?.provenance?.zh).toContain("示意");
    expect(state.crossings).toBeGreaterThan(20);
    expect((await collector.get("/api/places/gazetteer/versions")).body).toEqual([state.inForce]);
  });

  test("an administrator puts another version into force, and it is answered from at once", async () => {
    const inForce = (version: number) => `/api/places/gazetteer/versions/${version}/in-force`;
    expect((await collector.post(inForce(1), {})).status).toBe(403);
    expect((await administrator.post(inForce(9), {})).status).toBe(404);
    const road = { id: "r", name: "新辟路", aliases: [], line: [[113.24, 35.24] as const, [113.25, 35.24] as const] };
    const data = { roads: [road], places: [], doors: [], areas: [] };
    const { version } = (await app.services.gazetteer.current()).version!;
    const db = await open();
    await db.transaction((tx) => saveVersion(tx, demoCity, { data, files: [], datum: "wgs84", at: 0, by: "test" }));
    await app.services.gazetteer.refresh();
    expect((await administrator.get("/api/places/gazetteer")).body).toMatchObject({
      inForce: { version: version + 1 },
    });
    const put = await administrator.post(inForce(version), {});
    expect([put.status, put.body]).toMatchObject([200, { inForce: { version, counts: { roads: 14 } } }]);
    expect((await resolve("和平街与文化巷交叉口")).points[0]!.score).toBeGreaterThan(0.9);
  });

  test("an administrator corrects by hand; it holds at once, and until it is taken back", async () => {
    const input = {
      correction: { about: "place", action: "add", name: "新华书店", kind: "poi", at: [113.2445, 35.2348] },
      why: "采集员反映",
    };
    expect((await collector.post("/api/places/gazetteer/corrections", input)).status).toBe(403);
    const made = await administrator.post("/api/places/gazetteer/corrections", input);
    expect([made.status, made.body]).toMatchObject([201, { state: "applied", by: "admin1", why: "采集员反映" }]);
    expect(apart((await resolve("新华书店")).points[0]!, 113.2445, 35.2348)).toBeLessThan(1);

    const far = { ...input, correction: { ...input.correction, at: [114.05, 22.54] } };
    expect((await administrator.post("/api/places/gazetteer/corrections", far)).status).toBe(422);
    const orphan = { correction: { about: "road", action: "remove", target: { name: "建设路" } }, why: "不存在" };
    expect((await administrator.post("/api/places/gazetteer/corrections", orphan)).body).toMatchObject({
      state: "orphaned",
    });

    const list: MadeCorrection[] = (await administrator.get("/api/places/gazetteer/corrections")).body;
    expect(list.map(({ state }) => state)).toEqual(["orphaned", "applied"]);
    const { no } = list[1]!;
    const page = await administrator.get(`/api/places/gazetteer/corrections?limit=1&before=${list[0]!.no}`);
    expect(page.body).toMatchObject([{ no }]);
    const undo = () => administrator.ask({ method: "DELETE", url: `/api/places/gazetteer/corrections/${no}` });
    expect((await undo()).body).toMatchObject({ state: "undone", undoneBy: "admin1" });
    expect((await undo()).status).toBe(404);
    expect((await resolve("新华书店")).points.filter(({ reading }) => reading === "新华书店")).toEqual([]);
  });
});
