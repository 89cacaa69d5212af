import { expect, test } from "vitest";
import { readerOf } from "../demo/index.ts";
import { sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { demoServices, type DemoServices } from "../testing/demo-services.ts";
import { tallyDifferences, verifyReplay } from "./verify.ts";

const monday = Date.parse("2026-03-02T09:00:00+08:00");
const crossing = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };

const report = async (city: DemoServices, key?: string) => ({
  procedure: "city-case",
  action: "report",
  input: { place: crossing, description: "商铺违规张贴广告", type: "07001" },
  evidence: [await city.photo("near", 1)],
  ...(key === undefined ? {} : { key }),
});

async function openOne(city: DemoServices): Promise<string> {
  const answer = await city.cases.open(readerOf("collector1"), await report(city));
  if (!answer.ok) throw new Error(answer.refusal.message.en);
  return answer.value.no;
}

const codes = (answers: readonly Awaited<ReturnType<DemoServices["cases"]["act"]>>[]) =>
  answers.map((one) => (one.ok ? "done" : one.refusal.code)).sort();

forEachDatabase("many at once", (open) => {
  test("two people act on one case at the same moment: one does, the other is told so", async () => {
    const city = await demoServices(await open(), monday);
    for (let round = 0; round < 20; round += 1) {
      const no = await openOne(city);
      const accept = { no, action: "accept", input: { type: "07001" }, evidence: [], seq: 1 };
      const refuse = { no, action: "refuse", input: { reason: "不属于城市管理范围" }, evidence: [], seq: 1 };
      const answers = await Promise.all([
        city.cases.act(readerOf("intake1"), accept),
        city.cases.act(readerOf("intake2"), refuse),
      ]);
      expect(codes(answers)).toEqual(["conflict", "done"]);
      const detail = await city.cases.detail(readerOf("shift1"), no);
      expect(detail?.timeline.map((entry) => entry.seq)).toEqual([1, 2]);
      expect(detail?.state).toBe(answers[0]?.ok ? "accepted" : "notAccepted");
    }
  });

  test("without a version seen, the second finds the case moved on and is refused for that", async () => {
    const city = await demoServices(await open(), monday);
    const no = await openOne(city);
    const accept = { no, action: "accept", input: { type: "07001" }, evidence: [] };
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, at) => city.cases.act(readerOf(at % 2 ? "intake1" : "intake2"), accept)),
    );
    expect(codes(answers)).toEqual(["done", ...Array.from({ length: 15 }, () => "wrong-state")]);
  });

  test("two processes act on one case at the same moment: one does, the other is told so", async () => {
    const db = await open();
    const [one, other] = [await demoServices(db, monday), await demoServices(db, monday)];
    for (let round = 0; round < 10; round += 1) {
      const no = await openOne(one);
      const accept = { no, action: "accept", input: { type: "07001" }, evidence: [], seq: 1 };
      const answers = await Promise.all([one, other].map((city) => city.cases.act(readerOf("intake1"), accept)));
      expect(codes(answers)).toEqual(["conflict", "done"]);
    }
  });

  test("32 requests with one idempotency key open one case, and all are told its number", async () => {
    const db = await open();
    const [one, other] = [await demoServices(db, monday), await demoServices(db, monday)];
    const request = await report(one, "phone-8-sends-again");
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, at) => (at % 2 ? one : other).cases.open(readerOf("collector1"), request)),
    );
    const written = await db.query<{ no: string }>(sql`
      select case_no as no from case_event where idempotency_key = 'collector1:phone-8-sends-again'`);
    expect(written.length).toBe(1);
    const told = new Set(answers.map((one) => (one.ok ? one.value.no : one.refusal.code)));
    expect([...told]).toEqual([written[0]?.no]);
  });

  test("two hundred openings at once have two hundred numbers, and everything adds up", async () => {
    const db = await open();
    const [one, other] = [await demoServices(db, monday), await demoServices(db, monday)];
    const request = await report(one);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) => (at % 2 ? one : other).cases.open(readerOf("collector1"), request)),
    );
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.no : answer.refusal.code))).size).toBe(200);
    expect(answers.every((answer) => answer.ok && answer.value.seq === 1)).toBe(true);
    await Promise.all([one.cases.drain(), other.cases.drain()]);
    await one.cases.drain();
    expect(await verifyReplay(db, one.city.code, one.cases.procedures)).toMatchObject({ different: 0 });
    expect(await tallyDifferences(db, one.city.code, one.cases.procedures)).toEqual([]);
    expect([...one.errors, ...other.errors]).toEqual([]);
  });
});
