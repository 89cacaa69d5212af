import { Type } from "typebox";
import { note, type ActionMaker } from "@xiuhua/core/procedure";
import type { CityShape } from "./base.ts";
import * as field from "./fields.ts";
import { form } from "./fields.ts";
import { backTo } from "./rules.ts";
import { handled } from "./stages.ts";

const order = field.caseNo("工程编号", "Works order");

/** What a works order does to the cases that it bundles; each stays a case of its own. */
export const bundled = (action: ActionMaker<CityShape>) => ({
  joinWorks: action({
    title: { zh: "并入工程", en: "Join works" },
    from: [...handled, "onHold"],
    to: "onHold",
    by: ["system"],
    asked: true,
    input: form({ order, until: field.instant("计划完工", "Planned end") }),
    set: ({ case: c, facts, input }) => ({
      works: input.order,
      holdUntil: input.until,
      cameFrom: c.state === "onHold" ? (facts.cameFrom ?? "dispatched") : c.state,
    }),
  }),
  leaveWorks: action({
    title: { zh: "退出工程", en: "Leave works" },
    from: "onHold",
    to: ["dispatched", "handling", "districtFiled"],
    by: ["system"],
    asked: true,
    input: form({ order, reason: field.reason }),
    choose: ({ facts }) => backTo(facts.cameFrom),
    set: () => ({ works: null, holdUntil: null, cameFrom: null }),
  }),
  doneByWorks: action({
    title: { zh: "随工程完成", en: "Done by works" },
    from: [...handled, "onHold"],
    to: "handled",
    by: ["system"],
    asked: true,
    input: form({
      order,
      result: note(Type.String({ maxLength: 500 }), { words: { zh: "处置结果", en: "Result" }, widget: "longText" }),
    }),
    set: ({ input, now }) => ({ result: input.result, handledAt: now, holdUntil: null, cameFrom: null }),
  }),
});
