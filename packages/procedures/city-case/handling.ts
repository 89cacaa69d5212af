import { Type } from "typebox";
import { choice, note, rule, type ActionMaker } from "@xiuhua/core/procedure";
import type { CityShape } from "./base.ts";
import * as field from "./fields.ts";
import { form } from "./fields.ts";
import { extensionBarred, holdDate, holdsRole, unitCan } from "./rules.ts";
import { departmentKinds, handled } from "./stages.ts";

const day = 24 * 3600 * 1000;

/** The department: assign, do, or say why not. */
export const handling = (action: ActionMaker<CityShape>) => ({
  assign: action({
    title: { zh: "指派处置人员", en: "Assign handler" },
    from: handled,
    to: "handling",
    by: ["departmentOfficer"],
    weight: "main",
    input: form({ handler: field.person("handler", "处置人员", "Handler"), note: field.remark }),
    guard: ({ input, reference, facts }) =>
      holdsRole(reference, input.handler, "handler", "/handler", facts.department),
    set: ({ input }) => ({ handler: input.handler }),
  }),
  reportDone: action({
    title: { zh: "处置完成", en: "Report done" },
    from: handled,
    to: "handled",
    by: ["handler", "departmentOfficer"],
    weight: "main",
    evidence: { after: 1 },
    input: form({
      result: note(Type.String({ minLength: 1, maxLength: 500 }), {
        words: { zh: "处置结果", en: "Result" },
        widget: "longText",
      }),
    }),
    set: ({ input, now }) => ({ result: input.result, handledAt: now }),
  }),
  askReturn: action({
    title: { zh: "申请回退", en: "Ask to return" },
    passesOn: true,
    from: [...handled, "districtFiled"],
    to: ["returning", "disputed"],
    by: ["departmentOfficer", "districtDispatcher"],
    input: form({ reason: field.reason, proposed: Type.Optional(field.unit(departmentKinds)) }),
    unless: ({ facts }) =>
      facts.ruled
        ? rule({
            zh: "值班长已裁定责任单位，不能再回退",
            en: "The shift leader has ruled; it cannot be returned again",
          })
        : undefined,
    guard: ({ input, reference }) =>
      input.proposed === undefined ? undefined : unitCan(reference, input.proposed, departmentKinds, "/proposed"),
    choose: ({ facts, settings: s }) =>
      (facts.returnedBy?.length ?? 0) + 1 >= s.pingPongReturns ? "disputed" : "returning",
    restarts: () => ["dispatch"],
    set: ({ case: c, facts, actor }) => ({
      cameFrom: c.state,
      returnedBy: [...(facts.returnedBy ?? []), facts.department ?? facts.platform ?? actor.unit ?? ""],
    }),
  }),
  askExtension: action({
    title: { zh: "申请延期", en: "Ask to extend" },
    from: handled,
    to: "same",
    by: ["departmentOfficer"],
    asks: "extension",
    input: form({ reason: field.reason }),
    unless: (view) => extensionBarred(view),
  }),
  askHold: action({
    title: { zh: "申请挂账", en: "Ask to hold" },
    from: handled,
    to: "same",
    by: ["departmentOfficer"],
    asks: "hold",
    input: form({
      cause: choice(
        {
          works: { zh: "需工程施工", en: "Needs works" },
          season: { zh: "季节原因", en: "Season" },
          other: { zh: "其他", en: "Other" },
        },
        { words: { zh: "原因类别", en: "Cause" } },
      ),
      until: field.instant("挂账至", "On hold until"),
      reason: field.reason,
    }),
    guard: ({ input, now, settings: s }) => holdDate(input.until, now, s.mostHoldDays),
  }),
  appeal: action({
    title: { zh: "申诉超期", en: "Appeal a late mark" },
    from: "closed",
    to: "same",
    by: ["departmentOfficer"],
    asks: "appeal",
    input: form({ reason: field.reason }),
    unless({ case: c, facts, now, settings: s }) {
      if (facts.appeal !== undefined) return rule({ zh: "每案只能申诉一次", en: "A case may be appealed once" });
      if (now > (facts.closedAt ?? 0) + s.appealDays * day)
        return rule({ zh: `结案已超过 ${s.appealDays} 天，不能申诉`, en: `Closed more than ${s.appealDays} days ago` });
      const clock = c.clocks.handle;
      const late = clock?.due !== undefined && (clock.segments.at(-1)?.to ?? now) > clock.due;
      return late ? undefined : rule({ zh: "处置没有超期，无需申诉", en: "The handling was not late" });
    },
    set: () => ({ appeal: "asked" }),
  }),
});
