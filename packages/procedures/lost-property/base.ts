import { Type } from "typebox";
import { note, procedure, type ShapeOf } from "@xiuhua/core/procedure";
import { instant, place } from "../shared/fields.ts";
import { posts } from "../shared/roles.ts";
import { claimant, contents, finder, item, kind, question, storage } from "./fields.ts";

const time = (zh: string, en: string) => Type.Optional(instant(zh, en));
const publicTime = (zh: string, en: string) =>
  note(Type.Integer({ minimum: 0 }), { words: { zh, en }, widget: "date", audience: "public" });
const said = (zh: string, en: string) => Type.Optional(note(Type.String(), { words: { zh, en } }));

/** A found thing but for its actions. */
export const base = procedure({
  id: "lost-property",
  version: 1,
  title: { zh: "失物招领", en: "Lost property" },
  subject: Type.Object({
    kind,
    item,
    place,
    foundAt: publicTime("拾得时间", "Found at"),
    finder: Type.Optional(finder),
  }),
  facts: Type.Object({
    keeperUnit: Type.Optional(
      note(Type.String(), { words: { zh: "保管单位", en: "Kept by" }, widget: "unit", audience: "public" }),
    ),
    custodian: Type.Optional(
      note(Type.String(), { words: { zh: "现保管人", en: "In whose hands" }, widget: "person" }),
    ),
    contents: Type.Optional(contents),
    storage: Type.Optional(storage),
    question: Type.Optional(question),
    noticeAt: Type.Optional(publicTime("公告日期", "Notice published")),
    claimant: Type.Optional(claimant),
    claimedAt: time("认领时间", "Claimed at"),
    answer: said("核对情况", "How the answers fitted"),
    returnedAt: time("归还时间", "Returned at"),
    forfeitedAt: time("上缴时间", "Handed over at"),
  }),
  settings: Type.Object({
    takeInHours: Type.Integer({ minimum: 1, default: 24, description: "送交登记时限（小时）；本系统默认" }),
    noticeDays: Type.Integer({ minimum: 1, default: 3, description: "发布招领公告时限（工作日）；本系统默认" }),
    decideDays: Type.Integer({ minimum: 1, default: 2, description: "认领核对时限（工作日）；本系统默认" }),
  }),
  roles: {
    collector: posts.collector,
    handler: posts.handler,
    departmentOfficer: { ...posts.departmentOfficer, bound: { unit: "keeperUnit" } },
    intakeOfficer: posts.intakeOfficer,
    propertyKeeper: { ...posts.propertyKeeper, bound: { unit: "keeperUnit" } },
  },
  states: {
    found: { title: { zh: "待登记", en: "Found" }, waitsFor: "propertyKeeper" },
    kept: { title: { zh: "待公告", en: "In custody" }, waitsFor: "propertyKeeper" },
    announced: { title: { zh: "招领中", en: "Announced" }, waitsFor: "propertyKeeper" },
    claimed: { title: { zh: "认领核对", en: "Claimed" }, waitsFor: "propertyKeeper" },
    returned: { title: { zh: "已归还", en: "Returned" }, final: true },
    withPolice: { title: { zh: "已送交公安", en: "With the police" }, final: true },
    forfeited: { title: { zh: "逾期上缴", en: "Forfeited" }, final: true },
  },
  clocks: {
    takeIn: {
      title: { zh: "登记", en: "Take in" },
      basis: { zh: "《民法典》第三百一十四条：及时通知或送交", en: "Civil Code, art. 314: without delay" },
      runsIn: ["found"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.takeInHours, unit: "urgent_hour" }),
    },
    announce: {
      title: { zh: "发布公告", en: "Announce" },
      basis: { zh: "《民法典》第三百一十五条：及时发布招领公告", en: "Civil Code, art. 315: announce without delay" },
      runsIn: ["kept"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.noticeDays, unit: "work_day" }),
    },
    claim: {
      title: { zh: "招领期", en: "Time to claim" },
      basis: {
        zh: "《民法典》第三百一十八条：自发布招领公告之日起一年内无人认领的，归国家所有",
        en: "Civil Code, art. 318: unclaimed within a year of the notice, it is the state's",
      },
      runsIn: ["announced", "claimed"],
      again: "resume",
      limit: () => ({ value: 1, unit: "calendar_year" }),
    },
    decide: {
      title: { zh: "认领核对", en: "Decide on the claim" },
      basis: { zh: "市级规定：认领核对时限", en: "City rule: time to decide on a claim" },
      runsIn: ["claimed"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.decideDays, unit: "work_day" }),
    },
  },
  requests: {},
  publishes: ["announced", "claimed"],
  index: ({ subject, facts }) => ({
    title: subject.item,
    place: subject.place,
    ...(facts.keeperUnit === undefined ? {} : { department: facts.keeperUnit }),
  }),
});

export type PropertyShape = ShapeOf<typeof base>;
