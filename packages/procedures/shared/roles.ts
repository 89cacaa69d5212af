/** Posts that take part in more than one procedure: the same id, the same title, wherever they do. */
export const posts = {
  collector: { title: { zh: "信息采集员", en: "Collector" }, side: "field" },
  intakeOfficer: { title: { zh: "受理员", en: "Intake officer" }, side: "centre" },
  shiftLeader: { title: { zh: "值班长", en: "Shift leader" }, side: "centre" },
  dispatcher: { title: { zh: "派遣员", en: "Dispatcher" }, side: "centre" },
  departmentOfficer: { title: { zh: "专业部门", en: "Department officer" }, side: "department" },
  handler: { title: { zh: "处置人员", en: "Handler" }, side: "department" },
  supervisor: { title: { zh: "督查员", en: "Supervisor" }, side: "centre" },
  leader: { title: { zh: "领导", en: "Leader" }, side: "centre" },
  evaluator: { title: { zh: "考评员", en: "Evaluator" }, side: "centre" },
  /** Keeps the ledger of enterprises' problems: the party-building office on the seed's page (党建办). */
  enterpriseOfficer: { title: { zh: "助企专员", en: "Enterprise officer" }, side: "centre" },
  propertyKeeper: { title: { zh: "失物保管员", en: "Property keeper" }, side: "department" },
  worksManager: { title: { zh: "工程管理员", en: "Works manager" }, side: "department" },
} as const;
