import { expect, test } from "vitest";
import type { CaseSummary } from "@xiuhua/server/api";
import { act } from "../queue/testing/samples.ts";
import { byClock, byDistance, taskOf } from "./order.ts";
import { standOf } from "./stand.ts";

const here = { lng: 113.24, lat: 35.24 };
const at = (minutes: number): string => new Date(minutes * 60_000).toISOString();

function summary(no: string, north: number | undefined, due?: number, warn = due): CaseSummary {
  return {
    no,
    procedure: "city-case",
    seq: 4,
    state: "checking",
    final: false,
    title: no,
    requests: [],
    openedAt: at(0),
    changedAt: at(0),
    overran: [],
    ...(north === undefined ? {} : { place: { ...here, lat: here.lat + north / 111_320, text: no } }),
    ...(due === undefined ? {} : { dueAt: at(due), warnAt: at(warn ?? due), colour: "green" as const }),
  };
}
const tasks = [
  summary("green-near", 10, 900),
  summary("no-clock", 1),
  summary("red-far", 900, 50),
  summary("yellow", 5, 200, 90),
  summary("red-near", 300, 80),
  summary("green-nowhere", undefined, 300),
];
const names = (sorted: ReturnType<typeof byClock>) => sorted.map((one) => one.summary.no);

test("what ran over first, then what is about to; the nearest first among those alike", () => {
  const all = tasks.map((one) => taskOf(one, here));
  expect(names(byClock(all, 100 * 60_000))).toEqual([
    "red-near",
    "red-far",
    "yellow",
    "green-near",
    "green-nowhere",
    "no-clock",
  ]);
  expect(names(byDistance(all))[0]).toBe("no-clock");
  expect(names(byDistance(all)).at(-1)).toBe("green-nowhere");
});

test("without a position those alike come by their time", () => {
  const all = tasks.map((one) => taskOf(one, undefined));
  expect(names(byClock(all, 100 * 60_000)).slice(0, 2)).toEqual(["red-far", "red-near"]);
});

test("a task that was done here is open no more, whatever the list still says", () => {
  const done = act("one", "c-1", 4);
  const entry = { ...done, order: 1, lane: "c-1", state: "waiting" as const, tries: 0, notBefore: 0 };
  const task = { no: "c-1", seq: 4 };
  expect(standOf(task, []).kind).toBe("open");
  expect(standOf({ no: "c-2", seq: 4 }, [entry]).kind).toBe("open");
  expect(standOf(task, [entry]).kind).toBe("waiting");
  expect(standOf(task, [{ ...entry, state: "conflict" }]).kind).toBe("asking");
  expect(standOf(task, [{ ...entry, state: "kept" }]).kind).toBe("open");
  const sent = { ...entry, state: "sent" as const, answer: { no: "c-1", seq: 5, state: "checked" } };
  expect(standOf(task, [sent]).kind).toBe("done");
  // It came back to the same person later: that is another task.
  expect(standOf({ no: "c-1", seq: 9 }, [sent]).kind).toBe("open");
});
