import type { CaseRecord } from "@xiuhua/core/procedure";
import { criteria, lampPost, units } from "./world.ts";

/** Chooses one of several; a scenario takes the first, a random walk any. */
export type Chooser = <T>(among: readonly [T, ...T[]]) => T;

export const first: Chooser = (among) => among[0];

export interface Situation {
  readonly pick: Chooser;
  readonly now: number;
  readonly record: CaseRecord | undefined;
  /** Numbers of other cases. */
  readonly others: readonly string[];
}

const hour = 3600 * 1000;
const place = { lng: 113.24, lat: 35.21, text: "解放路 12 号门前" };
const reason = { reason: "现场情况如此" };
const none = () => ({});
const because = () => reason;

function sort({ pick }: Situation) {
  const criterion = pick(["poster-4h", "poster-2d", "lamp-3h", "lamp-5d", "tree-1m"]);
  return { type: criteria[criterion]?.type ?? "", criterion };
}

const report = ({ pick, now }: Situation) => ({
  place,
  description: "墙上有小广告",
  ...pick<object>([
    {},
    { type: "poster" },
    { component: lampPost },
    { capturedAt: now - hour },
    { informant: { name: "王秘密", phone: "13900001234" } },
  ]),
});
const collector = ({ pick }: Situation) => ({ collector: pick(["scout", "otherScout"]) });

/** A case of the other ones to name, or one that does not exist when there is none. */
const other = ({ pick, others: [one, ...more] }: Situation) => (one === undefined ? "none" : pick([one, ...more]));

/** One person who handles for the department the case lies with. */
function handler({ pick, record }: Situation) {
  switch (record?.facts["department"]) {
    case "sanitation":
      return pick(["sweeper", "eastSweeper"]);
    case "lighting":
      return "electrician";
    case "parks":
      return "gardener";
    default:
      return "bureauCrew";
  }
}

/** A valid input for every action of the city case. */
export const inputs: Readonly<Record<string, (situation: Situation) => unknown>> = {
  report,
  reportSelfHandled: () => ({ place, description: "已当场清除小广告", type: "poster" }),
  accept: ({ pick }) => ({ type: pick(["poster", "lamp"]) }),
  refuse: because,
  amend: ({ pick }) => pick<object>([{ description: "墙上有三张小广告" }, { type: "lamp" }, { place }]),
  sendVerify: collector,
  confirmVerified: ({ pick }) => pick([{}, { type: "poster" }]),
  rejectVerified: because,
  merge: (situation) => ({ into: other(situation) }),
  file: sort,
  sendBack: because,
  declineFiling: because,
  overrule: because,
  changeCriterion: (situation) => ({ ...sort(situation), ...reason }),
  askVoid: because,
  approveVoid: (situation) =>
    situation.others.length === 0
      ? reason
      : situation.pick<object>([reason, { ...reason, duplicateOf: other(situation) }]),
  denyVoid: because,
  dispatch: ({ pick }) => ({ department: pick(["sanitation", "lighting", "parks", "jiefang"]) }),
  districtDispatch: ({ pick }) => ({ department: pick(["jiefang-bureau", "sanitation"]) }),
  assign: (situation) => ({ handler: handler(situation) }),
  reportDone: () => ({ result: "已清除" }),
  askReturn: ({ pick }) => pick<object>([reason, { ...reason, proposed: "lighting" }]),
  approveReturn: none,
  denyReturn: because,
  rule: ({ pick }) => ({ department: pick(["sanitation", "lighting"]), ...reason }),
  askExtension: because,
  approveExtension: none,
  denyExtension: because,
  askHold: ({ now, pick }) => ({ cause: "works", until: now + pick([100, 24, 700]) * hour, ...reason }),
  approveHold: ({ now, pick }) => ({ until: now + pick([100, 24, 1]) * hour }),
  denyHold: because,
  resume: none,
  joinWorks: ({ now }) => ({ order: "JZ-1", until: now + 24 * hour }),
  leaveWorks: () => ({ order: "JZ-1", ...reason }),
  doneByWorks: () => ({ order: "JZ-1", result: "路面已整体翻修" }),
  sendCheck: collector,
  passCheck: none,
  failCheck: because,
  close: none,
  rejectClosing: ({ pick }) => ({ next: pick(["recheck", "rework"]), ...reason }),
  forceClose: because,
  reopen: because,
  urge: ({ now, pick }) => ({ text: "请尽快办理", ...pick<object>([{}, { until: now + 24 * hour }]) }),
  instruct: () => ({ text: "请认真办理" }),
  appeal: because,
  reviewAppeal: ({ pick }) => ({ supports: pick([true, false]), ...reason }),
  decideAppeal: ({ pick }) => ({ upheld: pick([true, false]), ...reason }),
};

/** Departments that a case can lie with in the test city. */
export const departments = Object.keys(units).filter((id) => !["city", "procuratorate", "dissolved"].includes(id));
