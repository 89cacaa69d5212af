import { Type } from "typebox";
import { note, rule, type ActionMaker } from "@xiuhua/core/procedure";
import { form, instant, reason, remark, text } from "../shared/fields.ts";
import { ahead } from "../shared/rules.ts";
import type { WorksShape } from "./base.ts";
import { crew } from "./fields.ts";

const hour = 3600 * 1000;
const day = 24 * hour;

const result = note(text(500), { words: { zh: "完工说明", en: "What was done" }, widget: "longText" });

/** From the first spade to acceptance; the crew answers by a link, without an account. */
export const building = (action: ActionMaker<WorksShape>) => ({
  inviteCrew: action({
    title: { zh: "发施工队链接", en: "Send the crew a link" },
    from: "underway",
    to: "same",
    by: ["worksManager"],
    input: form({
      crew,
      hours: note(Type.Integer({ minimum: 1, maximum: 2160 }), { words: { zh: "有效小时数", en: "Valid for hours" } }),
    }),
    guard: ({ input, settings: s }) =>
      input.hours <= s.linkHours
        ? undefined
        : rule({ zh: `链接最长 ${s.linkHours} 小时`, en: `A link lasts at most ${s.linkHours} hours` }, "/hours"),
    set: ({ input }) => ({ crew: input.crew }),
    invites: { role: "crew", until: ({ input, now }) => now + input.hours * hour },
  }),
  openTask: action({
    title: { zh: "查看任务", en: "Open the task" },
    from: ["underway", "done"],
    to: "same",
    by: ["crew"],
    input: form({}),
  }),
  reportDone: action({
    title: { zh: "报完工", en: "Report done" },
    from: "underway",
    to: "done",
    by: ["crew", "worksManager"],
    weight: "main",
    evidence: { after: 1 },
    input: form({ result }),
    set: ({ input, now }) => ({ result: input.result, doneAt: now, obstacle: null }),
  }),
  reportImpossible: action({
    title: { zh: "无法施工", en: "Cannot be done" },
    from: "underway",
    to: "planning",
    by: ["crew"],
    input: form({ reason }),
    set: ({ input }) => ({ obstacle: input.reason }),
  }),
  askHold: action({
    title: { zh: "申请暂停", en: "Ask for a hold" },
    from: "underway",
    to: "same",
    by: ["worksManager"],
    asks: "hold",
    input: form({ until: instant("暂停至", "On hold until"), reason }),
    guard: ({ input, now, settings: s }) =>
      ahead(input.until, now, "/until") ?? notTooLong(input.until, now, s.mostHoldDays),
  }),
  approveHold: action({
    title: { zh: "同意暂停", en: "Grant the hold" },
    from: "underway",
    to: "onHold",
    by: ["dispatcher"],
    answers: "hold",
    weight: "main",
    input: form({ until: instant("暂停至", "On hold until"), note: remark }),
    guard: ({ input, now, settings: s }) =>
      ahead(input.until, now, "/until") ?? notTooLong(input.until, now, s.mostHoldDays),
    set: ({ input, case: c }) => ({ holdUntil: input.until, holdCause: askedReason(c.requests.hold?.input) }),
  }),
  denyHold: action({
    title: { zh: "不同意暂停", en: "Refuse the hold" },
    from: "underway",
    to: "same",
    by: ["dispatcher"],
    answers: "hold",
    input: form({ reason }),
  }),
  resume: action({
    title: { zh: "恢复施工", en: "Resume" },
    from: "onHold",
    to: "underway",
    by: ["worksManager", "system"],
    input: form({}),
    at: ({ facts }) => facts.holdUntil,
    set: () => ({ holdUntil: null, holdCause: null }),
  }),
  accept: action({
    title: { zh: "验收通过", en: "Accept" },
    from: "done",
    to: "accepted",
    by: ["supervisor"],
    weight: "main",
    evidence: { check: 1 },
    input: form({ note: remark }),
    set: ({ now }) => ({ acceptedAt: now }),
    effects: ({ case: c, facts, evidence }) =>
      c.subject.defects.map((no) => ({
        kind: "act",
        on: no,
        action: "doneByWorks",
        input: { order: c.no, result: facts.result ?? "" },
        evidence: evidence.flatMap((file) =>
          file.kind === "check" ? [{ hash: file.hash, kind: "after" as const }] : [],
        ),
      })),
  }),
  reject: action({
    title: { zh: "验收不通过", en: "Reject" },
    from: "done",
    to: "underway",
    by: ["supervisor"],
    evidence: { check: 1 },
    input: form({ reason }),
    set: ({ facts }) => ({ reworks: (facts.reworks ?? 0) + 1, doneAt: null }),
  }),
});

function notTooLong(until: number, now: number, mostDays: number) {
  return until > now + mostDays * day
    ? rule({ zh: `工程暂停最长 ${mostDays} 天`, en: `A hold lasts at most ${mostDays} days` }, "/until")
    : undefined;
}

function askedReason(input: unknown): string {
  const said: unknown = typeof input === "object" && input !== null ? Reflect.get(input, "reason") : undefined;
  return typeof said === "string" ? said : "";
}
