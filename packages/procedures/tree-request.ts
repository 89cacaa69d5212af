import { Type } from "typebox";
import { choice, note, procedure } from "@xiuhua/core/procedure";
import { form, place, placeInput, reason, remark, text } from "./shared/fields.ts";
import { posts } from "./shared/roles.ts";
import { inCity, placed, unitCan } from "./shared/rules.ts";

const danger = choice(
  {
    leaning: { zh: "倾斜", en: "Leaning" },
    dead: { zh: "枯死", en: "Dead" },
    branch: { zh: "断枝悬挂", en: "Hanging branch" },
    wires: { zh: "触碰电线", en: "Touches wires" },
    other: { zh: "其他", en: "Other" },
  },
  { words: { zh: "危险情形", en: "Danger" }, audience: "public" },
);

const parks = ["office", "districtBureau"];
const office = note(text(64), { words: { zh: "园林单位", en: "Parks office" }, widget: "unit", offers: parks });

/** Whom to ring about it: for the centre only. */
const caller = note(
  Type.Object(
    {
      name: note(text(60), { words: { zh: "姓名", en: "Name" } }),
      phone: Type.Optional(note(Type.String({ maxLength: 30 }), { words: { zh: "电话", en: "Telephone" } })),
    },
    { additionalProperties: false },
  ),
  { words: { zh: "申请人", en: "Who asks" }, audience: "centre" },
);

/**
 * 危树处置申请: somebody asks for a dangerous tree to be cut; the parks office looks at it and permits it or not (《城市绿化
 * 条例》: nobody fells a tree of the city without a permit); it is done, and whoever asked confirms.
 */
export const treeRequest = procedure({
  id: "tree-request",
  version: 1,
  title: { zh: "危树处置申请", en: "Dangerous tree" },
  subject: Type.Object({ place, danger, caller: Type.Optional(caller) }),
  facts: Type.Object({
    office: Type.Optional(office),
    permit: Type.Optional(note(Type.String(), { words: { zh: "许可意见", en: "Permit" }, audience: "public" })),
    refusal: Type.Optional(note(Type.String(), { words: { zh: "不予许可原因", en: "Why not" }, audience: "public" })),
  }),
  settings: Type.Object({
    permitDays: Type.Integer({ minimum: 1, default: 3, description: "查勘许可时限（工作日）；本系统默认" }),
    workDays: Type.Integer({ minimum: 1, default: 5, description: "处置时限（工作日）；本系统默认" }),
  }),
  roles: {
    intakeOfficer: posts.intakeOfficer,
    departmentOfficer: { ...posts.departmentOfficer, bound: { unit: "office" } },
  },
  states: {
    asked: { title: { zh: "待查勘许可", en: "Asked" }, waitsFor: "departmentOfficer" },
    permitted: { title: { zh: "待处置", en: "Permitted" }, waitsFor: "departmentOfficer" },
    done: { title: { zh: "待回访", en: "Done" }, waitsFor: "intakeOfficer" },
    confirmed: { title: { zh: "已办结", en: "Confirmed" }, final: true },
    refused: { title: { zh: "不予许可", en: "Refused" }, final: true },
  },
  clocks: {
    permit: {
      title: { zh: "查勘许可", en: "Permit" },
      basis: { zh: "市级规定：查勘许可时限", en: "City rule: time to permit" },
      runsIn: ["asked"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.permitDays, unit: "work_day" }),
    },
    work: {
      title: { zh: "处置", en: "Work" },
      basis: { zh: "市级规定：处置时限", en: "City rule: time to do it" },
      runsIn: ["permitted"],
      again: "resume",
      limit: ({ settings: s }) => ({ value: s.workDays, unit: "work_day" }),
    },
  },
  requests: {},
  counts: { as: "sent", in: ["confirmed"] },
  index: ({ subject, facts }) => ({
    title: `危树：${subject.place.text}`,
    place: subject.place,
    ...(facts.office === undefined ? {} : { department: facts.office }),
  }),
}).actions((action) => ({
  ask: action({
    title: { zh: "登记申请", en: "Record a request" },
    opens: true,
    to: "asked",
    by: ["intakeOfficer"],
    evidence: { near: 0 },
    input: form({ place: placeInput, danger, office, caller: Type.Optional(caller) }),
    guard: ({ input, reference }) =>
      inCity(input.place, reference) ?? unitCan(reference, input.office, parks, "/office"),
    subject: ({ input: { office: _office, ...input }, reference }) => ({
      ...input,
      place: placed(input.place, reference),
    }),
    set: ({ input }) => ({ office: input.office }),
  }),
  permit: action({
    title: { zh: "准予处置", en: "Permit" },
    from: "asked",
    to: "permitted",
    by: ["departmentOfficer"],
    weight: "main",
    evidence: { near: 1 },
    input: form({ permit: note(text(500), { words: { zh: "许可意见", en: "Permit" }, widget: "longText" }) }),
    set: ({ input }) => ({ permit: input.permit }),
  }),
  refuse: action({
    title: { zh: "不予许可", en: "Refuse" },
    from: "asked",
    to: "refused",
    by: ["departmentOfficer"],
    weight: "grave",
    input: form({ reason }),
    set: ({ input }) => ({ refusal: input.reason }),
  }),
  finish: action({
    title: { zh: "处置完成", en: "Report done" },
    from: "permitted",
    to: "done",
    by: ["departmentOfficer"],
    weight: "main",
    evidence: { before: 1, after: 1 },
    input: form({ note: remark }),
  }),
  confirm: action({
    title: { zh: "回访属实", en: "Confirm" },
    from: "done",
    to: "confirmed",
    by: ["intakeOfficer"],
    weight: "main",
    input: form({ note: remark }),
  }),
  sendBack: action({
    title: { zh: "未处置好，退回", en: "Send back" },
    from: "done",
    to: "permitted",
    by: ["intakeOfficer"],
    input: form({ reason }),
  }),
}));
