import { Value } from "typebox/value";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Static } from "typebox";
import {
  defaultWorkingTime,
  LimitSchema,
  workingTimeProblem,
  WorkingTimeSchema,
  type Limit,
  type WorkingTime,
} from "./index.ts";

describe("the schema of a limit", () => {
  it("takes what the type takes", () => {
    expectTypeOf<Static<typeof LimitSchema>>().toExtend<Limit>();
    expectTypeOf<Static<typeof LimitSchema>["unit"]>().toEqualTypeOf<Limit["unit"]>();
    expect(Value.Check(LimitSchema, { value: 1.5, unit: "work_day" })).toBe(true);
  });

  it("refuses what no clock can run", () => {
    for (const bad of [
      { value: -1, unit: "work_day" },
      { value: Number.NaN, unit: "work_day" },
      { value: 1e9, unit: "work_day" },
      { value: 1, unit: "fortnight" },
      { value: 1 },
      { value: 1, unit: "minute", basis: "" },
    ])
      expect(Value.Check(LimitSchema, bad)).toBe(false);
  });
});

describe("the schema of working time", () => {
  const withSpans = (...spans: [string, string][]): WorkingTime => ({
    ...defaultWorkingTime,
    spans: spans.map(([from, to]) => ({ from, to })),
  });

  it("takes the default, and a duty round the clock", () => {
    expectTypeOf<Static<typeof WorkingTimeSchema>>().toExtend<WorkingTime>();
    for (const sound of [defaultWorkingTime, withSpans(["00:00", "24:00"])]) {
      expect(Value.Check(WorkingTimeSchema, sound)).toBe(true);
      expect(workingTimeProblem(sound)).toBeUndefined();
    }
  });

  it("refuses times that are none, and days that are none", () => {
    expect(Value.Check(WorkingTimeSchema, withSpans(["8:00", "12:00"]))).toBe(false);
    expect(Value.Check(WorkingTimeSchema, withSpans(["24:00", "24:00"]))).toBe(false);
    expect(Value.Check(WorkingTimeSchema, withSpans())).toBe(false);
    expect(Value.Check(WorkingTimeSchema, { ...defaultWorkingTime, weekdays: [0] })).toBe(false);
    expect(Value.Check(WorkingTimeSchema, { ...defaultWorkingTime, weekdays: [1, 1] })).toBe(false);
  });

  it("leaves to a check what it cannot say", () => {
    expect(workingTimeProblem({ ...defaultWorkingTime, zone: "Asia/Atlantis" })).toBe("zone_unknown");
    expect(workingTimeProblem({ ...defaultWorkingTime, weekdays: [] })).toBe("weekdays_empty");
    expect(workingTimeProblem(withSpans(["12:00", "08:00"]))).toBe("span_empty");
    expect(workingTimeProblem(withSpans())).toBe("span_empty");
    expect(workingTimeProblem(withSpans(["08:00", "12:00"], ["11:00", "18:00"]))).toBe("spans_overlap");
    expect(workingTimeProblem(withSpans(["08:61", "12:00"]))).toBe("span_malformed");
  });
});
