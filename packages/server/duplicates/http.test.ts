import { expect, test } from "vitest";
import { demoCity } from "../demo/index.ts";
import { lamp, putComponents } from "../testing/components.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";

const now = Date.parse("2026-03-02T09:00:00+08:00");
const hour = 3_600_000;
/** Metres north in degrees. */
const north = (metres: number) => metres / 111_195;

async function report(city: DemoApp, login: string, input: object): Promise<string> {
  const person = await city.as(login);
  const near = await person.upload(await photoOf(login.length));
  const { body } = await person.post("/api/cases", {
    procedure: "city-case",
    action: "report",
    input: { description: "商铺违规张贴广告", ...input },
    evidence: [{ hash: near.body.hash, kind: "near" }],
  });
  return body.no;
}

const nos = (body: { items: { case: { no: string } }[] }) => body.items.map((one) => one.case.no);

forEachDatabase("duplicates over HTTP", (open) => {
  test("before reporting: what is open nearby and alike, the likeliest first, with reasons", async () => {
    const city = await demoApp(await open(), now);
    const place = { lng: 113.2336, lat: 35.2188, text: "梧桐巷" };
    const same = await report(city, "collector1", { place, type: "07001" });
    const further = await report(city, "collector1", {
      place: { ...place, lat: place.lat + north(60) },
      type: "07001",
    });
    await report(city, "collector1", { place: { ...place, lat: place.lat + north(200) }, type: "07001" });
    await report(city, "collector1", { place, type: "01002", description: "井盖缺失" });
    const done = await report(city, "collector1", { place, type: "07001" });
    const intake = await city.as("intake1");
    await intake.post(`/api/cases/${done}/actions/refuse`, { input: { reason: "不在范围内" } });

    city.setNow(now + hour);
    const query = `lng=${place.lng}&lat=${place.lat + north(3)}&type=07001&text=${encodeURIComponent("商铺违规张贴广告多处")}`;
    const { body } = await intake.get(`/api/cases/duplicates?${query}`);
    expect(nos(body)).toEqual([same, further]);
    expect(body.items[0]).toMatchObject({
      nearCertain: true,
      distanceMetres: 3,
      reasons: [
        { factor: "place", score: 1, zh: "相距约 3 米" },
        { factor: "kind", score: 1 },
        { factor: "text" },
        { factor: "time", zh: "上报时间相隔 1 小时", en: "reported 1 hour apart" },
      ],
    });
    expect(body.items[1].nearCertain).toBe(false);
    // By the photo one sees whether it is the same.
    const [photo] = (await intake.get(`/api/cases/${same}`)).body.evidence;
    expect(body.items[0].case.photo).toBe(photo.hash);
    // Who may not see a case does not learn of it.
    const stranger = await city.as("collector2");
    expect((await stranger.get(`/api/cases/duplicates?${query}`)).body.items).toEqual([]);
    expect((await stranger.get(`/api/cases/${same}/duplicates`)).status).toBe(404);
    expect((await stranger.get("/api/cases/duplicates?lng=113")).status).toBe(422);
  });

  test("a nearly certain one is offered for merge, the later into the earlier, by who may; nothing happens by itself", async () => {
    const city = await demoApp(await open(), now);
    const place = { lng: 113.2336, lat: 35.249, text: "梧桐巷与春晖路交叉口" };
    const first = await report(city, "collector1", { place, type: "07001" });
    city.setNow(now + hour);
    const second = await report(city, "intake1", { place, type: "07001", source: "hotline" });
    const intake = await city.as("intake1");
    const later = (await intake.get(`/api/cases/${second}/duplicates`)).body;
    expect(later.items).toMatchObject([
      {
        case: { no: first, state: "reported" },
        nearCertain: true,
        merge: { action: "merge", initial: { into: first } },
      },
    ]);
    // The earlier one goes on; a dispatcher has no say in it.
    const earlier = (await intake.get(`/api/cases/${first}/duplicates`)).body;
    expect(nos(earlier)).toEqual([second]);
    expect(earlier.items[0]).not.toHaveProperty("merge");
    const dispatcher = await city.as("dispatcher1");
    expect((await dispatcher.get(`/api/cases/${second}/duplicates`)).body.items[0]).not.toHaveProperty("merge");

    const { action, initial } = later.items[0].merge;
    const merged = await intake.post(`/api/cases/${second}/actions/${action}`, { input: initial });
    expect(merged.body).toMatchObject({ state: "merged" });
    expect((await intake.get(`/api/cases/${second}/duplicates`)).body).toEqual({ items: [] });
    expect((await intake.get(`/api/cases/${first}/duplicates`)).body).toEqual({ items: [] });
  });

  test("of one component, however far the pin was set", async () => {
    const db = await open();
    const city = await demoApp(db, now);
    const { code } = lamp(901);
    await putComponents(db, demoCity, [lamp(901)]);
    const place = { lng: 113.2585, lat: 35.2341, text: "松涛路" };
    const first = await report(city, "collector1", { place, component: code, description: "路灯不亮" });
    const query = `lng=${place.lng}&lat=${place.lat + north(300)}&type=01037&component=${code}`;
    const { body } = await (await city.as("intake1")).get(`/api/cases/duplicates?${query}`);
    expect(body.items).toMatchObject([
      {
        case: { no: first, component: code },
        score: 1,
        nearCertain: true,
        reasons: [{ zh: "同一部件" }, {}, {}],
      },
    ]);
  });
});
