import sharp from "sharp";
import { expect, test } from "vitest";
import { demoCity } from "../demo/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, photoOf, type DemoApp } from "../testing/demo-app.ts";
import { scenery } from "../testing/photos.ts";
import { tallyDifferences, verifyReplay } from "./index.ts";

const china = (text: string) => Date.parse(`${text}+08:00`);
const utc = (text: string) => new Date(china(text)).toISOString();
const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };
const position = { lng: 113.24784, lat: 35.24045, accuracy: 6, at: utc("2022-08-12T07:11:50") };
/** Its clock runs three minutes fast. */
const device = {
  id: "phone-7-of-district",
  appVersion: "0.1.0",
  capturedAt: utc("2022-08-12T07:12:00"),
  deviceNow: utc("2022-08-12T09:03:00"),
  position,
  offline: true,
};

async function reportLate(city: DemoApp, more: object = {}) {
  const collector = await city.as("collector1");
  const near = await collector.upload(await photoOf(7));
  const body = {
    procedure: "city-case",
    action: "report",
    input: { place, description: "商铺违规张贴广告", type: "07001" },
    evidence: [{ hash: near.body.hash, kind: "near", capturedAt: utc("2022-08-12T07:11:55"), position }],
    device,
    ...more,
  };
  return { collector, body, answer: await collector.post("/api/cases", body, { "idempotency-key": "phone-7-0001" }) };
}

forEachDatabase("a report that waited on a phone for two hours", (open) => {
  test("keeps its own time beside the server's, and the clock begins when the centre could act", async () => {
    const city = await demoApp(await open(), china("2022-08-12T09:00:00"));
    const { answer } = await reportLate(city);
    expect(answer.status).toBe(201);
    const shift = await city.as("shift1");
    const { body } = await shift.get(`/api/cases/${answer.body.no}`);
    expect(body).toMatchObject({
      openedAt: utc("2022-08-12T09:00:00"),
      clocks: [{ name: "accept", segments: [{ from: utc("2022-08-12T09:00:00") }] }],
      timeline: [
        {
          at: utc("2022-08-12T09:00:00"),
          device: {
            id: device.id,
            appVersion: "0.1.0",
            capturedAt: device.capturedAt,
            receivedAt: utc("2022-08-12T09:00:00"),
            offset: 180_000,
            offline: true,
            position,
          },
        },
      ],
      evidence: [{ capturedAt: utc("2022-08-12T07:11:55"), position }],
    });
  });

  test("sent again by the same phone is the same case, whatever its clock says by then", async () => {
    const city = await demoApp(await open(), china("2022-08-12T09:00:00"));
    const { collector, body, answer } = await reportLate(city);
    const again = await collector.post(
      "/api/cases",
      { ...body, device: { ...device, deviceNow: utc("2022-08-12T09:30:00") } },
      { "idempotency-key": "phone-7-0001" },
    );
    expect([again.status, again.body.no]).toEqual([201, answer.body.no]);
  });

  test("tells a department neither the phone nor where it was", async () => {
    const city = await demoApp(await open(), china("2022-08-12T09:00:00"));
    const { collector, answer } = await reportLate(city);
    const { no } = answer.body;
    const act = async (login: string, action: string, input: object) => {
      const done = await (await city.as(login)).post(`/api/cases/${no}/actions/${action}`, { input });
      expect([action, done.status]).toEqual([action, 200]);
    };
    await act("intake1", "accept", { type: "07001" });
    await act("shift1", "file", { type: "07001", criterion: "07001-1" });
    await act("dispatcher1", "dispatch", { department: "jiefang-brigade" });
    const officer = await (await city.as("officer1")).get(`/api/cases/${no}`);
    expect(officer.body.evidence).toMatchObject([{ capturedAt: utc("2022-08-12T07:11:55") }]);
    for (const secret of ["phone-7", "accuracy", "doubts", "takenPlace"]) expect(officer.text).not.toContain(secret);
    expect((await collector.get(`/api/cases/${no}`)).body.timeline[0].device.id).toBe(device.id);
  });

  test("shows the centre what is doubtful about a picture, and nobody else", async () => {
    const db = await open();
    const city = await demoApp(db, china("2022-08-12T09:00:00"));
    const collector = await city.as("collector1");
    const original = await scenery(31);
    const copy = await sharp(original).resize(640).jpeg({ quality: 60 }).toBuffer();
    const report = async (picture: Buffer, lng: number) => {
      const { body } = await collector.upload(picture);
      const answer = await collector.post("/api/cases", {
        procedure: "city-case",
        action: "report",
        input: { place: { ...place, lng }, description: "商铺违规张贴广告", type: "07001" },
        evidence: [{ hash: body.hash, kind: "near", capturedAt: utc("2022-08-12T08:59:00"), position }],
        device,
      });
      return String(answer.body.no);
    };
    const [first, second, third] = [
      await report(original, place.lng),
      await report(original, place.lng + 0.01),
      await report(copy, place.lng),
    ];
    const shift = await city.as("shift1");
    const doubts = async (no: string) => {
      const { body } = await shift.get(`/api/cases/${no}`);
      return body.evidence[0].doubts.map(({ code, cases }: { code: string; cases?: string[] }) =>
        cases === undefined ? [code] : [code, cases],
      );
    };
    expect(await doubts(first)).toEqual([["same-picture", [second]], ["near-copy", [third]], ["clock-wrong"]]);
    expect(await doubts(second)).toEqual([
      ["same-picture", [first]],
      ["near-copy", [third]],
      ["far-away"],
      ["clock-wrong"],
    ]);
    expect(await doubts(third)).toEqual([["near-copy", [second, first]], ["clock-wrong"]]);
    expect((await collector.get(`/api/cases/${first}`)).text).not.toContain("doubts");
  });

  test("replays with its seal, and is refused where its times are none", async () => {
    const db = await open();
    const city = await demoApp(db, china("2022-08-12T09:00:00"));
    await reportLate(city);
    await city.services.cases.drain();
    const { procedures } = city.services.cases;
    expect((await verifyReplay(db, demoCity, procedures)).different).toBe(0);
    expect(await tallyDifferences(db, demoCity, procedures)).toEqual([]);
    const wrong = await reportLate(city, { device: { ...device, capturedAt: "1969-01-01T00:00:00Z" } });
    expect([wrong.answer.status, wrong.answer.body.problems[0].field]).toEqual([422, "/device/capturedAt"]);
    const none = await reportLate(city, { device: { ...device, capturedAt: "yesterday" } });
    expect([none.answer.status, none.answer.body.problems[0].field]).toEqual([422, "/device/capturedAt"]);
  });
});
