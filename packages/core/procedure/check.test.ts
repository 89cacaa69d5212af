import { Type } from "typebox";
import { expect, test } from "vitest";
import { checkProcedure, noInput, note, procedure, type Procedure } from "./index.ts";

const words = (one: string) => ({ zh: `“${one}”`, en: one });

/** A sound little procedure: something is asked for, and granted or not. */
function sound(): Procedure {
  return procedure({
    id: "leave",
    version: 1,
    title: words("Leave"),
    subject: Type.Object({ wish: note(Type.String(), { words: words("Wish") }) }),
    facts: Type.Object({ office: Type.Optional(note(Type.String(), { words: words("Office") })) }),
    settings: Type.Object({}),
    roles: {
      asker: { title: words("Asker"), side: "field" },
      granter: { title: words("Granter"), side: "centre", bound: { unit: "office" } },
    },
    states: {
      asked: { title: words("Asked"), waitsFor: "granter" },
      resting: { title: words("Resting") },
      done: { title: words("Done"), final: true },
    },
    clocks: {
      grant: {
        title: words("Grant"),
        basis: words("House rule"),
        runsIn: ["asked"],
        again: "anew",
        limit: () => ({ value: 1, unit: "work_day" }),
      },
    },
    requests: { withdrawal: { title: words("Withdrawal"), waitsFor: "granter" } },
    index: ({ subject }) => ({ title: subject.wish }),
  }).actions((action) => ({
    ask: action({
      title: words("Ask"),
      opens: true,
      to: "asked",
      by: ["asker"],
      input: Type.Object({ wish: note(Type.String(), { words: words("Wish") }) }),
      subject: ({ input }) => input,
    }),
    rest: action({ title: words("Rest"), from: "asked", to: "resting", by: ["granter"], input: noInput }),
    wake: action({
      title: words("Wake"),
      from: "resting",
      to: "asked",
      by: ["system"],
      input: noInput,
      at: ({ case: c }) => c.since + 1,
    }),
    askBack: action({
      title: words("Ask back"),
      from: "asked",
      to: "same",
      by: ["asker"],
      asks: "withdrawal",
      input: noInput,
    }),
    grant: action({
      title: words("Grant"),
      from: "asked",
      to: "done",
      by: ["granter"],
      answers: "withdrawal",
      answersAny: true,
      input: noInput,
    }),
  }));
}

type Loose = { [K in "roles" | "states" | "clocks" | "requests" | "actions"]: Record<string, Record<string, unknown>> };

/** Whatever was spoilt, it is handed in as a procedure. */
const given = (value: unknown): value is Procedure => typeof value === "object";

/** The same with one thing spoilt. What a type would refuse is spoilt as well: a procedure may come from JavaScript. */
function spoilt(spoil: (loose: Loose & Record<string, unknown>) => void): string[] {
  const good = sound();
  const copy = (group: object) => Object.fromEntries(Object.entries(group).map(([name, one]) => [name, { ...one }]));
  const bad = {
    ...good,
    roles: copy(good.roles),
    states: copy(good.states),
    clocks: copy(good.clocks),
    requests: copy(good.requests),
    actions: copy(good.actions),
  };
  spoil(bad);
  return given(bad) ? checkProcedure(bad) : [];
}

test("a sound procedure has no problems", () => {
  expect(checkProcedure(sound())).toEqual([]);
});

test.each<[string, (loose: Loose & Record<string, unknown>) => void, string]>([
  [
    "a state nobody reaches",
    (p) => (p.states["lost"] = { title: words("Lost"), final: true }),
    "state lost cannot be reached",
  ],
  ["a dead end", (p) => (p.actions["grant"]!["to"] = "asked"), "state asked has no way out to a final state"],
  ["no final state", (p) => delete p.states["done"]!["final"], "no state is final"],
  [
    "a final state that waits",
    (p) => (p.states["done"]!["waitsFor"] = "asker"),
    "state done is final and waits for asker",
  ],
  [
    "a missing Chinese title",
    (p) => (p.actions["rest"]!["title"] = { zh: " ", en: "Rest" }),
    "action rest has no Chinese title",
  ],
  [
    "a missing English title",
    (p) => (p.states["asked"]!["title"] = { zh: "已申请", en: "" }),
    "state asked has no English title",
  ],
  ["a procedure without a title", (p) => delete p["title"], "the procedure has no Chinese title"],
  [
    "a clock without a basis",
    (p) => (p.clocks["grant"]!["basis"] = { zh: "", en: "x" }),
    "the basis of clock grant has no Chinese title",
  ],
  [
    "a field without words",
    (p) => (p.actions["rest"]!["input"] = Type.Object({ why: Type.String() })),
    "field why of action rest has no Chinese title",
  ],
  [
    "a subject's field without words",
    (p) => (p["subject"] = Type.Object({ wish: Type.String() })),
    "field wish has no English title",
  ],
  [
    "a fact without words",
    (p) => (p["facts"] = Type.Object({ office: Type.String() })),
    "fact office has no English title",
  ],
  ["an action without a role", (p) => (p.actions["rest"]!["by"] = []), "action rest has no role"],
  ["an unknown role", (p) => (p.actions["rest"]!["by"] = ["king"]), "action rest names the unknown role king"],
  [
    "an unknown state to come from",
    (p) => (p.actions["rest"]!["from"] = "dreaming"),
    "action rest names the unknown state dreaming",
  ],
  [
    "an unknown state to go to",
    (p) => (p.actions["rest"]!["to"] = "dreaming"),
    "action rest names the unknown state dreaming",
  ],
  [
    "several targets and no choice",
    (p) => (p.actions["rest"]!["to"] = ["asked", "resting"]),
    "action rest has several targets and no choose",
  ],
  [
    "a timed action without a time",
    (p) => delete p.actions["wake"]!["at"],
    "action wake is done by time and has no at",
  ],
  [
    "a state that waits for an unknown role",
    (p) => (p.states["asked"]!["waitsFor"] = "king"),
    "state asked waits for the unknown role king",
  ],
  [
    "a state that waits for a role with nothing to do",
    (p) => (p.states["asked"]!["waitsFor"] = "asker"),
    "state asked waits for asker, who has no action there that leads on",
  ],
  [
    "a state that waits for nothing",
    (p) => delete p.states["asked"]!["waitsFor"],
    "state asked waits for nobody and no action of system leaves it",
  ],
  [
    "a state with an unknown fact",
    (p) => (p.states["asked"]!["person"] = "friend"),
    "state asked names the unknown fact friend",
  ],
  [
    "a role with an unknown fact",
    (p) => (p.roles["granter"]!["bound"] = { unit: "house" }),
    "role granter is bound to the unknown fact house",
  ],
  [
    "a clock that runs on in a final state",
    (p) => (p.clocks["grant"]!["runsIn"] = ["asked", "done"]),
    "clock grant does not stop in the final state done",
  ],
  [
    "a clock that pauses for ever",
    (p) => (p.clocks["grant"]!["pausesIn"] = ["done"]),
    "clock grant does not stop in the final state done",
  ],
  [
    "a clock in an unknown state",
    (p) => (p.clocks["grant"]!["runsIn"] = ["dreaming"]),
    "clock grant names the unknown state dreaming",
  ],
  ["a clock that never runs", (p) => (p.clocks["grant"]!["runsIn"] = []), "clock grant never runs"],
  [
    "a clock that leaves it to a setting",
    (p) => (p.clocks["grant"]!["again"] = "setting"),
    'clock grant leaves "again" to a setting and there is no clockAgain',
  ],
  ["a request nobody asks", (p) => delete p.actions["askBack"], "request withdrawal is asked by no action"],
  [
    "a request nobody answers",
    (p) => delete p.actions["grant"]!["answers"],
    "request withdrawal waits for granter, who cannot answer it",
  ],
  [
    "a request that another role answers",
    (p) => (p.requests["withdrawal"]!["waitsFor"] = "asker"),
    "request withdrawal waits for asker, who cannot answer it",
  ],
  [
    "an action that asks for nothing known",
    (p) => (p.actions["askBack"]!["asks"] = "rain"),
    "action askBack asks for the unknown request rain",
  ],
  [
    "an action that answers nothing known",
    (p) => (p.actions["grant"]!["answers"] = ["rain", "withdrawal"]),
    "action grant answers the unknown request rain",
  ],
  [
    "an action that extends no known clock",
    (p) => (p.actions["rest"]!["extends"] = "sun"),
    "action rest names the unknown clock sun",
  ],
  [
    "an action that relimits no known clock",
    (p) => (p.actions["rest"]!["relimits"] = ["sun"]),
    "action rest names the unknown clock sun",
  ],
])("is refused: %s", (_, spoil, problem) => {
  expect(spoilt(spoil)).toContain(problem);
});

test("such a procedure does not load, and the message names the culprit", () => {
  const { actions: _, ...base } = sound();
  expect(() => procedure(base).actions(() => ({}))).toThrow(
    /Procedure leave does not load:[^]*state asked cannot be reached/,
  );
});
