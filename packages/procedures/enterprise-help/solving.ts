import { Type } from "typebox";
import { choice, note, rule, type ActionMaker, type Reference, type Refusal } from "@xiuhua/core/procedure";
import { caseNo, form, instant, placeInput, reason, remark, text } from "../shared/fields.ts";
import { endOfDay, inCity, otherCase, placed, unitCan } from "../shared/rules.ts";
import type { EnterpriseShape } from "./base.ts";
import { contact, enterprise, jointUnits, leadUnit, problem, source, takingKinds } from "./fields.ts";

const due = instant("办结期限", "Due");

/** From the visit to the solution. */
export const solving = (action: ActionMaker<EnterpriseShape>) => ({
  raise: action({
    title: { zh: "登记问题", en: "Record a problem" },
    opens: true,
    to: ["raised", "assigned"],
    by: ["enterpriseOfficer", "leader", "departmentOfficer"],
    evidence: { document: 0 },
    input: form({
      enterprise,
      problem,
      source,
      leadUnit: Type.Optional(leadUnit),
      jointUnits: Type.Optional(jointUnits),
      due: Type.Optional(due),
      raisedAt: Type.Optional(instant("反映日期", "Raised on")),
      contact: Type.Optional(contact),
      place: Type.Optional(placeInput),
    }),
    // Only the ledger's keeper knows at once whose it is; what others bring is assigned first.
    choose: ({ input, actor }) =>
      input.leadUnit !== undefined && actor.role === "enterpriseOfficer" ? "assigned" : "raised",
    guard: ({ input, now, reference }) =>
      (input.raisedAt !== undefined && input.raisedAt > now
        ? rule({ zh: "反映日期不能晚于今天", en: "It cannot have been raised in the future" }, "/raisedAt")
        : undefined) ??
      unitsFit(reference, input.leadUnit, input.jointUnits) ??
      inCity(input.place, reference),
    subject: ({ input, reference }) => ({
      enterprise: input.enterprise,
      problem: input.problem,
      source: input.source,
      ...(input.contact === undefined ? {} : { contact: input.contact }),
      ...(input.place === undefined ? {} : { place: placed(input.place, reference) }),
      ...(input.raisedAt === undefined ? {} : { raisedAt: input.raisedAt }),
    }),
    set: ({ input, now, calendar, settings: s }) => ({
      ...(input.leadUnit === undefined ? {} : { leadUnit: input.leadUnit }),
      ...(input.jointUnits === undefined ? {} : { jointUnits: input.jointUnits }),
      dueAt:
        input.due === undefined
          ? calendar.add(now, { value: s.dueDays, unit: "work_day" })
          : endOfDay(calendar, input.due),
    }),
  }),
  assign: action({
    title: { zh: "交办", en: "Assign" },
    from: ["raised", "assigned"],
    to: "assigned",
    by: ["enterpriseOfficer"],
    weight: "main",
    input: form({
      leadUnit,
      jointUnits: Type.Optional(jointUnits),
      due: Type.Optional(due),
      note: remark,
    }),
    guard: ({ input, reference }) => unitsFit(reference, input.leadUnit, input.jointUnits),
    set: ({ input, calendar }) => ({
      leadUnit: input.leadUnit,
      jointUnits: input.jointUnits ?? null,
      ...(input.due === undefined ? {} : { dueAt: endOfDay(calendar, input.due) }),
    }),
    relimits: ["solve"],
  }),
  giveBack: action({
    title: { zh: "退回交办", en: "Give back" },
    from: "assigned",
    to: "raised",
    by: ["departmentOfficer"],
    passesOn: true,
    input: form({ reason }),
    set: () => ({ leadUnit: null }),
  }),
  contribute: action({
    title: { zh: "协办意见", en: "Contribute" },
    from: "assigned",
    to: "same",
    by: ["departmentOfficer"],
    joint: true,
    input: form({ opinion: note(text(500), { words: { zh: "协办情况", en: "What was done" }, widget: "longText" }) }),
  }),
  solve: action({
    title: { zh: "报办结", en: "Report solved" },
    from: "assigned",
    to: "solved",
    by: ["departmentOfficer"],
    weight: "main",
    input: form({
      way: choice(
        { solved: { zh: "已解决", en: "Solved" }, settled: { zh: "已妥善处理", en: "Settled otherwise" } },
        { words: { zh: "处理方式", en: "How" } },
      ),
      result: note(text(1000), { words: { zh: "处理结果", en: "Result" }, widget: "longText" }),
    }),
    set: ({ input, now }) => ({ way: input.way, result: input.result, solvedAt: now }),
  }),
  merge: action({
    title: { zh: "合并", en: "Merge" },
    from: ["raised", "assigned"],
    to: "merged",
    by: ["enterpriseOfficer"],
    weight: "grave",
    input: form({ into: caseNo("并入编号", "Into"), note: remark }),
    guard: ({ case: c, input, reference }) =>
      otherCase(reference, c.no, input.into, "/into", "enterprise-help") ??
      (reference.linked(input.into)?.state === "merged"
        ? rule({ zh: "该件已并入他件，请并入主件", en: "That one was merged itself" }, "/into")
        : undefined),
    set: ({ input }) => ({ mergedInto: input.into }),
    effects: ({ input }) => [{ kind: "link", to: input.into, relation: "mergedInto" }],
  }),
});

/** One lead, who is not among those who join in (合办的事有一个牵头单位). */
function unitsFit(reference: Reference, lead: string | undefined, joint: readonly string[] = []): Refusal | undefined {
  const wrong =
    (lead === undefined ? undefined : unitCan(reference, lead, takingKinds, "/leadUnit")) ??
    joint.map((one) => unitCan(reference, one, takingKinds, "/jointUnits")).find((one) => one !== undefined);
  if (wrong) return wrong;
  return lead !== undefined && joint.includes(lead)
    ? rule({ zh: "牵头单位不能同时是协办单位", en: "The lead unit cannot be a joint unit as well" }, "/jointUnits")
    : undefined;
}
