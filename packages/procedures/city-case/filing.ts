import { Type } from "typebox";
import { rule, type ActionMaker } from "@xiuhua/core/procedure";
import type { CityShape } from "./base.ts";
import * as field from "./fields.ts";
import { form } from "./fields.ts";
import { criterionFits, tellReporter } from "./rules.ts";
import { open } from "./stages.ts";

/** The shift leader: file, or not. */
export const filing = (action: ActionMaker<CityShape>) => ({
  file: action({
    title: { zh: "立案", en: "File" },
    from: "accepted",
    to: "filed",
    by: ["shiftLeader"],
    weight: "main",
    input: form({ type: field.typeCode, criterion: field.criterionId, note: field.remark }),
    guard: ({ input, reference }) => criterionFits(reference, input.type, input.criterion),
    amend: ({ input }) => ({ type: input.type }),
    set: ({ input, now }) => ({ criterion: input.criterion, filedAt: now }),
  }),
  sendBack: action({
    title: { zh: "退回受理", en: "Send back to intake" },
    from: ["accepted", "untrue"],
    to: "reported",
    by: ["shiftLeader"],
    input: form({ reason: field.reason }),
    unless: ({ facts }) =>
      facts.filedAt === undefined
        ? undefined
        : rule({ zh: "案件已立案，不能退回受理", en: "The case is filed; it cannot go back to intake" }),
  }),
  declineFiling: action({
    title: { zh: "不予立案", en: "Decline to file" },
    from: "accepted",
    to: "notAccepted",
    by: ["shiftLeader"],
    weight: "grave",
    input: form({ reason: field.reason }),
    unless: ({ facts }) =>
      facts.filedAt === undefined
        ? undefined
        : rule({ zh: "案件已立案，请走作废程序", en: "The case is filed; void it instead" }),
    set: ({ input }) => ({ refusal: input.reason }),
    effects: ({ case: c, input }) =>
      tellReporter(c.subject.reporter, {
        zh: `案件 ${c.no} 不予立案：${input.reason}`,
        en: `Case ${c.no} was not filed: ${input.reason}`,
      }),
  }),
  overrule: action({
    title: { zh: "认定属实", en: "Hold it true" },
    from: "untrue",
    to: "accepted",
    by: ["shiftLeader"],
    input: form({ reason: field.reason }),
    set: ({ now }) => ({ acceptedAt: now }),
    restarts: () => ["file"],
  }),
  changeCriterion: action({
    title: { zh: "变更立案条件", en: "Change criterion" },
    from: ["filed", "districtFiled", "dispatched", "handling"],
    to: "same",
    by: ["shiftLeader"],
    weight: "grave",
    input: form({ type: field.typeCode, criterion: field.criterionId, reason: field.reason }),
    guard: ({ input, reference }) => criterionFits(reference, input.type, input.criterion),
    amend: ({ input }) => ({ type: input.type }),
    set: ({ input }) => ({ criterion: input.criterion }),
    relimits: ["handle"],
  }),
  askVoid: action({
    title: { zh: "申请作废", en: "Ask to void" },
    from: ["accepted", ...open],
    to: "same",
    by: ["intakeOfficer", "dispatcher", "departmentOfficer"],
    asks: "void",
    input: form({ reason: field.reason, duplicateOf: Type.Optional(field.caseNo("重复于案件", "Duplicate of")) }),
    guard: ({ case: c, input, reference }) =>
      input.duplicateOf === undefined || (input.duplicateOf !== c.no && reference.linked(input.duplicateOf))
        ? undefined
        : rule({ zh: "没有这个案件号", en: "There is no such case" }, "/duplicateOf"),
  }),
  approveVoid: action({
    title: { zh: "作废", en: "Void" },
    from: ["untrue", "accepted", ...open],
    to: "voided",
    by: ["shiftLeader"],
    weight: "grave",
    answers: "void",
    answersAny: true,
    input: form({ reason: field.reason, duplicateOf: Type.Optional(field.caseNo("重复于案件", "Duplicate of")) }),
    guard: ({ case: c, input, reference }) =>
      input.duplicateOf === undefined || (input.duplicateOf !== c.no && reference.linked(input.duplicateOf))
        ? undefined
        : rule({ zh: "没有这个案件号", en: "There is no such case" }, "/duplicateOf"),
    effects: ({ case: c, input }) => [
      ...(input.duplicateOf === undefined
        ? []
        : [{ kind: "link", to: input.duplicateOf, relation: "duplicateOf" } as const]),
      ...tellReporter(c.subject.reporter, {
        zh: `案件 ${c.no} 已作废：${input.reason}`,
        en: `Case ${c.no} was voided: ${input.reason}`,
      }),
    ],
  }),
  denyVoid: action({
    title: { zh: "不同意作废", en: "Deny voiding" },
    from: ["accepted", ...open],
    to: "same",
    by: ["shiftLeader"],
    answers: "void",
    input: form({ reason: field.reason }),
  }),
});
