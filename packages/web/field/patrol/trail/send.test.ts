import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { ProblemError } from "../../../shared/api/index.ts";
import { openFieldDatabase, type FieldDatabase } from "../../store/index.ts";
import { moveOf, stepOf } from "./mark.ts";
import { sendTrail, type TrailWay } from "./send.ts";
import { addMark, forgetMarks, marksOf } from "./store.ts";

const start = Date.parse("2026-03-02T00:00:00Z");
const hour = 3_600_000;
const step = (at: number) =>
  stepOf("collector1", { lng: 113.24, lat: 35.24, accuracy: 8, at: new Date(at).toISOString() }, 20);
const shift = { id: "1", role: "collector", startedAt: "", endsAt: "" };
let databases = 0;
const open = (): Promise<FieldDatabase> => openFieldDatabase(`trail-${(databases += 1)}`);
const quiet = { onShift: () => undefined, onRefused: () => undefined };

/** A server that notes what reaches it. */
function server(fails: (what: string) => Error | undefined = () => undefined) {
  const heard: string[] = [];
  const hear = (what: string) => {
    const error = fails(what);
    if (error) throw error;
    heard.push(what);
  };
  const way: TrailWay = {
    move: async ({ kind }) => {
      hear(kind);
      return shift;
    },
    steps: async (steps) => {
      hear(`${steps.length} steps`);
      return { stored: steps.length, left: 0 };
    },
  };
  return { heard, way };
}

const refusal = (status: number, code: string) =>
  new ProblemError({ type: `urn:xiuhua:problem:${code}`, title: code, status });

test("shifts go before the steps of them, and steps in batches; nothing goes twice", async () => {
  const db = await open();
  for (let at = 0; at < 501; at += 1) await addMark(db, step(start + at * 20_000));
  await addMark(db, moveOf("collector1", "start", start));
  await addMark(db, moveOf("collector1", "end", start + 4 * hour));
  await addMark(db, moveOf("collector2", "start", start));
  const { heard, way } = server();
  expect(await sendTrail(db, "collector1", quiet, way)).toEqual({ kind: "rest" });
  expect(heard).toEqual(["start", "end", "500 steps", "1 steps"]);
  await sendTrail(db, "collector1", quiet, way);
  expect(heard).toHaveLength(4);
});

test("no step goes while the shift before it has not arrived", async () => {
  const db = await open();
  await addMark(db, moveOf("collector1", "start", start));
  await addMark(db, step(start + 30_000));
  const { heard, way } = server(() => refusal(0, "unreachable"));
  expect(await sendTrail(db, "collector1", quiet, way)).toEqual({ kind: "later" });
  expect(heard).toEqual([]);
  expect((await marksOf(db, "collector1")).map(({ sent }) => sent)).toEqual([false, false]);
});

test("comes again when the server says, asks who is logged in, and lets go of what is against a rule", async () => {
  const db = await open();
  await addMark(db, moveOf("collector1", "start", start));
  const round = (error: Error) => sendTrail(db, "collector1", quiet, server(() => error).way);
  expect(await round(new ProblemError(refusal(429, "too-many-requests").problem, 9_000))).toEqual({
    kind: "later",
    after: 9_000,
  });
  expect(await round(refusal(401, "not-logged-in"))).toEqual({ kind: "loggedOut" });
  const refused: number[] = [];
  const news = { ...quiet, onRefused: (error: ProblemError) => void refused.push(error.status) };
  expect(await sendTrail(db, "collector1", news, server(() => refusal(422, "rule")).way)).toEqual({ kind: "rest" });
  expect(refused).toEqual([422]);
  expect((await marksOf(db, "collector1"))[0]?.sent).toBe(true);
});

test("what was sent is there for a day, what was not for a week", async () => {
  const db = await open();
  await addMark(db, step(start));
  await sendTrail(db, "collector1", quiet, server().way);
  await addMark(db, step(start + 20_000));
  await forgetMarks(db, start + 23 * hour);
  expect(await marksOf(db, "collector1")).toHaveLength(2);
  await forgetMarks(db, start + 25 * hour);
  expect(await marksOf(db, "collector1")).toMatchObject([{ at: start + 20_000, sent: false }]);
  await forgetMarks(db, start + 8 * 24 * hour);
  expect(await marksOf(db, "collector1")).toEqual([]);
});
