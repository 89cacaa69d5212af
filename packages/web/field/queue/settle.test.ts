import { expect, test } from "vitest";
import { decide } from "./decide.ts";
import { entryOf, type Entry } from "./entry.ts";
import { outcomeOf } from "./outcome.ts";
import { settle } from "./settle.ts";
import { act, file, report } from "./testing/samples.ts";

const at = { now: 10_000, random: () => 1 };
const entry: Entry = entryOf(report("a", [{ ...file("near"), stored: true }, file("far")]), 1);
const problem = (status: number, code: string, ...fields: string[]) => ({
  type: `urn:xiuhua:problem:${code}`,
  title: code,
  status,
  problems: fields.map((field) => ({ field, message: { zh: "不行", en: "No" } })),
});
const after = (status: number, code: string, ...fields: string[]) =>
  settle(entry, outcomeOf({ problem: problem(status, code, ...fields), acting: true }), at);

test("without an answer, or logged out, an entry stays what it was", () => {
  expect(after(0, "unreachable")).toBeUndefined();
  expect(after(401, "not-logged-in")).toBeUndefined();
  expect(after(403, "wrong-csrf")).toBeUndefined();
});

test("where nobody answered it waited on the phone, whatever the browser believed of its network", () => {
  const believed = { ...entry, offline: false };
  expect(settle(believed, { kind: "unreachable" }, at)).toEqual({ ...believed, offline: true });
  expect(settle(believed, { kind: "loggedOut" }, at)).toBeUndefined();
});

test("a busy server is asked again later, each time a little later, or when it says", () => {
  const once = after(503, "unavailable");
  expect(once).toMatchObject({ state: "waiting", tries: 1, notBefore: 12_000 });
  expect(settle(once!, { kind: "busy" }, at)).toMatchObject({ tries: 2, notBefore: 14_000 });
  expect(settle(entry, { kind: "busy", after: 90_000 }, at)).toMatchObject({ notBefore: 100_000 });
  for (const [status, code] of [
    [429, "too-many-requests"],
    [500, "internal"],
    [423, "locked"],
  ] as const)
    expect(after(status, code)?.state).toBe("waiting");
});

test("a rule refuses; what somebody else did is a conflict", () => {
  expect(after(422, "rule")?.state).toBe("refused");
  expect(after(422, "missing-evidence", "/evidence")?.state).toBe("refused");
  for (const [status, code] of [
    [409, "conflict"],
    [409, "wrong-state"],
    [403, "not-your-turn"],
    [404, "not-found"],
  ] as const)
    expect(after(status, code)?.state).toBe("conflict");
  expect(outcomeOf({ problem: problem(403, "wrong-role"), acting: false }).kind).toBe("refused");
});

test("files the server lost are sent again, and after three times the person is asked", () => {
  const once = after(422, "invalid-input", "/evidence");
  expect(once).toMatchObject({ state: "waiting", files: [{ stored: false }, { stored: false }] });
  expect(settle({ ...entry, tries: 3 }, { kind: "filesLost" }, at)?.state).toBe("refused");
  // One broken upload does not send the others again.
  const one = settle(entry, { kind: "filesLost" }, { ...at, file: "far" });
  expect(one?.files.map((each) => each.stored)).toEqual([true, false]);
});

test("a phone whose clock is fast does not trouble the person: the time leaves the form", () => {
  const early = { ...entry, input: { description: "x", capturedAt: 99_000 } };
  const refused = outcomeOf({ problem: problem(422, "rule", "/capturedAt"), acting: false });
  expect(settle(early, refused, at)).toEqual({ ...early, input: { description: "x" } });
  expect(after(422, "rule", "/capturedAt")?.state).toBe("refused");
});

test("a person decides about what was refused, and about nothing else", () => {
  const stuck: Entry = { ...entryOf(act("b", "case-1", 3), 2), state: "conflict", problem: problem(409, "conflict") };
  const again = decide(stuck, { kind: "again", seq: 7 });
  expect(again).toMatchObject({ state: "waiting", doing: { seq: 7 }, tries: 0 });
  expect(again).not.toHaveProperty("problem");
  expect(decide(stuck, { kind: "keep" })?.state).toBe("kept");
  expect(decide(entry, { kind: "keep" })).toBeUndefined();
  expect(decide({ ...entry, state: "sent" }, { kind: "again" })).toBeUndefined();
});
