import { describe, expect, it } from "vitest";
import type { TimelineEntry } from "@xiuhua/server/api";
import { stepsOf } from "./steps.ts";

const entry = (seq: number, minute: number, from: string | undefined, to: string): TimelineEntry => ({
  seq,
  at: new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString(),
  action: "act",
  title: { zh: "办理", en: "Act" },
  actor: { role: "collector", roleTitle: { zh: "信息采集员", en: "Collector" } },
  ...(from === undefined ? {} : { from }),
  to,
  details: [],
  evidence: [],
});

describe("the steps of a case", () => {
  it("say how long the case stood where each step found it", () => {
    const steps = stepsOf([
      entry(1, 0, undefined, "reported"),
      entry(2, 12, "reported", "accepted"),
      entry(3, 30, "accepted", "filed"),
    ]);
    expect(steps.map((step) => step.waited)).toEqual([
      undefined,
      { state: "reported", milliseconds: 12 * 60_000 },
      { state: "accepted", milliseconds: 18 * 60_000 },
    ]);
  });

  it("end no wait where the case stays where it is", () => {
    const steps = stepsOf([
      entry(1, 0, undefined, "dispatched"),
      entry(2, 10, "dispatched", "dispatched"),
      entry(3, 25, "dispatched", "handled"),
    ]);
    expect(steps[1]?.waited).toBeUndefined();
    expect(steps[2]?.waited).toEqual({ state: "dispatched", milliseconds: 25 * 60_000 });
  });

  it("are none for an empty timeline", () => {
    expect(stepsOf([])).toEqual([]);
  });
});
