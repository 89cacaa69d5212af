import { Type } from "typebox";
import { missingEvidence, note, rule, type ActionMaker } from "@xiuhua/core/procedure";
import type { CityShape } from "./base.ts";
import * as field from "./fields.ts";
import { form } from "./fields.ts";
import { future, holdsRole, outside, photosIn, tellReporter, typeOf, unknownComponent, unknownType } from "./rules.ts";

/** Intake: what came in, and its screening. */
export const intake = (action: ActionMaker<CityShape>) => ({
  report: action({
    title: { zh: "上报", en: "Report" },
    opens: true,
    to: "reported",
    weight: "main",
    actorAudience: "centre",
    by: ["collector", "intakeOfficer", "supervisor", "leader", "departmentOfficer"],
    // The three views that a checker will look for; who hears of it by telephone has none.
    evidence: { near: 0, far: 0, reference: 0 },
    input: form({
      place: field.placeInput,
      description: field.description,
      source: Type.Optional(field.source),
      type: Type.Optional(field.typeCode),
      component: Type.Optional(field.component),
      informant: Type.Optional(field.informant),
      capturedAt: Type.Optional(field.instant("发现时间", "Seen at")),
      externalNo: Type.Optional(
        note(Type.String({ maxLength: 100 }), { words: { zh: "外部编号", en: "External number" } }),
      ),
    }),
    guard({ input, now, reference, evidence, actor, settings: s }) {
      if (!reference.locate(input.place.lng, input.place.lat)) return outside;
      if (input.capturedAt !== undefined && input.capturedAt > now) return future;
      if (input.type !== undefined && !reference.type(input.type)) return unknownType;
      if (input.component !== undefined && !reference.component(input.component)) return unknownComponent;
      return actor.role === "collector" && photosIn(evidence) < s.reportPhotos
        ? missingEvidence("near", s.reportPhotos)
        : undefined;
    },
    subject: ({ input, reference, actor }) => ({
      ...input,
      ...typeOf(input, reference),
      place: { ...input.place, ...reference.locate(input.place.lng, input.place.lat) },
      source: input.source ?? (actor.role === "collector" ? "collector" : "hotline"),
      reporter: actor.person,
    }),
  }),
  reportSelfHandled: action({
    title: { zh: "简易上报", en: "Report, fixed on the spot" },
    opens: true,
    to: ["closed", "checked"],
    actorAudience: "centre",
    by: ["collector", "departmentOfficer", "handler"],
    evidence: { before: 1, after: 1 },
    input: form({
      place: field.placeInput,
      description: field.description,
      type: field.typeCode,
      component: Type.Optional(field.component),
      capturedAt: Type.Optional(field.instant("发现时间", "Seen at")),
    }),
    choose: ({ settings: s }) => (s.shortCaseApproval ? "checked" : "closed"),
    guard({ input, now, reference }) {
      if (!reference.locate(input.place.lng, input.place.lat)) return outside;
      if (input.capturedAt !== undefined && input.capturedAt > now) return future;
      if (input.component !== undefined && !reference.component(input.component)) return unknownComponent;
      return reference.type(input.type) ? undefined : unknownType;
    },
    subject: ({ input, reference, actor }) => ({
      ...input,
      place: { ...input.place, ...reference.locate(input.place.lng, input.place.lat) },
      source: actor.role === "collector" ? "collector" : "department",
      reporter: actor.person,
    }),
    set: ({ now, settings: s }) => ({ short: true, handledAt: now, ...(s.shortCaseApproval ? {} : { closedAt: now }) }),
  }),
  accept: action({
    title: { zh: "受理", en: "Accept" },
    from: "reported",
    to: "accepted",
    by: ["intakeOfficer"],
    weight: "main",
    input: form({ type: field.typeCode, note: field.remark }),
    guard: ({ input, reference }) => (reference.type(input.type) ? undefined : unknownType),
    amend: ({ input }) => ({ type: input.type }),
    set: ({ now }) => ({ acceptedAt: now }),
  }),
  refuse: action({
    title: { zh: "不予受理", en: "Do not accept" },
    from: "reported",
    to: "notAccepted",
    by: ["intakeOfficer"],
    weight: "grave",
    input: form({ reason: field.reason }),
    set: ({ input }) => ({ refusal: input.reason }),
    effects: ({ case: c, input }) =>
      tellReporter(c.subject.reporter, {
        zh: `案件 ${c.no} 不予受理：${input.reason}`,
        en: `Case ${c.no} was not accepted: ${input.reason}`,
      }),
  }),
  amend: action({
    title: { zh: "更正信息", en: "Correct" },
    from: ["reported", "accepted"],
    to: "same",
    by: ["intakeOfficer", "shiftLeader"],
    input: form({
      description: Type.Optional(field.description),
      type: Type.Optional(field.typeCode),
      component: Type.Optional(field.component),
      place: Type.Optional(field.placeInput),
    }),
    guard({ input, reference }) {
      if (input.type !== undefined && !reference.type(input.type)) return unknownType;
      if (input.component !== undefined && !reference.component(input.component)) return unknownComponent;
      return input.place && !reference.locate(input.place.lng, input.place.lat) ? outside : undefined;
    },
    amend: ({ input: { place, ...rest }, reference }) => ({
      ...rest,
      ...(place ? { place: { ...place, ...reference.locate(place.lng, place.lat) } } : {}),
    }),
  }),
  sendVerify: action({
    title: { zh: "派发核实", en: "Send to verify" },
    from: ["reported", "verifying"],
    to: "verifying",
    by: ["intakeOfficer"],
    input: form({ collector: field.collector("核实人", "Verifier"), note: field.remark }),
    guard: ({ input, reference }) => holdsRole(reference, input.collector, "collector", "/collector"),
    set: ({ input }) => ({ verifier: input.collector }),
    restarts: () => ["verify"],
  }),
  confirmVerified: action({
    title: { zh: "核实属实", en: "Verified: true" },
    from: "verifying",
    to: "accepted",
    by: ["collector"],
    weight: "main",
    actorAudience: "centre",
    evidence: { near: 1 },
    input: form({ type: Type.Optional(field.typeCode), note: field.remark }),
    guard: ({ input, reference }) => (input.type === undefined || reference.type(input.type) ? undefined : unknownType),
    amend: ({ input }) => (input.type === undefined ? {} : { type: input.type }),
    set: ({ now }) => ({ acceptedAt: now }),
  }),
  rejectVerified: action({
    title: { zh: "核实不属实", en: "Verified: untrue" },
    from: "verifying",
    to: "untrue",
    by: ["collector"],
    actorAudience: "centre",
    input: form({ reason: field.reason }),
  }),
  merge: action({
    title: { zh: "合并重复", en: "Merge duplicate" },
    from: ["reported", "accepted"],
    to: "merged",
    by: ["intakeOfficer", "shiftLeader"],
    weight: "grave",
    input: form({ into: field.caseNo("并入案件号", "Into case"), note: field.remark }),
    guard({ case: c, input, reference }) {
      const target = reference.linked(input.into);
      if (input.into === c.no || target?.procedure !== "city-case")
        return rule({ zh: "没有这个案件号，或与本案相同", en: "There is no such other case" }, "/into");
      if (target.state === "merged")
        return rule(
          { zh: "该案已并入他案，请并入主案", en: "That case was merged itself; merge into its main case" },
          "/into",
        );
      return undefined;
    },
    set: ({ input }) => ({ mergedInto: input.into }),
    effects: ({ case: c, input }) => [
      { kind: "link", to: input.into, relation: "mergedInto" },
      ...tellReporter(c.subject.reporter, {
        zh: `案件 ${c.no} 与 ${input.into} 重复，已合并办理`,
        en: `Case ${c.no} repeats ${input.into} and goes on there`,
      }),
    ],
  }),
});
