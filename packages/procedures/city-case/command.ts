import { Type } from "typebox";
import { note, type ActionMaker } from "@xiuhua/core/procedure";
import type { CityShape } from "./base.ts";
import * as field from "./fields.ts";
import { form } from "./fields.ts";
import { backTo, extensionBarred, holdDate, unitCan, withoutLast } from "./rules.ts";
import { departmentKinds, handled } from "./stages.ts";

/** Command: send it to the one responsible department, and answer what departments ask. */
export const command = (action: ActionMaker<CityShape>) => ({
  dispatch: action({
    title: { zh: "派遣", en: "Dispatch" },
    from: "filed",
    to: ["dispatched", "districtFiled"],
    by: ["dispatcher"],
    weight: "main",
    input: form({
      department: field.unit([...departmentKinds, "districtPlatform"]),
      jointUnits: Type.Optional(
        note(Type.Array(Type.String(), { maxItems: 10 }), {
          words: { zh: "协办单位", en: "Joint units" },
          widget: "unit",
          offers: departmentKinds,
        }),
      ),
      note: field.remark,
    }),
    guard: ({ input, reference }) =>
      unitCan(reference, input.department, [...departmentKinds, "districtPlatform"]) ??
      (input.jointUnits ?? [])
        .map((unit, index) => unitCan(reference, unit, departmentKinds, `/jointUnits/${index}`))
        .find((refusal) => refusal !== undefined),
    choose: ({ input, reference }) =>
      reference.unit(input.department)?.kind === "districtPlatform" ? "districtFiled" : "dispatched",
    set: ({ input, now, reference, facts }) => ({
      ...(reference.unit(input.department)?.kind === "districtPlatform"
        ? { platform: input.department, department: null }
        : { department: input.department, platform: null }),
      handler: null,
      dispatchedAt: facts.dispatchedAt ?? now,
      jointUnits: input.jointUnits ?? null,
      ruled: null,
    }),
    // The same department, or the platform above it, goes on with what was left; the desk it reaches has fresh time.
    restarts: ({ input, facts }) =>
      input.department === facts.platform || input.department === facts.department
        ? ["dispatch"]
        : ["handle", "dispatch"],
  }),
  districtDispatch: action({
    title: { zh: "区级派遣", en: "Dispatch in the district" },
    from: "districtFiled",
    to: "dispatched",
    by: ["districtDispatcher"],
    weight: "main",
    input: form({ department: field.unit(departmentKinds), note: field.remark }),
    guard: ({ input, reference }) => unitCan(reference, input.department, departmentKinds),
    set: ({ input }) => ({ department: input.department, handler: null }),
  }),
  approveReturn: action({
    title: { zh: "同意回退", en: "Approve return" },
    from: "returning",
    to: "filed",
    by: ["dispatcher"],
    weight: "main",
    input: form({ note: field.remark }),
    set: () => ({ cameFrom: null }),
    restarts: () => ["dispatch"],
  }),
  denyReturn: action({
    title: { zh: "不同意回退", en: "Deny return" },
    from: "returning",
    to: ["dispatched", "handling", "districtFiled"],
    by: ["dispatcher"],
    input: form({ reason: field.reason }),
    choose: ({ facts }) => backTo(facts.cameFrom),
    set: ({ facts }) => ({ cameFrom: null, returnedBy: withoutLast(facts.returnedBy) }),
    restarts: () => ["dispatch"],
  }),
  rule: action({
    title: { zh: "裁定责任单位", en: "Rule whose it is" },
    from: "disputed",
    to: "dispatched",
    by: ["shiftLeader"],
    weight: "main",
    input: form({ department: field.unit(departmentKinds), reason: field.reason }),
    guard: ({ input, reference }) => unitCan(reference, input.department, departmentKinds),
    set: ({ input }) => ({ department: input.department, platform: null, handler: null, ruled: true, cameFrom: null }),
    restarts: ({ input, facts }) => (input.department === facts.department ? [] : ["handle"]),
  }),
  approveExtension: action({
    title: { zh: "同意延期", en: "Approve extension" },
    from: handled,
    to: "same",
    by: ["dispatcher"],
    answers: "extension",
    extends: "handle",
    weight: "main",
    input: form({ note: field.remark }),
    unless: (view) => extensionBarred(view),
  }),
  denyExtension: action({
    title: { zh: "不同意延期", en: "Deny extension" },
    from: handled,
    to: "same",
    by: ["dispatcher"],
    answers: "extension",
    input: form({ reason: field.reason }),
  }),
  approveHold: action({
    title: { zh: "同意挂账", en: "Approve hold" },
    from: handled,
    to: "onHold",
    by: ["dispatcher"],
    answers: "hold",
    weight: "main",
    input: form({ until: field.instant("挂账至", "On hold until"), note: field.remark }),
    guard: ({ input, now, settings: s }) => holdDate(input.until, now, s.mostHoldDays),
    set: ({ input, case: c }) => ({ holdUntil: input.until, cameFrom: c.state }),
  }),
  denyHold: action({
    title: { zh: "不同意挂账", en: "Deny hold" },
    from: handled,
    to: "same",
    by: ["dispatcher"],
    answers: "hold",
    input: form({ reason: field.reason }),
  }),
  resume: action({
    title: { zh: "恢复处置", en: "Resume" },
    from: "onHold",
    to: ["dispatched", "handling"],
    by: ["system", "dispatcher"],
    input: form({ note: field.remark }),
    at: ({ facts }) => facts.holdUntil,
    choose: ({ facts }) => (facts.cameFrom === "handling" ? "handling" : "dispatched"),
    set: () => ({ holdUntil: null, cameFrom: null }),
  }),
});
