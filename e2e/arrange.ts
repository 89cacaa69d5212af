import { createReadStream } from "node:fs";
import { readerOf } from "../packages/server/demo/cast.ts";
import { drawPhoto } from "./photos.ts";
import type { Stage } from "./stage.ts";

const place = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };

/** A case that the collector has reported, without anybody having to sit through it at a screen. */
export async function reported(
  stage: Stage,
  description: string,
  at: { readonly lng: number; readonly lat: number } = place,
): Promise<string> {
  const reader = readerOf("collector1");
  const file = await drawPhoto(stage.folder, `near-${description}`, 3);
  const stored = await stage.services.evidence.store(createReadStream(file), { reader });
  if (!stored.ok) throw new Error(stored.refusal.message.en);
  const opened = await stage.services.cases.open(reader, {
    procedure: "city-case",
    action: "report",
    input: { place: { ...place, ...at }, description, type: "07001" },
    evidence: [{ hash: stored.value.hash, kind: "near" }],
  });
  if (!opened.ok) throw new Error(opened.refusal.message.en);
  return opened.value.no;
}

/** A case that lies with this handler of the district's brigade. */
export async function assigned(stage: Stage, description: string, handler: string): Promise<string> {
  const no = await reported(stage, description);
  await acted(stage, "intake1", no, "accept", { type: "07001" });
  await acted(stage, "shift1", no, "file", { type: "07001", criterion: "07001-1" });
  await acted(stage, "dispatcher1", no, "dispatch", { department: "jiefang-brigade" });
  await acted(stage, "officer1", no, "assign", { handler, note: "请先清墙面，再补漆。" });
  return no;
}

/** Takes a case on by one action, as that person. */
export async function acted(stage: Stage, login: string, no: string, action: string, input: object): Promise<void> {
  const done = await stage.services.cases.act(readerOf(login), { no, action, input, evidence: [] });
  if (!done.ok) throw new Error(done.refusal.message.en);
}
