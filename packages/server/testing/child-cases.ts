/** A process that opens a city, verifies it, and writes cases without pause, telling each write once it is acknowledged. */
import { tmpdir } from "node:os";
import { tallyDifferences, verifyReplay } from "../cases/index.ts";
import { cityCodes } from "../city/index.ts";
import { demoCity, readerOf, seedCity } from "../demo/index.ts";
import { makeServices } from "../serve.ts";
import { migrate, openDatabase } from "../store/index.ts";

const [place = ""] = process.argv.slice(2);
const lanes = 12;
const crossing = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };
const steps = [
  ["intake1", "accept", { type: "07001" }],
  ["shift1", "file", { type: "07001", criterion: "07001-1" }],
  ["dispatcher1", "dispatch", { department: "jiefang-brigade" }],
] as const;

function fail(error: unknown): void {
  process.send?.({ error: error instanceof Error ? error.message : String(error) }, () => process.exit(1));
}

try {
  const db = await openDatabase(place.includes("://") ? { url: place } : { folder: place });
  await migrate(db);
  if ((await cityCodes(db)).length === 0) await seedCity(db);
  const { cases } = await makeServices({
    db,
    city: demoCity,
    folder: tmpdir(),
    now: () => Date.parse("2026-03-02T09:00:00+08:00"),
    log: (_message, error) => fail(error),
  });
  await cases.drain();
  const replay = await verifyReplay(db, demoCity, cases.procedures);
  const tallies = await tallyDifferences(db, demoCity, cases.procedures);
  process.send?.({ open: true, different: replay.different + tallies.length });

  const tell = (answer: Awaited<ReturnType<typeof cases.open>>): string => {
    if (!answer.ok) throw new Error(answer.refusal.message.en);
    const { no, seq } = answer.value;
    process.send?.({ no, seq });
    return no;
  };
  const write = async () => {
    for (;;) {
      const input = { place: crossing, description: "商铺违规张贴广告", type: "07001" };
      const opening = { procedure: "city-case", action: "report", input, evidence: [] };
      const no = tell(await cases.open(readerOf("intake1"), opening));
      for (const [login, action, input] of steps)
        tell(await cases.act(readerOf(login), { no, action, input, evidence: [] }));
    }
  };
  await Promise.all(Array.from({ length: lanes }, write));
} catch (error) {
  fail(error);
}
