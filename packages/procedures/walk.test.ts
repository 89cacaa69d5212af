import fc from "fast-check";
import { available, replay, type CaseRecord, type ClockRecord, type Procedure } from "@xiuhua/core/procedure";
import { expect, test, vi } from "vitest";
import { balance } from "./city-case/balance.ts";
import { cityCase } from "./index.ts";
import type { Chooser } from "./testing/inputs.ts";
import { rewritten, walk, type Step } from "./testing/walk.ts";
import { calendar, personNames } from "./testing/world.ts";

// Tens of thousands of steps take seconds on an idle machine, and longer on a busy one.
vi.setConfig({ testTimeout: 120_000 });

const steps = 120;
const plain: Procedure = cityCase;

/** Without fast-check's liking for small numbers, which would choose the same few actions. */
const evenly = (count: number) => fc.noBias(fc.nat({ max: count - 1 }));

function chooser(g: fc.GeneratorValue): Chooser {
  return (among) => among[g(evenly, among.length)] ?? among[0];
}

/** What is wrong after a step, in words. */
type Fault = string | false | undefined;

/** The first fault at any step of many random walks, with its seed; `begin` is called before each walk. */
function faultOf(
  faults: (step: Step) => readonly Fault[],
  begin: () => void = () => undefined,
  more: { readonly seed?: number; readonly numRuns?: number } = {},
): string | undefined {
  const result = fc.check(
    fc.property(fc.gen(), (g) => {
      begin();
      walk(chooser(g), steps, (step) => {
        const found = faults(step).filter((fault) => fault !== false && fault !== undefined);
        if (found.length > 0) throw new Error(`after ${step.event.action} in ${step.after.state}: ${found.join("; ")}`);
      });
    }),
    // A walk is told whole by its seed; to look for a shorter one takes longer than to read it.
    { numRuns: 40, endOnFailure: true, ...more },
  );
  return result.failed ? fc.defaultReportMessage(result) : undefined;
}

const isFinal = (state: string) => plain.states[state]?.final === true;
const clocksOf = ({ clocks }: CaseRecord): [string, ClockRecord][] =>
  Object.entries(clocks).filter((entry): entry is [string, ClockRecord] => entry[1] !== undefined);

test("walks reach every state and do every action", () => {
  const seen = new Set<string>();
  const done = new Set<string>();
  const look = ({ after, event }: Step) => {
    seen.add(after.state);
    done.add(event.action);
    return [];
  };
  expect(faultOf(look, undefined, { seed: 1, numRuns: 80 })).toBeUndefined();
  expect(Object.keys(cityCase.states).filter((name) => !seen.has(name))).toEqual([]);
  // What a works order asks of a case is done where both are walked (`every-procedure.test.ts`, F9).
  const actions = Object.entries(plain.actions).flatMap(([name, one]) => (!one.opens && one.asked ? [] : [name]));
  expect(actions.filter((name) => !done.has(name))).toEqual([]);
});

test("any sequence of actions replays to the same case, also after it was written down as JSON", () => {
  expect(
    faultOf(({ city, after }) => {
      expect(replay(city.log)).toStrictEqual(after);
      expect(rewritten(city.log)).toStrictEqual(after);
      return [];
    }),
  ).toBeUndefined();
});

test("no case is stuck: somebody can act, or time will", () => {
  expect(
    faultOf(({ city, after }) => {
      if (isFinal(after.state)) return [];
      const someone = personNames.some((name) => available(cityCase, after, [city.context(name)]).length > 0);
      const waits = plain.states[after.state]?.waitsFor !== undefined || city.timed() !== undefined;
      return [!someone && city.timed() === undefined && "nobody can act", !waits && "it waits for nothing"];
    }),
  ).toBeUndefined();
});

test("the books balance at all times: filed = closed + voided + open + held", () => {
  expect(
    faultOf(({ city }) => {
      const { filed, closed, voided, open, held } = balance(city.cases.values());
      return [
        closed + voided + open + held !== filed && `${filed} filed, ${closed}+${voided}+${open}+${held} in the books`,
      ];
    }),
  ).toBeUndefined();
});

test("clocks stand still in final states, run where they should, and never run out before they begin", () => {
  expect(
    faultOf(({ after }) =>
      clocksOf(after).flatMap(([name, { status, segments, due, warn }]) => {
        const runs = status === "running";
        const begin = segments[0]?.from;
        return [
          runs !== plain.clocks[name]?.runsIn.includes(after.state) && `${name} is ${status}`,
          isFinal(after.state) && status !== "stopped" && `${name} is ${status} at the end`,
          begin !== undefined && due !== undefined && due < begin && `${name} runs out before it begins`,
          due !== undefined && warn !== undefined && warn > due && `${name} warns too late`,
          runs && due === undefined && `${name} runs for ever`,
          segments.filter(({ to }) => to === undefined).length !== (runs ? 1 : 0) && `${name} has open segments`,
          segments.some(({ to }, index) => to !== undefined && to > (segments[index + 1]?.from ?? to)) &&
            `${name} has segments that overlap`,
        ];
      }),
    ),
  ).toBeUndefined();
});

test("the limit of a handling clock in force is its first one, once more for each extension", () => {
  expect(
    faultOf(({ after }) =>
      clocksOf(after).map(
        ([name, { limit, base, extensions }]) =>
          (limit.unit !== base.unit || limit.value !== base.value * (1 + extensions) || extensions > 2) &&
          `${name} has ${limit.value} after ${extensions} extensions of ${base.value}`,
      ),
    ),
  ).toBeUndefined();
});

test("no extension is granted after the limit", () => {
  expect(
    faultOf(({ before, event }) => [
      event.action === "approveExtension" &&
        event.at > (before?.clocks["handle"]?.due ?? Infinity) &&
        "an extension was granted while the light was red",
    ]),
  ).toBeUndefined();
});

test("the time that a handling clock has spent is the sum of the times it ran", () => {
  const models = new Map<string, { begin: number | undefined; since: number; ran: boolean; hours: number }>();
  const look = ({ after, event }: Step) => {
    const clock = after.clocks["handle"];
    if (!clock) return [];
    const begin = clock.segments[0]?.from;
    const model = models.get(after.no);
    const goesOn = model !== undefined && begin !== undefined && model.begin === begin;
    const before = goesOn ? model.hours : 0;
    const hours = before + (goesOn && model.ran ? calendar.spent(model.since, event.at, "work_hour") : 0);
    models.set(after.no, { begin, since: event.at, ran: clock.status === "running", hours });
    const sum = clock.segments
      .map(({ from, to = event.at }) => calendar.spent(from, to, "work_hour"))
      .reduce((a, b) => a + b, 0);
    const share = calendar.share(clock.limit, clock.segments, event.at);
    return [
      Math.abs(sum - hours) > 1e-6 && `${sum} hours in segments, ${hours} on the watch`,
      clock.limit.unit === "work_hour" && Math.abs(share * clock.limit.value - sum) > 1e-6 && `a share of ${share}`,
    ];
  };
  expect(faultOf(look, () => models.clear())).toBeUndefined();
});

test("a hold moves the instant at which the limit runs out by exactly its own time", () => {
  const held = new Map<string, { at: number; due: number }>();
  let seen = 0;
  const look = ({ before, after, event }: Step) => {
    const due = before?.clocks["handle"]?.due;
    if (event.action === "approveHold" && due !== undefined) held.set(after.no, { at: event.at, due });
    const hold = held.get(after.no);
    const clock = after.clocks["handle"];
    if (event.action !== "resume" || !hold || !clock) return [];
    seen += 1;
    const unit = clock.limit.unit === "work_hour" || clock.limit.unit === "work_day" ? "work_hour" : "urgent_hour";
    const value = hold.at >= hold.due ? 0 : calendar.spent(hold.at, event.at, unit);
    const expected = calendar.add(hold.due, { value, unit });
    return [clock.due !== expected && `it runs out at ${clock.due}, not at ${expected}`];
  };
  expect(faultOf(look, () => held.clear(), { seed: 1 })).toBeUndefined();
  expect(seen).toBeGreaterThan(5);
});
