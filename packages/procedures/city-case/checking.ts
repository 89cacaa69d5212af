import { choice, rule, type ActionMaker } from "@xiuhua/core/procedure";
import type { CityShape } from "./base.ts";
import * as field from "./fields.ts";
import { form } from "./fields.ts";
import { holdsRole, tellReporter } from "./rules.ts";
import { open } from "./stages.ts";

const day = 24 * 3600 * 1000;

/** Check what was done, and close. */
export const checking = (action: ActionMaker<CityShape>) => ({
  sendCheck: action({
    title: { zh: "派发核查", en: "Send to check" },
    from: ["handled", "checking"],
    to: "checking",
    by: ["intakeOfficer"],
    weight: "main",
    input: form({ collector: field.collector("核查人", "Checker"), note: field.remark }),
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
    input: form({ note: field.remark }),
  }),
  failCheck: action({
    title: { zh: "核查不通过", en: "Check failed" },
    from: "checking",
    to: "dispatched",
    by: ["collector"],
    actorAudience: "centre",
    evidence: { check: 1 },
    input: form({ reason: field.reason }),
    set: ({ facts }) => ({ reworks: (facts.reworks ?? 0) + 1, handledAt: null, handler: null }),
  }),
  close: action({
    title: { zh: "结案", en: "Close" },
    from: "checked",
    to: "closed",
    by: ["shiftLeader"],
    weight: "main",
    input: form({ note: field.remark }),
    set: ({ now }) => ({ closedAt: now }),
    effects: ({ case: c }) =>
      tellReporter(c.subject.reporter, { zh: `案件 ${c.no} 已结案`, en: `Case ${c.no} is closed` }),
  }),
  rejectClosing: action({
    title: { zh: "退回重办", en: "Send back" },
    from: "checked",
    to: ["handled", "dispatched", "reported"],
    by: ["shiftLeader"],
    input: form({
      next: choice(
        { recheck: { zh: "重新核查", en: "Check again" }, rework: { zh: "返工", en: "Rework" } },
        { words: { zh: "去向", en: "Next" } },
      ),
      reason: field.reason,
    }),
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
    input: form({ reason: field.reason }),
    set: ({ now }) => ({ closedAt: now, forced: true }),
  }),
  reopen: action({
    title: { zh: "重开", en: "Reopen" },
    from: "closed",
    to: ["filed", "accepted"],
    by: ["shiftLeader"],
    weight: "grave",
    input: form({ reason: field.reason }),
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
      returnedBy: null,
      result: null,
      urgedUntil: null,
      holdUntil: null,
      cameFrom: null,
      appeal: null,
    }),
    restarts: ({ facts }) => (facts.criterion === undefined ? [] : ["handle"]),
  }),
});
