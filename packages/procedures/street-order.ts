import { Type } from "typebox";
import { note, procedure, rule } from "@xiuhua/core/procedure";
import { description, form, instant, placeInput, place, reason, remark } from "./shared/fields.ts";
import { posts } from "./shared/roles.ts";
import { inCity, placed } from "./shared/rules.ts";

const day = 24 * 3600 * 1000;

const typeCode = note(Type.String({ minLength: 1, maxLength: 16 }), {
  words: { zh: "秩序类别", en: "Type" },
  widget: "type",
  audience: "public",
});

/**
 * 街面秩序自行处置: an officer puts right on the spot what they meet on patrol (badly parked bicycles, 09009 and
 * 09010), with a photo before and one after. Nobody is sent. A shift leader may ask about it afterwards, so that
 * what is counted is also true; how much of it counts is capped (`countedOwnWork`).
 */
export const streetOrder = procedure({
  id: "street-order",
  version: 1,
  title: { zh: "街面秩序自行处置", en: "Street order, put right on the spot" },
  subject: Type.Object({
    place,
    description,
    type: typeCode,
    capturedAt: Type.Optional(instant("发现时间", "Seen at")),
  }),
  facts: Type.Object({
    unit: Type.Optional(note(Type.String(), { words: { zh: "处置单位", en: "Unit" }, widget: "unit" })),
    doubt: Type.Optional(note(Type.String(), { words: { zh: "存疑原因", en: "What is doubted" } })),
    explanation: Type.Optional(note(Type.String(), { words: { zh: "单位说明", en: "Explanation" } })),
  }),
  settings: Type.Object({
    questionDays: Type.Integer({ minimum: 1, default: 7, description: "可抽查的天数；本系统默认" }),
    answerDays: Type.Integer({ minimum: 1, default: 2, description: "说明时限（工作日）；本系统默认" }),
    mostShare: Type.Number({
      minimum: 0,
      maximum: 0.9,
      default: 0.3,
      description: "自行处置计入部门成绩的最高比例；本系统默认",
    }),
  }),
  roles: {
    departmentOfficer: { ...posts.departmentOfficer, bound: { unit: "unit" } },
    handler: posts.handler,
    shiftLeader: posts.shiftLeader,
  },
  states: {
    done: { title: { zh: "已处置", en: "Put right" }, final: true },
    questioned: { title: { zh: "抽查存疑", en: "Questioned" }, waitsFor: "departmentOfficer" },
    explained: { title: { zh: "待认定", en: "Explained" }, waitsFor: "shiftLeader" },
    struck: { title: { zh: "不予计入", en: "Not counted" }, final: true },
  },
  clocks: {
    answer: {
      title: { zh: "说明", en: "Answer" },
      basis: { zh: "市级规定：抽查说明时限", en: "City rule: time to answer a question" },
      runsIn: ["questioned"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.answerDays, unit: "work_day" }),
    },
  },
  requests: {},
  counts: { as: "own", in: ["done"], mostShare: (s) => s.mostShare },
  index: ({ subject, facts }) => ({
    title: subject.description,
    place: subject.place,
    type: subject.type,
    ...(facts.unit === undefined ? {} : { department: facts.unit }),
  }),
}).actions((action) => ({
  record: action({
    title: { zh: "登记自行处置", en: "Record what was put right" },
    opens: true,
    to: "done",
    by: ["handler", "departmentOfficer"],
    evidence: { before: 1, after: 1 },
    input: form({
      place: placeInput,
      description,
      type: typeCode,
      capturedAt: Type.Optional(instant("发现时间", "Seen at")),
    }),
    guard({ input, reference, now }) {
      if (input.capturedAt !== undefined && input.capturedAt > now)
        return rule({ zh: "发现时间不能晚于现在", en: "It cannot have been seen in the future" }, "/capturedAt");
      if (!reference.type(input.type))
        return rule({ zh: "没有这个类别，请重新选择", en: "There is no such type; pick another" }, "/type");
      return inCity(input.place, reference);
    },
    subject: ({ input, reference }) => ({ ...input, place: placed(input.place, reference) }),
    set: ({ actor }) => (actor.unit === undefined ? {} : { unit: actor.unit }),
  }),
  question: action({
    title: { zh: "抽查存疑", en: "Question it" },
    from: "done",
    to: "questioned",
    by: ["shiftLeader"],
    input: form({ reason }),
    unless: ({ case: c, facts, settings: s, now }) => {
      if (facts.explanation !== undefined)
        return rule({ zh: "已抽查并认定过", en: "It was questioned and settled before" });
      return now <= c.openedAt + s.questionDays * day
        ? undefined
        : rule({
            zh: `处置已超过 ${s.questionDays} 天，不再抽查`,
            en: `Done more than ${s.questionDays} days ago; it is no longer questioned`,
          });
    },
    set: ({ input }) => ({ doubt: input.reason }),
  }),
  explain: action({
    title: { zh: "说明情况", en: "Explain" },
    from: "questioned",
    to: "explained",
    by: ["departmentOfficer"],
    weight: "main",
    input: form({
      explanation: note(Type.String({ minLength: 1, maxLength: 500 }), {
        words: { zh: "单位说明", en: "Explanation" },
        widget: "longText",
      }),
    }),
    set: ({ input }) => ({ explanation: input.explanation }),
  }),
  uphold: action({
    title: { zh: "认定有效", en: "Let it count" },
    from: "explained",
    to: "done",
    by: ["shiftLeader"],
    weight: "main",
    input: form({ note: remark }),
  }),
  strike: action({
    title: { zh: "不予计入", en: "Strike it" },
    from: ["questioned", "explained"],
    to: "struck",
    by: ["shiftLeader"],
    weight: "grave",
    input: form({ reason }),
  }),
}));
