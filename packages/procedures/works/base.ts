import { Type } from "typebox";
import { note, procedure, type ShapeOf } from "@xiuhua/core/procedure";
import { instant, place } from "../shared/fields.ts";
import { posts } from "../shared/roles.ts";
import { crew, defects, milestones, title, work } from "./fields.ts";

const time = (zh: string, en: string) => Type.Optional(instant(zh, en));
const said = (zh: string, en: string) => Type.Optional(note(Type.String(), { words: { zh, en }, widget: "longText" }));

/** The works order but for its actions. */
export const base = procedure({
  id: "works",
  version: 1,
  title: { zh: "维修工程", en: "Works order" },
  subject: Type.Object({ title, work, place, defects }),
  facts: Type.Object({
    manager: Type.Optional(note(Type.String(), { words: { zh: "管理单位", en: "Managing unit" }, widget: "unit" })),
    contractor: Type.Optional(note(Type.String(), { words: { zh: "施工单位", en: "Contractor" }, audience: "public" })),
    milestones: Type.Optional(milestones),
    startAt: time("计划开工", "Planned start"),
    // Whoever lives there wants to know until when.
    endAt: Type.Optional(
      note(instant("计划完工", "Planned end"), { words: { zh: "计划完工", en: "Planned end" }, audience: "public" }),
    ),
    doneAt: time("报完工时间", "Reported done at"),
    acceptedAt: time("验收时间", "Accepted at"),
    holdUntil: time("暂停至", "On hold until"),
    holdCause: said("暂停原因", "Why on hold"),
    crew: Type.Optional(crew),
    result: said("完工说明", "What was done"),
    obstacle: said("无法施工原因", "Why it cannot be done"),
    reworks: Type.Optional(note(Type.Integer(), { words: { zh: "返工次数", en: "Reworks" } })),
  }),
  settings: Type.Object({
    planDays: Type.Integer({ minimum: 1, default: 5, description: "编制计划时限（工作日）；本系统默认" }),
    acceptDays: Type.Integer({ minimum: 1, default: 3, description: "验收时限（工作日）；本系统默认" }),
    mostHoldDays: Type.Integer({ minimum: 1, default: 365, description: "工程暂停最长天数；同城市案件挂账" }),
    linkHours: Type.Integer({ minimum: 1, maximum: 2160, default: 168, description: "施工队链接最长有效小时数" }),
  }),
  roles: {
    /** Reads what its unit has in hand. */
    departmentOfficer: { ...posts.departmentOfficer, bound: { unit: "manager" } },
    worksManager: { ...posts.worksManager, bound: { unit: "manager" } },
    dispatcher: posts.dispatcher,
    supervisor: posts.supervisor,
    crew: {
      title: { zh: "施工队", en: "Crew" },
      side: "outside",
      guest: { reads: ["title", "work", "place", "endAt", "milestones", "contractor"], opens: "openTask" },
    },
  },
  states: {
    planning: { title: { zh: "待编计划", en: "To plan" }, waitsFor: "worksManager" },
    underway: { title: { zh: "施工中", en: "Under way" }, waitsFor: "worksManager" },
    onHold: { title: { zh: "工程暂停", en: "On hold" }, heldUntil: "holdUntil" },
    done: { title: { zh: "待验收", en: "To accept" }, waitsFor: "supervisor" },
    accepted: { title: { zh: "已验收", en: "Accepted" }, final: true },
    abandoned: { title: { zh: "已撤销", en: "Called off" }, final: true },
  },
  clocks: {
    plan: {
      title: { zh: "编制计划", en: "Plan" },
      basis: { zh: "市级规定：维修计划时限", en: "City rule: time to plan works" },
      runsIn: ["planning"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.planDays, unit: "work_day" }),
    },
    build: {
      title: { zh: "施工", en: "Works" },
      basis: { zh: "维修计划的完工日期", en: "The date in the plan" },
      runsIn: ["underway"],
      pausesIn: ["onHold", "done"],
      again: "anew",
      until: ({ facts }) => facts.endAt,
    },
    accept: {
      title: { zh: "验收", en: "Accept" },
      basis: { zh: "市级规定：验收时限", en: "City rule: time to accept works" },
      runsIn: ["done"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.acceptDays, unit: "work_day" }),
    },
  },
  requests: { hold: { title: { zh: "暂停申请", en: "Hold" }, waitsFor: "dispatcher" } },
  publishes: ["underway", "onHold"],
  counts: { as: "sent", in: ["accepted"] },
  index: ({ subject, facts }) => ({
    title: subject.title,
    place: subject.place,
    ...(facts.manager === undefined ? {} : { department: facts.manager }),
  }),
});

export type WorksShape = ShapeOf<typeof base>;
