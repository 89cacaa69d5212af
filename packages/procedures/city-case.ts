import { Type } from "typebox";
import { choice, missingEvidence, note, procedure, rule } from "@xiuhua/core/procedure";
import * as field from "./city-case/fields.ts";
import {
  backTo,
  criterionFits,
  extensionBarred,
  holdDate,
  holdsRole,
  tellReporter,
  unitCan,
} from "./city-case/rules.ts";
import { settings } from "./city-case/settings.ts";

const day = 24 * 3600 * 1000;
const strict = { additionalProperties: false };
const city = (zh: string, en: string) => ({ zh: `市级规定：${zh}`, en: `City rule: ${en}` });
const handled = ["dispatched", "handling"] as const;
const open = [
  "filed",
  "districtFiled",
  "dispatched",
  "handling",
  "returning",
  "disputed",
  "onHold",
  "handled",
  "checking",
  "checked",
] as const;
const departmentKinds = ["districtBureau", "brigade", "squadron", "office", "subDistrict", "utility", "centre"];

const outside = rule(
  {
    zh: "该位置不在本市范围内，请在地图上重新选点",
    en: "This place is outside the city; pick the point again on the map",
  },
  "/place",
);
const future = rule({ zh: "发现时间不能晚于现在", en: "It cannot have been seen in the future" }, "/capturedAt");
const unknownType = rule({ zh: "没有这个案件类别，请重新选择", en: "There is no such type; pick another" }, "/type");

/**
 * 城市管理案件: from found to closed. The flow is the national one (GB/T 30428.8, standard
 * wording of seven stages); what cities do differently is a setting.
 */
export const cityCase = procedure({
  id: "city-case",
  version: 1,
  title: { zh: "城市管理案件", en: "City case" },
  subject: field.subject,
  facts: field.facts,
  settings,
  roles: {
    collector: { title: { zh: "信息采集员", en: "Collector" }, side: "field" },
    intakeOfficer: { title: { zh: "受理员", en: "Intake officer" }, side: "centre" },
    shiftLeader: { title: { zh: "值班长", en: "Shift leader" }, side: "centre" },
    dispatcher: { title: { zh: "派遣员", en: "Dispatcher" }, side: "centre" },
    districtDispatcher: {
      title: { zh: "区级派遣员", en: "District dispatcher" },
      side: "department",
      bound: { unit: "platform" },
    },
    departmentOfficer: {
      title: { zh: "专业部门", en: "Department officer" },
      side: "department",
      bound: { unit: "department" },
    },
    handler: {
      title: { zh: "处置人员", en: "Handler" },
      side: "department",
      bound: { unit: "department", person: "handler" },
    },
    supervisor: { title: { zh: "督查员", en: "Supervisor" }, side: "centre" },
    leader: { title: { zh: "领导", en: "Leader" }, side: "centre" },
    evaluator: { title: { zh: "考评员", en: "Evaluator" }, side: "centre" },
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
    onHold: { title: { zh: "挂账", en: "On hold" } },
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
  }),
}).actions((action) => ({
  report: action({
    title: { zh: "上报", en: "Report" },
    opens: true,
    to: "reported",
    weight: "main",
    actorAudience: "centre",
    by: ["collector", "intakeOfficer", "supervisor", "leader", "departmentOfficer"],
    input: Type.Object(
      {
        place: field.placeInput,
        description: field.description,
        source: Type.Optional(field.source),
        type: Type.Optional(field.typeCode),
        informant: Type.Optional(field.informant),
        capturedAt: Type.Optional(field.instant("发现时间", "Seen at")),
        externalNo: Type.Optional(
          note(Type.String({ maxLength: 100 }), { words: { zh: "外部编号", en: "External number" } }),
        ),
      },
      strict,
    ),
    guard({ input, now, reference, evidence, actor, settings: s }) {
      if (!reference.locate(input.place.lng, input.place.lat)) return outside;
      if (input.capturedAt !== undefined && input.capturedAt > now) return future;
      if (input.type !== undefined && !reference.type(input.type)) return unknownType;
      return actor.role === "collector" && evidence.length < s.reportPhotos
        ? missingEvidence("near", s.reportPhotos)
        : undefined;
    },
    subject: ({ input, reference, actor }) => ({
      ...input,
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
    input: Type.Object(
      {
        place: field.placeInput,
        description: field.description,
        type: field.typeCode,
        capturedAt: Type.Optional(field.instant("发现时间", "Seen at")),
      },
      strict,
    ),
    choose: ({ settings: s }) => (s.shortCaseApproval ? "checked" : "closed"),
    guard({ input, now, reference }) {
      if (!reference.locate(input.place.lng, input.place.lat)) return outside;
      if (input.capturedAt !== undefined && input.capturedAt > now) return future;
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

  // Intake: screen what came in.
  accept: action({
    title: { zh: "受理", en: "Accept" },
    from: "reported",
    to: "accepted",
    by: ["intakeOfficer"],
    weight: "main",
    input: Type.Object({ type: field.typeCode, note: field.remark }, strict),
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
    input: Type.Object({ reason: field.reason }, strict),
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
    input: Type.Object(
      {
        description: Type.Optional(field.description),
        type: Type.Optional(field.typeCode),
        place: Type.Optional(field.placeInput),
      },
      strict,
    ),
    guard({ input, reference }) {
      if (input.type !== undefined && !reference.type(input.type)) return unknownType;
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
    input: Type.Object({ collector: field.person("collector", "核实人", "Verifier"), note: field.remark }, strict),
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
    input: Type.Object({ type: Type.Optional(field.typeCode), note: field.remark }, strict),
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
    input: Type.Object({ reason: field.reason }, strict),
  }),
  merge: action({
    title: { zh: "合并重复", en: "Merge duplicate" },
    from: ["reported", "accepted"],
    to: "merged",
    by: ["intakeOfficer", "shiftLeader"],
    weight: "grave",
    input: Type.Object({ into: field.caseNo("并入案件号", "Into case"), note: field.remark }, strict),
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

  // The shift leader: file, or not.
  file: action({
    title: { zh: "立案", en: "File" },
    from: "accepted",
    to: "filed",
    by: ["shiftLeader"],
    weight: "main",
    input: Type.Object({ type: field.typeCode, criterion: field.criterionId, note: field.remark }, strict),
    guard: ({ input, reference }) => criterionFits(reference, input.type, input.criterion),
    amend: ({ input }) => ({ type: input.type }),
    set: ({ input, now }) => ({ criterion: input.criterion, filedAt: now }),
  }),
  sendBack: action({
    title: { zh: "退回受理", en: "Send back to intake" },
    from: ["accepted", "untrue"],
    to: "reported",
    by: ["shiftLeader"],
    input: Type.Object({ reason: field.reason }, strict),
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
    input: Type.Object({ reason: field.reason }, strict),
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
    input: Type.Object({ reason: field.reason }, strict),
    set: ({ now }) => ({ acceptedAt: now }),
  }),
  changeCriterion: action({
    title: { zh: "变更立案条件", en: "Change criterion" },
    from: ["filed", "districtFiled", "dispatched", "handling"],
    to: "same",
    by: ["shiftLeader"],
    weight: "grave",
    input: Type.Object({ type: field.typeCode, criterion: field.criterionId, reason: field.reason }, strict),
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
    input: Type.Object(
      { reason: field.reason, duplicateOf: Type.Optional(field.caseNo("重复于案件", "Duplicate of")) },
      strict,
    ),
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
    input: Type.Object(
      { reason: field.reason, duplicateOf: Type.Optional(field.caseNo("重复于案件", "Duplicate of")) },
      strict,
    ),
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
    input: Type.Object({ reason: field.reason }, strict),
  }),

  // Command: send it to the one responsible department.
  dispatch: action({
    title: { zh: "派遣", en: "Dispatch" },
    from: "filed",
    to: ["dispatched", "districtFiled"],
    by: ["dispatcher"],
    weight: "main",
    input: Type.Object(
      {
        department: field.unit([...departmentKinds, "districtPlatform"]),
        jointUnits: Type.Optional(
          note(Type.Array(Type.String(), { maxItems: 10 }), {
            words: { zh: "协办单位", en: "Joint units" },
            widget: "unit",
            offers: departmentKinds,
          }),
        ),
        note: field.remark,
      },
      strict,
    ),
    guard: ({ input, reference }) => unitCan(reference, input.department, [...departmentKinds, "districtPlatform"]),
    choose: ({ input, reference }) =>
      reference.unit(input.department)?.kind === "districtPlatform" ? "districtFiled" : "dispatched",
    set: ({ input, now, reference, facts }) => ({
      ...(reference.unit(input.department)?.kind === "districtPlatform"
        ? { platform: input.department, department: null }
        : { department: input.department, platform: null }),
      handler: null,
      dispatchedAt: facts.dispatchedAt ?? now,
      jointUnits: input.jointUnits ?? null,
      ruled: null,
    }),
    restarts: ({ input, facts }) => (input.department === (facts.platform ?? facts.department) ? [] : ["handle"]),
  }),
  districtDispatch: action({
    title: { zh: "区级派遣", en: "Dispatch in the district" },
    from: "districtFiled",
    to: "dispatched",
    by: ["districtDispatcher"],
    weight: "main",
    input: Type.Object({ department: field.unit(departmentKinds), note: field.remark }, strict),
    guard: ({ input, reference }) => unitCan(reference, input.department, departmentKinds),
    set: ({ input }) => ({ department: input.department, handler: null }),
  }),

  // The department: assign, do, or say why not.
  assign: action({
    title: { zh: "指派处置人员", en: "Assign handler" },
    from: handled,
    to: "handling",
    by: ["departmentOfficer"],
    weight: "main",
    input: Type.Object({ handler: field.person("handler", "处置人员", "Handler"), note: field.remark }, strict),
    guard: ({ input, reference, facts }) =>
      holdsRole(reference, input.handler, "handler", "/handler", facts.department),
    set: ({ input }) => ({ handler: input.handler }),
  }),
  reportDone: action({
    title: { zh: "处置完成", en: "Report done" },
    from: handled,
    to: "handled",
    by: ["handler", "departmentOfficer"],
    weight: "main",
    evidence: { after: 1 },
    input: Type.Object(
      {
        result: note(Type.String({ minLength: 1, maxLength: 500 }), {
          words: { zh: "处置结果", en: "Result" },
          widget: "longText",
        }),
      },
      strict,
    ),
    set: ({ input, now }) => ({ result: input.result, handledAt: now }),
  }),
  askReturn: action({
    title: { zh: "申请回退", en: "Ask to return" },
    from: [...handled, "districtFiled"],
    to: ["returning", "disputed"],
    by: ["departmentOfficer", "districtDispatcher"],
    input: Type.Object({ reason: field.reason, proposed: Type.Optional(field.unit(departmentKinds)) }, strict),
    unless: ({ facts }) =>
      facts.ruled
        ? rule({
            zh: "值班长已裁定责任单位，不能再回退",
            en: "The shift leader has ruled; it cannot be returned again",
          })
        : undefined,
    choose: ({ case: c, settings: s }) =>
      (c.counts["askReturn"] ?? 0) + 1 >= s.pingPongReturns ? "disputed" : "returning",
    set: ({ case: c, facts, actor }) => ({
      cameFrom: c.state,
      returnedBy: [...(facts.returnedBy ?? []), facts.department ?? facts.platform ?? actor.unit ?? ""],
    }),
  }),
  approveReturn: action({
    title: { zh: "同意回退", en: "Approve return" },
    from: "returning",
    to: "filed",
    by: ["dispatcher"],
    weight: "main",
    input: Type.Object({ note: field.remark }, strict),
    set: () => ({ cameFrom: null }),
  }),
  denyReturn: action({
    title: { zh: "不同意回退", en: "Deny return" },
    from: "returning",
    to: ["dispatched", "handling", "districtFiled"],
    by: ["dispatcher"],
    input: Type.Object({ reason: field.reason }, strict),
    choose: ({ facts }) => backTo(facts.cameFrom),
    set: () => ({ cameFrom: null }),
  }),
  rule: action({
    title: { zh: "裁定责任单位", en: "Rule whose it is" },
    from: "disputed",
    to: "dispatched",
    by: ["shiftLeader"],
    weight: "main",
    input: Type.Object({ department: field.unit(departmentKinds), reason: field.reason }, strict),
    guard: ({ input, reference }) => unitCan(reference, input.department, departmentKinds),
    set: ({ input }) => ({ department: input.department, platform: null, handler: null, ruled: true, cameFrom: null }),
    restarts: ({ input, facts }) => (input.department === facts.department ? [] : ["handle"]),
  }),
  askExtension: action({
    title: { zh: "申请延期", en: "Ask to extend" },
    from: handled,
    to: "same",
    by: ["departmentOfficer"],
    asks: "extension",
    input: Type.Object({ reason: field.reason }, strict),
    unless: (view) => extensionBarred(view),
  }),
  approveExtension: action({
    title: { zh: "同意延期", en: "Approve extension" },
    from: handled,
    to: "same",
    by: ["dispatcher"],
    answers: "extension",
    extends: "handle",
    weight: "main",
    input: Type.Object({ note: field.remark }, strict),
    unless: (view) => extensionBarred(view),
  }),
  denyExtension: action({
    title: { zh: "不同意延期", en: "Deny extension" },
    from: handled,
    to: "same",
    by: ["dispatcher"],
    answers: "extension",
    input: Type.Object({ reason: field.reason }, strict),
  }),
  askHold: action({
    title: { zh: "申请挂账", en: "Ask to hold" },
    from: handled,
    to: "same",
    by: ["departmentOfficer"],
    asks: "hold",
    input: Type.Object(
      {
        cause: choice(
          {
            works: { zh: "需工程施工", en: "Needs works" },
            season: { zh: "季节原因", en: "Season" },
            other: { zh: "其他", en: "Other" },
          },
          { words: { zh: "原因类别", en: "Cause" } },
        ),
        until: field.instant("挂账至", "On hold until"),
        reason: field.reason,
      },
      strict,
    ),
    guard: ({ input, now, settings: s }) => holdDate(input.until, now, s.mostHoldDays),
  }),
  approveHold: action({
    title: { zh: "同意挂账", en: "Approve hold" },
    from: handled,
    to: "onHold",
    by: ["dispatcher"],
    answers: "hold",
    weight: "main",
    input: Type.Object({ until: field.instant("挂账至", "On hold until"), note: field.remark }, strict),
    guard: ({ input, now, settings: s }) => holdDate(input.until, now, s.mostHoldDays),
    set: ({ input, case: c }) => ({ holdUntil: input.until, cameFrom: c.state }),
  }),
  denyHold: action({
    title: { zh: "不同意挂账", en: "Deny hold" },
    from: handled,
    to: "same",
    by: ["dispatcher"],
    answers: "hold",
    input: Type.Object({ reason: field.reason }, strict),
  }),
  resume: action({
    title: { zh: "恢复处置", en: "Resume" },
    from: "onHold",
    to: ["dispatched", "handling"],
    by: ["system", "dispatcher"],
    input: Type.Object({ note: field.remark }, strict),
    at: ({ facts }) => facts.holdUntil,
    choose: ({ facts }) => (facts.cameFrom === "handling" ? "handling" : "dispatched"),
    set: () => ({ holdUntil: null, cameFrom: null }),
  }),

  // Check what was done, and close.
  sendCheck: action({
    title: { zh: "派发核查", en: "Send to check" },
    from: ["handled", "checking"],
    to: "checking",
    by: ["intakeOfficer"],
    weight: "main",
    input: Type.Object({ collector: field.person("collector", "核查人", "Checker"), note: field.remark }, strict),
    guard: ({ input, reference }) => holdsRole(reference, input.collector, "collector", "/collector"),
    set: ({ input }) => ({ checker: input.collector }),
    restarts: () => ["check"],
  }),
  passCheck: action({
    title: { zh: "核查通过", en: "Check passed" },
    from: "checking",
    to: "checked",
    by: ["collector"],
    weight: "main",
    actorAudience: "centre",
    evidence: { check: 1 },
    input: Type.Object({ note: field.remark }, strict),
  }),
  failCheck: action({
    title: { zh: "核查不通过", en: "Check failed" },
    from: "checking",
    to: "dispatched",
    by: ["collector"],
    actorAudience: "centre",
    evidence: { check: 1 },
    input: Type.Object({ reason: field.reason }, strict),
    set: ({ facts }) => ({ reworks: (facts.reworks ?? 0) + 1, handledAt: null, handler: null }),
  }),
  close: action({
    title: { zh: "结案", en: "Close" },
    from: "checked",
    to: "closed",
    by: ["shiftLeader"],
    weight: "main",
    input: Type.Object({ note: field.remark }, strict),
    set: ({ now }) => ({ closedAt: now }),
    effects: ({ case: c }) =>
      tellReporter(c.subject.reporter, { zh: `案件 ${c.no} 已结案`, en: `Case ${c.no} is closed` }),
  }),
  rejectClosing: action({
    title: { zh: "退回重办", en: "Send back" },
    from: "checked",
    to: ["handled", "dispatched", "reported"],
    by: ["shiftLeader"],
    input: Type.Object(
      {
        next: choice(
          { recheck: { zh: "重新核查", en: "Check again" }, rework: { zh: "返工", en: "Rework" } },
          { words: { zh: "去向", en: "Next" } },
        ),
        reason: field.reason,
      },
      strict,
    ),
    choose: ({ input, facts }) => (facts.short ? "reported" : input.next === "recheck" ? "handled" : "dispatched"),
    set: ({ input, facts }) =>
      facts.short
        ? { short: null, handledAt: null }
        : input.next === "rework"
          ? { reworks: (facts.reworks ?? 0) + 1, handledAt: null, handler: null }
          : {},
  }),
  forceClose: action({
    title: { zh: "强制结案", en: "Force close" },
    from: open,
    to: "closed",
    by: ["shiftLeader"],
    weight: "grave",
    input: Type.Object({ reason: field.reason }, strict),
    set: ({ now }) => ({ closedAt: now, forced: true }),
  }),
  reopen: action({
    title: { zh: "重开", en: "Reopen" },
    from: "closed",
    to: ["filed", "accepted"],
    by: ["shiftLeader"],
    weight: "grave",
    input: Type.Object({ reason: field.reason }, strict),
    unless: ({ facts, now, settings: s }) =>
      now <= (facts.closedAt ?? 0) + s.reopenDays * day
        ? undefined
        : rule({
            zh: `结案已超过 ${s.reopenDays} 天，请另行上报`,
            en: `Closed more than ${s.reopenDays} days ago; report it anew`,
          }),
    choose: ({ facts }) => (facts.criterion === undefined ? "accepted" : "filed"),
    set: () => ({
      closedAt: null,
      handledAt: null,
      handler: null,
      forced: null,
      short: null,
      ruled: null,
      appeal: null,
    }),
    restarts: ({ facts }) => (facts.criterion === undefined ? [] : ["handle"]),
  }),

  // From above, and afterwards.
  urge: action({
    title: { zh: "督办", en: "Urge" },
    from: open,
    to: "same",
    by: ["supervisor", "leader", "shiftLeader", "dispatcher"],
    input: Type.Object(
      {
        text: note(Type.String({ minLength: 1, maxLength: 500 }), {
          words: { zh: "督办意见", en: "What is urged" },
          widget: "longText",
        }),
        until: Type.Optional(field.instant("督办期限", "By when")),
      },
      strict,
    ),
    guard: ({ input, now }) =>
      input.until !== undefined && input.until <= now
        ? rule({ zh: "督办期限须晚于现在", en: "The time must lie ahead" }, "/until")
        : undefined,
    set: ({ input }) => (input.until === undefined ? {} : { urgedUntil: input.until }),
    effects: ({ case: c, facts, input }) =>
      facts.handler === undefined
        ? []
        : [
            {
              kind: "notify",
              to: facts.handler,
              message: { zh: `案件 ${c.no} 被督办：${input.text}`, en: `Case ${c.no} is urged: ${input.text}` },
            },
          ],
  }),
  appeal: action({
    title: { zh: "申诉超期", en: "Appeal a late mark" },
    from: "closed",
    to: "same",
    by: ["departmentOfficer"],
    asks: "appeal",
    input: Type.Object({ reason: field.reason }, strict),
    unless({ case: c, facts, now, settings: s }) {
      if (facts.appeal !== undefined) return rule({ zh: "每案只能申诉一次", en: "A case may be appealed once" });
      if (now > (facts.closedAt ?? 0) + s.appealDays * day)
        return rule({ zh: `结案已超过 ${s.appealDays} 天，不能申诉`, en: `Closed more than ${s.appealDays} days ago` });
      const clock = c.clocks.handle;
      const late = clock?.due !== undefined && (clock.segments.at(-1)?.to ?? now) > clock.due;
      return late ? undefined : rule({ zh: "处置没有超期，无需申诉", en: "The handling was not late" });
    },
    set: () => ({ appeal: "asked" }),
  }),
  reviewAppeal: action({
    title: { zh: "申诉初审", en: "Review appeal" },
    from: "closed",
    to: "same",
    by: ["dispatcher"],
    answers: "appeal",
    asks: "appealDecision",
    weight: "main",
    input: Type.Object(
      {
        supports: note(Type.Boolean(), { words: { zh: "支持申诉", en: "Supports the appeal" } }),
        reason: field.reason,
      },
      strict,
    ),
    set: () => ({ appeal: "reviewed" }),
  }),
  decideAppeal: action({
    title: { zh: "申诉复审", en: "Decide appeal" },
    from: "closed",
    to: "same",
    by: ["intakeOfficer"],
    answers: "appealDecision",
    weight: "main",
    input: Type.Object(
      { upheld: note(Type.Boolean(), { words: { zh: "申诉成立", en: "Upheld" } }), reason: field.reason },
      strict,
    ),
    set: ({ input }) => ({ appeal: input.upheld ? "upheld" : "dismissed" }),
  }),
  instruct: action({
    title: { zh: "批示", en: "Instruct" },
    from: ["reported", "accepted", ...open, "closed"],
    to: "same",
    by: ["leader"],
    input: Type.Object(
      {
        text: note(Type.String({ minLength: 1, maxLength: 500 }), {
          words: { zh: "批示内容", en: "Instruction" },
          widget: "longText",
        }),
      },
      strict,
    ),
  }),
}));
