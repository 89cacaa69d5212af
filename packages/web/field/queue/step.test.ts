import { expect, test } from "vitest";
import { entryOf, type Entry } from "./entry.ts";
import { nextStep } from "./step.ts";
import { act, file, report } from "./testing/samples.ts";

const entry = (done: ReturnType<typeof report>, order: number, part: Partial<Entry> = {}): Entry => ({
  ...entryOf(done, order),
  ...part,
});
const next = (...entries: Entry[]) => {
  const step = nextStep(entries, 5000);
  return step.kind === "upload" ? `upload ${step.file.id}` : step.kind === "post" ? `post ${step.entry.id}` : step;
};

test("photos go before what they prove, the oldest first", () => {
  const first = entry(report("a", [file("a1"), { ...file("a2"), stored: true }]), 1);
  const second = entry(report("b"), 2);
  expect(next(second, first)).toBe("upload a1");
  expect(next(second, { ...first, files: first.files.map((one) => ({ ...one, stored: true })) })).toBe("post a");
  expect(next(second, { ...first, state: "sent" })).toBe("post b");
});

test("what was done on one case stays in order; other cases do not wait for it", () => {
  const stuck = entry(act("a", "case-1", 3), 1, { state: "conflict" });
  const behind = entry(act("b", "case-1", 3), 2);
  const other = entry(act("c", "case-2", 3), 3);
  expect(next(stuck, behind, other)).toBe("post c");
  expect(next(stuck, behind)).toEqual({ kind: "rest" });
  expect(next({ ...stuck, state: "kept" }, behind)).toBe("post b");
});

test("what the server asked to send later waits, and says until when", () => {
  const busy = entry(report("a"), 1, { notBefore: 9000 });
  expect(next(busy)).toEqual({ kind: "wait", until: 9000 });
  expect(next(busy, entry(report("b"), 2, { notBefore: 8000 }))).toEqual({ kind: "wait", until: 8000 });
  expect(next(busy, entry(report("b"), 2))).toBe("post b");
  expect(next()).toEqual({ kind: "rest" });
});
