import { expect, test } from "vitest";
import type { TimelineEntry } from "@xiuhua/server/api";
import { planOf } from "./plan.ts";

const words = { zh: "—", en: "—" };
const step = (seq: number, at: number, to: string): TimelineEntry => ({
  seq,
  at: new Date(at).toISOString(),
  action: to,
  title: words,
  actor: { role: "worksManager", roleTitle: words },
  to,
  details: [],
  evidence: [],
});
const rests = (state: string) => state === "onHold";
const facts = {
  startAt: 100,
  endAt: 500,
  milestones: [
    { name: "铣刨", at: 200, reachedAt: 180 },
    { name: "摊铺", at: 300 },
    { name: "标线", at: 450 },
  ],
};

test("tells which steps are reached, overdue or ahead, and when the work stood still", () => {
  const timeline = [step(1, 90, "planning"), step(2, 95, "underway"), step(3, 210, "onHold"), step(4, 260, "underway")];
  const plan = planOf({ facts, timeline, final: false }, rests, 400);
  expect(plan?.steps.map(({ name, late }) => [name, late])).toEqual([
    ["铣刨", false],
    ["摊铺", true],
    ["标线", false],
  ]);
  expect(plan?.holds).toEqual([{ from: 210, to: 260 }]);
  expect(plan?.axis).toEqual({ from: 100, to: 500 });
});

test("a hold that lasts goes on until now, and now may lie beyond the plan", () => {
  const timeline = [step(1, 90, "underway"), step(2, 450, "onHold")];
  const plan = planOf({ facts, timeline, final: false }, rests, 600);
  expect(plan?.holds).toEqual([{ from: 450, to: 600 }]);
  expect(plan?.axis.to).toBe(600);
  expect(planOf({ facts, timeline: [], final: true }, rests, 600)?.axis.to).toBe(500);
});

test("what has no plan has none", () => {
  expect(planOf({ facts: { milestones: facts.milestones }, timeline: [], final: false }, rests, 1)).toBeUndefined();
});
