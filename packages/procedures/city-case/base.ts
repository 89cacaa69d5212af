import { procedure, type ShapeOf } from "@xiuhua/core/procedure";
import { facts, subject } from "./fields.ts";
import { posts } from "../shared/roles.ts";
import { settings } from "./settings.ts";

const city = (zh: string, en: string) => ({ zh: `市级规定：${zh}`, en: `City rule: ${en}` });

/** The city case but for its actions: who takes part, where it can stand, what time it has. */
export const base = procedure({
  id: "city-case",
  version: 1,
  title: { zh: "城市管理案件", en: "City case" },
  subject,
  facts,
  settings,
  roles: {
    collector: posts.collector,
    intakeOfficer: posts.intakeOfficer,
    shiftLeader: posts.shiftLeader,
    dispatcher: posts.dispatcher,
    districtDispatcher: {
      title: { zh: "区级派遣员", en: "District dispatcher" },
      side: "department",
      bound: { unit: "platform" },
    },
    departmentOfficer: { ...posts.departmentOfficer, bound: { unit: "department" } },
    handler: { ...posts.handler, bound: { unit: "department", person: "handler" } },
    supervisor: posts.supervisor,
    leader: posts.leader,
    evaluator: posts.evaluator,
    prosecutor: { title: { zh: "检察官", en: "Prosecutor" }, side: "outside" },
    administrator: { title: { zh: "管理员", en: "Administrator" }, side: "outside" },
  },
  states: {
    reported: { title: { zh: "待受理", en: "Reported" }, waitsFor: "intakeOfficer" },
    verifying: { title: { zh: "待核实", en: "To verify" }, waitsFor: "collector", person: "verifier" },
    untrue: { title: { zh: "不属实待定", en: "Found untrue" }, waitsFor: "shiftLeader" },
    accepted: { title: { zh: "待立案", en: "Accepted" }, waitsFor: "shiftLeader" },
    filed: { title: { zh: "待派遣", en: "Filed" }, waitsFor: "dispatcher" },
    districtFiled: { title: { zh: "待区级派遣", en: "With the district" }, waitsFor: "districtDispatcher" },
    dispatched: { title: { zh: "待处置", en: "Dispatched" }, waitsFor: "departmentOfficer" },
    handling: { title: { zh: "处置中", en: "In handling" }, waitsFor: "handler" },
    returning: { title: { zh: "回退待批", en: "Return asked" }, waitsFor: "dispatcher" },
    disputed: { title: { zh: "待裁定", en: "Disputed" }, waitsFor: "shiftLeader" },
    onHold: { title: { zh: "挂账", en: "On hold" }, heldUntil: "holdUntil" },
    handled: { title: { zh: "待派核查", en: "Handled" }, waitsFor: "intakeOfficer" },
    checking: { title: { zh: "待核查", en: "To check" }, waitsFor: "collector", person: "checker" },
    checked: { title: { zh: "待结案", en: "Check passed" }, waitsFor: "shiftLeader" },
    closed: { title: { zh: "已结案", en: "Closed" }, final: true },
    notAccepted: { title: { zh: "不予受理", en: "Not accepted" }, final: true },
    voided: { title: { zh: "已作废", en: "Voided" }, final: true },
    merged: { title: { zh: "已合并", en: "Merged" }, final: true },
  },
  clocks: {
    accept: {
      title: { zh: "受理", en: "Accept" },
      basis: city("受理时限", "time to accept"),
      runsIn: ["reported"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.acceptMinutes, unit: "minute" }),
    },
    verify: {
      title: { zh: "核实", en: "Verify" },
      basis: city("核实时限", "time to verify"),
      runsIn: ["verifying"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.verifyMinutes, unit: "minute" }),
    },
    file: {
      title: { zh: "立案", en: "File" },
      basis: city("立案时限", "time to file"),
      runsIn: ["accepted", "untrue"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.fileMinutes, unit: "minute" }),
    },
    dispatch: {
      title: { zh: "派遣", en: "Dispatch" },
      basis: city("派遣与审批时限", "time to dispatch and to answer"),
      runsIn: ["filed", "districtFiled", "returning", "disputed"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.dispatchMinutes, unit: "minute" }),
    },
    handle: {
      title: { zh: "处置", en: "Handle" },
      basis: { zh: "立案条件规定的处置时限（GB/T 30428.8）", en: "Limit of the filing criterion (GB/T 30428.8)" },
      runsIn: ["districtFiled", "dispatched", "handling"],
      pausesIn: ["filed", "returning", "disputed", "onHold"],
      again: "setting",
      limit: ({ facts, reference }) =>
        facts.criterion === undefined ? undefined : reference.criterion(facts.criterion)?.limit,
    },
    sendCheck: {
      title: { zh: "派发核查", en: "Send check" },
      basis: city("派发核查时限", "time to send the check"),
      runsIn: ["handled"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.sendCheckMinutes, unit: "minute" }),
    },
    check: {
      title: { zh: "核查", en: "Check" },
      basis: city("核查时限", "time to check"),
      runsIn: ["checking"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.checkMinutes, unit: "minute" }),
    },
    close: {
      title: { zh: "结案", en: "Close" },
      basis: city("结案时限", "time to close"),
      runsIn: ["checked"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.closeMinutes, unit: "minute" }),
    },
  },
  counts: { as: "sent", in: ["closed"] },
  joint: { lead: "department", units: "jointUnits" },
  clockAgain: (_clock, chosen) => chosen.reworkClock,
  requests: {
    extension: { title: { zh: "延期申请", en: "Extension" }, waitsFor: "dispatcher" },
    hold: { title: { zh: "挂账申请", en: "Hold" }, waitsFor: "dispatcher" },
    void: { title: { zh: "作废申请", en: "Voiding" }, waitsFor: "shiftLeader" },
    appeal: { title: { zh: "申诉初审", en: "Appeal, first review" }, waitsFor: "dispatcher" },
    appealDecision: { title: { zh: "申诉复审", en: "Appeal, decision" }, waitsFor: "intakeOfficer" },
  },
  index: ({ subject, facts }) => ({
    title: subject.description,
    place: subject.place,
    source: subject.source,
    ...(subject.type === undefined ? {} : { type: subject.type }),
    ...(facts.department === undefined ? {} : { department: facts.department }),
    ...(subject.reporter === undefined ? {} : { reporter: subject.reporter }),
    ...(subject.component === undefined ? {} : { component: subject.component }),
  }),
});

export type CityShape = ShapeOf<typeof base>;
