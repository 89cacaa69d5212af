import { Type } from "typebox";
import { choice, note, procedure, rule } from "@xiuhua/core/procedure";
import { caseNo, form, instant, reason, remark, text } from "./shared/fields.ts";
import { posts } from "./shared/roles.ts";
import { otherCase, unitCan } from "./shared/rules.ts";

const day = 24 * 3600 * 1000;

const kind = choice(
  {
    banner: { zh: "锦旗", en: "Silk banner" },
    letter: { zh: "感谢信", en: "Letter of thanks" },
    hotline: { zh: "热线表扬", en: "Praise by the hotline" },
    media: { zh: "媒体表扬", en: "Praise in the media" },
    other: { zh: "其他", en: "Other" },
  },
  { words: { zh: "形式", en: "Form" }, audience: "public" },
);

const units = ["office", "brigade", "squadron", "districtBureau", "centre", "utility", "subDistrict"];

const subject = {
  kind,
  from: note(text(60), { words: { zh: "赠送人", en: "From" } }),
  words: note(text(500), { words: { zh: "内容", en: "Words" }, widget: "longText", audience: "public" }),
  unit: note(text(64), { words: { zh: "受表扬单位", en: "Unit" }, widget: "unit", offers: units, audience: "public" }),
  person: Type.Optional(note(text(64), { words: { zh: "受表扬人", en: "Person" }, widget: "person" })),
  about: Type.Optional(caseNo("因何事（编号）", "Earned by (number)")),
  givenAt: Type.Optional(instant("赠送日期", "Given on")),
};

/**
 * 表扬: a silk banner, a letter, praise by the hotline. It is tied to the case, visit or find that earned it, checked by
 * somebody else than who brings it, and counts in evaluation in a column of its own.
 */
export const commendation = procedure({
  id: "commendation",
  version: 1,
  title: { zh: "表扬", en: "Commendation" },
  subject: Type.Object(subject),
  facts: Type.Object({
    confirmedAt: Type.Optional(instant("确认时间", "Confirmed at")),
    whyNot: Type.Optional(note(Type.String(), { words: { zh: "不予计入原因", en: "Why it does not count" } })),
  }),
  settings: Type.Object({
    confirmDays: Type.Integer({ minimum: 1, default: 5, description: "核实时限（工作日）；本系统默认" }),
    backDays: Type.Integer({ minimum: 1, default: 365, description: "可补登的天数；本系统默认" }),
  }),
  roles: {
    intakeOfficer: posts.intakeOfficer,
    departmentOfficer: posts.departmentOfficer,
    enterpriseOfficer: posts.enterpriseOfficer,
    leader: posts.leader,
    evaluator: posts.evaluator,
  },
  states: {
    received: { title: { zh: "待核实", en: "Received" }, waitsFor: "evaluator" },
    confirmed: { title: { zh: "已计入", en: "Counts" }, final: true },
    declined: { title: { zh: "不予计入", en: "Does not count" }, final: true },
  },
  clocks: {
    confirm: {
      title: { zh: "核实", en: "Confirm" },
      basis: { zh: "市级规定：表扬核实时限", en: "City rule: time to confirm" },
      runsIn: ["received"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.confirmDays, unit: "work_day" }),
    },
  },
  requests: {},
  publishes: ["confirmed"],
  counts: { as: "praise", in: ["confirmed"] },
  index: ({ subject: one }) => ({ title: one.words, department: one.unit }),
}).actions((action) => ({
  receive: action({
    title: { zh: "登记表扬", en: "Record praise" },
    opens: true,
    to: "received",
    by: ["intakeOfficer", "departmentOfficer", "enterpriseOfficer", "leader"],
    evidence: { near: 0, document: 0 },
    input: form(subject),
    guard({ input, now, reference, settings: s }) {
      if (input.givenAt !== undefined && (input.givenAt > now || input.givenAt < now - s.backDays * day))
        return rule(
          {
            zh: `赠送日期须在今天之前 ${s.backDays} 天内`,
            en: `It must have been given in the last ${s.backDays} days`,
          },
          "/givenAt",
        );
      if (input.person !== undefined && !reference.person(input.person)?.active)
        return rule({ zh: "没有这个人员，请重新选择", en: "There is no such person; pick another" }, "/person");
      return (
        unitCan(reference, input.unit, units, "/unit") ??
        (input.about === undefined ? undefined : otherCase(reference, "", input.about, "/about"))
      );
    },
    subject: ({ input }) => input,
    effects: ({ input }) => (input.about === undefined ? [] : [{ kind: "link", to: input.about, relation: "praises" }]),
  }),
  confirm: action({
    title: { zh: "核实计入", en: "Let it count" },
    from: "received",
    to: "confirmed",
    by: ["evaluator"],
    weight: "main",
    input: form({ note: remark }),
    set: ({ now }) => ({ confirmedAt: now }),
    effects: ({ case: c }) =>
      c.subject.person === undefined
        ? []
        : [
            {
              kind: "notify",
              to: c.subject.person,
              message: { zh: `您收到一件表扬：${c.subject.words}`, en: `You were commended: ${c.subject.words}` },
            },
          ],
  }),
  decline: action({
    title: { zh: "不予计入", en: "Do not count it" },
    from: "received",
    to: "declined",
    by: ["evaluator"],
    weight: "grave",
    input: form({ reason }),
    set: ({ input }) => ({ whyNot: input.reason }),
  }),
}));
