import { Type } from "typebox";
import { choice, note, procedure, rule } from "@xiuhua/core/procedure";
import { form, instant, place, placeInput } from "./shared/fields.ts";
import { posts } from "./shared/roles.ts";
import { inCity, placed } from "./shared/rules.ts";

const day = 24 * 3600 * 1000;

const kind = choice(
  {
    fall: { zh: "摔倒受伤", en: "A fall" },
    illness: { zh: "突发不适", en: "Taken ill" },
    lost: { zh: "走失", en: "Lost" },
    traffic: { zh: "交通事故", en: "Traffic accident" },
    danger: { zh: "遇险", en: "In danger" },
    deed: { zh: "好人好事", en: "A good deed" },
    other: { zh: "其他", en: "Other" },
  },
  { words: { zh: "情形", en: "What happened" } },
);

const called = choice(
  {
    nobody: { zh: "无需联系", en: "Nobody" },
    family: { zh: "已联系家属", en: "Family" },
    ambulance: { zh: "已拨打 120", en: "120" },
    police: { zh: "已拨打 110", en: "110" },
    fire: { zh: "已拨打 119", en: "119" },
  },
  { words: { zh: "联系了谁", en: "Who was called" } },
);

/** What was seen, as far as helping needs it. It goes after a set time; so does the place. */
const account = note(Type.String({ maxLength: 300 }), {
  words: { zh: "经过（勿写姓名、病史）", en: "What happened (no names, no medical history)" },
  widget: "longText",
});

/**
 * 帮扶事件: somebody on patrol helps a person in need. Logged in two taps; who was called; no case of the city's is
 * opened. It concerns a stranger's health, so only the patrol's own unit and the leaders read it, no photo is taken,
 * and what was written goes after a set time (《个人信息保护法》 art. 19: kept no longer than needed; art. 28: health
 * is sensitive); that somebody helped stays.
 */
export const helpEvent = procedure({
  id: "help-event",
  version: 1,
  title: { zh: "帮扶事件", en: "Help given" },
  confidential: true,
  subject: Type.Object({ kind, place: Type.Optional(place), helpedAt: instant("时间", "When") }),
  facts: Type.Object({
    unit: Type.Optional(note(Type.String(), { words: { zh: "单位", en: "Unit" }, widget: "unit" })),
    called: Type.Optional(called),
    account: Type.Optional(account),
    outcome: Type.Optional(note(Type.String(), { words: { zh: "结果", en: "How it ended" } })),
    settledAt: Type.Optional(instant("办结时间", "Settled at")),
  }),
  settings: Type.Object({
    keepDays: Type.Integer({
      minimum: 1,
      maximum: 1095,
      default: 180,
      description: "帮扶事件内容保存天数，到期清除；本系统默认",
    }),
    settleHours: Type.Integer({ minimum: 1, default: 48, description: "中队确认时限（小时）；本系统默认" }),
  }),
  roles: {
    collector: posts.collector,
    handler: posts.handler,
    departmentOfficer: { ...posts.departmentOfficer, bound: { unit: "unit" } },
    leader: posts.leader,
  },
  states: {
    logged: { title: { zh: "待中队确认", en: "Logged" }, waitsFor: "departmentOfficer" },
    settled: { title: { zh: "已办结", en: "Settled" } },
    forgotten: { title: { zh: "已办结（内容已清除）", en: "Settled, content removed" }, final: true },
  },
  clocks: {
    settle: {
      title: { zh: "确认", en: "Settle" },
      basis: { zh: "市级规定：帮扶事件确认时限", en: "City rule: time to settle" },
      runsIn: ["logged"],
      again: "anew",
      limit: ({ settings: s }) => ({ value: s.settleHours, unit: "urgent_hour" }),
    },
  },
  requests: {},
  // No word of what happened and no place: lists, search and the map are read by more than the case itself.
  index: ({ facts }) => ({
    title: "帮扶事件",
    ...(facts.unit === undefined ? {} : { department: facts.unit }),
  }),
}).actions((action) => ({
  log: action({
    title: { zh: "记一次帮扶", en: "Log help given" },
    opens: true,
    to: "logged",
    by: ["handler", "collector", "departmentOfficer"],
    input: form({
      kind,
      called,
      place: Type.Optional(placeInput),
      account: Type.Optional(account),
      helpedAt: Type.Optional(instant("时间", "When")),
    }),
    guard({ input, now, reference, evidence }) {
      if (evidence.length > 0)
        return rule({ zh: "帮扶事件不上传照片", en: "No photos of people in need" }, "/evidence");
      if (input.helpedAt !== undefined && input.helpedAt > now)
        return rule({ zh: "时间不能晚于现在", en: "It cannot lie in the future" }, "/helpedAt");
      return inCity(input.place, reference);
    },
    subject: ({ input, now, reference }) => ({
      kind: input.kind,
      helpedAt: input.helpedAt ?? now,
      ...(input.place === undefined ? {} : { place: placed(input.place, reference) }),
    }),
    set: ({ input, actor }) => ({
      called: input.called,
      ...(input.account === undefined ? {} : { account: input.account }),
      ...(actor.unit === undefined ? {} : { unit: actor.unit }),
    }),
  }),
  settle: action({
    title: { zh: "确认办结", en: "Settle" },
    from: "logged",
    to: "settled",
    by: ["departmentOfficer", "leader"],
    weight: "main",
    input: form({
      outcome: note(Type.String({ minLength: 1, maxLength: 200 }), {
        words: { zh: "结果（勿写姓名、病史）", en: "How it ended (no names, no medical history)" },
      }),
    }),
    set: ({ input, now }) => ({ outcome: input.outcome, settledAt: now }),
  }),
  forget: action({
    title: { zh: "到期清除内容", en: "Remove the content" },
    from: "settled",
    to: "forgotten",
    by: ["system"],
    input: form({}),
    at: ({ facts, settings: s }) => (facts.settledAt ?? 0) + s.keepDays * day,
    erases: ["account", "outcome", "place"],
  }),
}));
