import { Type } from "typebox";
import { choice, note, procedure, type ShapeOf } from "@xiuhua/core/procedure";
import { instant, place } from "../shared/fields.ts";
import { posts } from "../shared/roles.ts";
import { contact, enterprise, fourHearts, jointUnits, leadUnit, problem, source } from "./fields.ts";

const time = (zh: string, en: string) => Type.Optional(instant(zh, en));

/** An enterprise's problem but for its actions. */
export const base = procedure({
  id: "enterprise-help",
  version: 1,
  title: { zh: "助企纾困", en: "Help for enterprises" },
  subject: Type.Object({
    enterprise,
    problem,
    source,
    contact: Type.Optional(contact),
    place: Type.Optional(place),
    raisedAt: time("反映日期", "Raised on"),
  }),
  facts: Type.Object({
    leadUnit: Type.Optional(leadUnit),
    jointUnits: Type.Optional(jointUnits),
    dueAt: time("办结期限", "Due"),
    solvedAt: time("解决时间", "Solved at"),
    way: Type.Optional(
      choice(
        { solved: { zh: "已解决", en: "Solved" }, settled: { zh: "已妥善处理", en: "Settled otherwise" } },
        { words: { zh: "处理方式", en: "How" } },
      ),
    ),
    result: Type.Optional(note(Type.String(), { words: { zh: "处理结果", en: "Result" }, widget: "longText" })),
    confirmedAt: time("企业确认时间", "Confirmed at"),
    ...Object.fromEntries(Object.entries(fourHearts).map(([name, mark]) => [name, Type.Optional(mark)])),
    opinion: Type.Optional(note(Type.String(), { words: { zh: "企业意见", en: "Opinion" } })),
    disputes: Type.Optional(note(Type.Integer(), { words: { zh: "企业不认可次数", en: "Times disputed" } })),
    mergedInto: Type.Optional(note(Type.String(), { words: { zh: "并入编号", en: "Merged into" }, widget: "case" })),
  }),
  settings: Type.Object({
    assignDays: Type.Integer({ minimum: 1, default: 1, description: "交办时限（工作日）；本系统默认" }),
    dueDays: Type.Integer({ minimum: 1, default: 10, description: "未约定期限时的办结时限（工作日）；本系统默认" }),
    confirmDays: Type.Integer({ minimum: 1, default: 5, description: "请企业确认的时限（工作日）；本系统默认" }),
    linkHours: Type.Integer({ minimum: 1, maximum: 2160, default: 240, description: "企业确认链接有效小时数" }),
  }),
  roles: {
    enterpriseOfficer: posts.enterpriseOfficer,
    departmentOfficer: { ...posts.departmentOfficer, bound: { unit: "leadUnit" } },
    leader: posts.leader,
    enterprise: {
      title: { zh: "企业", en: "Enterprise" },
      side: "outside",
      guest: { reads: ["enterprise", "problem", "leadUnit", "way", "result", "solvedAt"], opens: "openTask" },
    },
  },
  states: {
    raised: { title: { zh: "待交办", en: "Raised" }, waitsFor: "enterpriseOfficer" },
    assigned: { title: { zh: "办理中", en: "With the lead unit" }, waitsFor: "departmentOfficer" },
    solved: { title: { zh: "待企业确认", en: "To confirm" }, waitsFor: "enterpriseOfficer" },
    confirmed: { title: { zh: "已办结", en: "Confirmed" }, final: true },
    merged: { title: { zh: "已合并", en: "Merged" }, final: true },
  },
  clocks: {
    assign: {
      title: { zh: "交办", en: "Assign" },
      basis: { zh: "市级规定：交办时限", en: "City rule: time to assign" },
      runsIn: ["raised"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.assignDays, unit: "work_day" }),
    },
    solve: {
      title: { zh: "办理", en: "Solve" },
      basis: { zh: "交办时约定的期限", en: "The date agreed on" },
      runsIn: ["assigned"],
      pausesIn: ["solved"],
      again: "resume",
      until: ({ facts }) => facts.dueAt,
    },
    confirm: {
      title: { zh: "企业确认", en: "Confirm" },
      basis: { zh: "市级规定：回访确认时限", en: "City rule: time to hear the enterprise" },
      runsIn: ["solved"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.confirmDays, unit: "work_day" }),
    },
  },
  requests: {},
  counts: { as: "sent", in: ["confirmed"] },
  joint: { lead: "leadUnit", units: "jointUnits" },
  index: ({ subject, facts }) => ({
    title: `${subject.enterprise}：${subject.problem}`,
    source: subject.source,
    ...(subject.place === undefined ? {} : { place: subject.place }),
    ...(facts.leadUnit === undefined ? {} : { department: facts.leadUnit }),
  }),
});

export type EnterpriseShape = ShapeOf<typeof base>;
