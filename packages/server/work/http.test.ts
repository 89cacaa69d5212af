import { expect, test } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);
const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };

async function straighten(city: DemoApp, count: number) {
  const officer = await city.as("handler1");
  const photos = await Promise.all([1, 2].map(async (shade) => (await officer.upload(await photoOf(shade))).body.hash));
  for (let one = 0; one < count; one += 1) {
    const answer = await officer.post("/api/cases", {
      procedure: "street-order",
      action: "record",
      input: { place, description: `规整乱停放单车 ${one}`, type: "09010" },
      evidence: [
        { hash: photos[0], kind: "before" },
        { hash: photos[1], kind: "after" },
      ],
    });
    expect(answer.status).toBe(201);
  }
}

async function closed(city: DemoApp) {
  const intake = await city.as("intake1");
  const { no } = (
    await intake.post("/api/cases", {
      procedure: "city-case",
      action: "report",
      input: { place, description: "商铺违规张贴广告", type: "07001" },
    })
  ).body;
  const act = async (login: string, action: string, input: object) => {
    const answer = await (await city.as(login)).post(`/api/cases/${no}/actions/${action}`, { input });
    expect([action, answer.status]).toEqual([action, 200]);
  };
  await act("intake1", "accept", { type: "07001" });
  await act("shift1", "file", { type: "07001", criterion: "07001-1" });
  await act("dispatcher1", "dispatch", { department: "jiefang-brigade" });
  await act("shift1", "forceClose", { reason: "现场已清除" });
}

forEachDatabase("what units did in a month", (open) => {
  test("F13: what is put right on the spot counts beside what was sent, up to its share", async () => {
    const city = await demoApp(await open(), china("2022-08-13T09:30:00"));
    await straighten(city, 4);
    for (let one = 0; one < 3; one += 1) await closed(city);
    const leader = await city.as("leader1");
    const officer = await city.as("officer1");
    await officer.post("/api/cases", {
      procedure: "commendation",
      action: "receive",
      input: { kind: "banner", from: "市民", words: "执法为民", unit: "jiefang-brigade" },
    });
    const [banner] = (await leader.get("/api/cases?procedure=commendation")).body.items;
    await (await city.as("evaluator1")).post(`/api/cases/${banner.no}/actions/confirm`, { input: {} });

    const work = async (month: string) => (await leader.get(`/api/unit-work?month=${month}`)).body.units;
    // Three that were sent, 30 %: one of its own four counts.
    expect(await work("2022-08")).toMatchObject([
      { unit: { id: "jiefang-brigade" }, sent: 3, own: 4, ownCounted: 1, praise: 1 },
    ]);
    expect(await work("2022-07")).toEqual([]);
    expect((await leader.get("/api/unit-work")).body.month).toBe("2022-08");
    expect((await leader.get("/api/unit-work?month=2022-13")).status).toBe(422);
    expect((await (await city.as("officer2")).get("/api/unit-work?month=2022-08")).body.units).toEqual([]);
    await city.app.close();
  });
});
