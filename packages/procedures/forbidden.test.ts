import { apply, checkProcedure, open, sources, type Refusal } from "@xiuhua/core/procedure";
import { describe, expect, test } from "vitest";
import { cityCase } from "./index.ts";
import { inputs } from "./testing/inputs.ts";
import { photos, type City, type Doer } from "./testing/scenario.ts";
import { stages } from "./testing/stages.ts";
import { people, personNames } from "./testing/world.ts";

const stageNames = Object.keys(stages).filter((name): name is keyof typeof stages => name in stages);
const actions = Object.entries(cityCase.actions);
const roles = [...new Set(personNames.map((name) => people[name].role))];
const holder = (role: string): Doer => personNames.find((name) => people[name].role === role) ?? "system";

function refusalOf(city: City, action: string, doer: Doer): Refusal | undefined {
  const input = inputs[action]?.({ pick: (among) => among[0], now: city.now, record: city.case, others: ["JZ-1"] });
  const result = apply(cityCase, city.case, action, input, city.context(doer, photos(action)));
  return result.ok ? undefined : result.refusal;
}

function saysWhy(refusal: Refusal | undefined) {
  expect(refusal?.message.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(refusal?.message.en).toMatch(/[a-z]/i);
}

test("there is a stage for every state, and the test city has somebody for every role", () => {
  expect(stageNames.toSorted()).toEqual(Object.keys(cityCase.states).toSorted());
  for (const name of stageNames) expect(stages[name]().case.state).toBe(name);
  expect(roles.toSorted()).toEqual(Object.keys(cityCase.roles).toSorted());
  expect(Object.keys(inputs).toSorted()).toEqual(Object.keys(cityCase.actions).toSorted());
  expect(checkProcedure(cityCase)).toEqual([]);
});

describe.each(stageNames)("in %s", (stage) => {
  const city = stages[stage]();

  test("every action that does not start here is refused with the reason", () => {
    for (const [name, action] of actions) {
      if (action.opens || sources(action).includes(stage)) continue;
      for (const role of action.by) {
        const refusal = refusalOf(city, name, role === "system" ? "system" : holder(role));
        expect(refusal?.code, `${name} by ${role}`).toBe("wrong-state");
        expect(refusal?.message.zh).toContain(cityCase.states[stage].title.zh);
        saysWhy(refusal);
      }
    }
  });

  test("every action that starts here is refused to whoever may not do it, and the refusal names who may", () => {
    for (const [name, action] of actions) {
      if (!sources(action).includes(stage)) continue;
      const system: Doer[] = action.by.includes("system") ? [] : ["system"];
      for (const doer of [...roles.filter((role) => !action.by.some((one) => one === role)).map(holder), ...system]) {
        const refusal = refusalOf(city, name, doer);
        expect(refusal?.code, `${name} by ${doer}`).toBe("wrong-role");
        saysWhy(refusal);
      }
    }
  });

  test("no action that opens a case works on this one", () => {
    for (const [name] of actions.filter(([, action]) => action.opens)) {
      const refusal = refusalOf(city, name, "scout");
      expect(refusal?.code).toBe("unknown-action");
      saysWhy(refusal);
    }
  });
});

test("no case is opened by a role that may not, nor with an action that opens none", () => {
  const city = stages.reported();
  for (const [name, action] of actions)
    for (const role of roles) {
      if (action.opens && action.by.some((one) => one === role)) continue;
      const result = open(cityCase, { city: "410800", no: "JZ-9" }, name, {}, city.context(holder(role), photos(name)));
      expect(result.ok ? "opened" : result.refusal.code).toBe(action.opens ? "wrong-role" : "unknown-action");
    }
});

describe("a role that is bound", () => {
  const others: Readonly<Record<string, readonly Doer[]>> = {
    departmentOfficer: ["lightingDesk", "parksDesk", "bureauDesk"],
    districtDispatcher: ["shanyangDesk"],
    handler: ["electrician", "gardener", "bureauCrew"],
    collector: ["otherScout"],
  };

  test("does nothing to a case that lies with another unit or person", () => {
    let tried = 0;
    for (const stage of stageNames) {
      const city = stages[stage]();
      for (const [name, action] of actions)
        for (const role of action.by)
          for (const doer of sources(action).includes(stage) ? (others[role] ?? []) : []) {
            const refusal = refusalOf(city, name, doer);
            expect(refusal?.code, `${name} in ${stage} by ${doer}`).toBe("not-your-turn");
            saysWhy(refusal);
            tried += 1;
          }
    }
    expect(tried).toBeGreaterThan(60);
  });

  test("leaves a colleague's case alone once a handler is named", () => {
    expect(refusalOf(stages.handling(), "reportDone", "eastSweeper")?.code).toBe("not-your-turn");
  });

  test("may be stood in for", () => {
    const city = stages.handling();
    const context = city.context("sweeper", photos("reportDone"));
    const actor = { ...context.actor, person: "substitute", onBehalfOf: "sweeper" };
    expect(apply(cityCase, city.case, "reportDone", { result: "已清除" }, { ...context, actor }).ok).toBe(true);
  });
});
