import { expect, test } from "vitest";
import { moveOf } from "../trail/index.ts";
import { dutyNow } from "./duty.ts";

const start = Date.parse("2026-03-02T00:00:00Z");
const hour = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();
const shift = { id: "1", role: "collector", startedAt: iso(start), endsAt: iso(start + 12 * hour) };
const move = (kind: "start" | "end", at: number) => moveOf("collector1", kind, at);

test("is on duty by the server's word until the shift ends, by hand or by itself", () => {
  expect(dutyNow([], undefined, start)).toBeUndefined();
  expect(dutyNow([], shift, start + hour)).toEqual({ since: start, endsAt: start + 12 * hour, sent: true });
  expect(dutyNow([], shift, start + 12 * hour)).toBeUndefined();
  expect(dutyNow([], { ...shift, endedAt: iso(start + hour) }, start + 2 * hour)).toBeUndefined();
});

test("what was pressed without a network counts at once", () => {
  const begun = [move("start", start)];
  expect(dutyNow(begun, undefined, start + hour)).toEqual({ since: start, sent: false });
  expect(dutyNow(begun, undefined, start + 25 * hour)).toBeUndefined();
  expect(dutyNow([...begun, move("end", start + hour)], undefined, start + 2 * hour)).toBeUndefined();
  expect(dutyNow([move("end", start + hour)], shift, start + 2 * hour)).toBeUndefined();
});

test("what was sent is told by the server alone", () => {
  expect(dutyNow([{ ...move("start", start), sent: true }], undefined, start + hour)).toBeUndefined();
});
