import { Type } from "typebox";
import { note, type ActionMaker } from "@xiuhua/core/procedure";
import { form, reason } from "../shared/fields.ts";
import type { EnterpriseShape } from "./base.ts";
import { fourHearts } from "./fields.ts";

const hour = 3600 * 1000;

/** The enterprise has the last word, by a link or to the officer who rings. */
export const confirming = (action: ActionMaker<EnterpriseShape>) => ({
  invite: action({
    title: { zh: "发企业确认链接", en: "Send the enterprise a link" },
    from: "solved",
    to: "same",
    by: ["enterpriseOfficer"],
    input: form({}),
    invites: { role: "enterprise", until: ({ now, settings: s }) => now + s.linkHours * hour },
  }),
  openTask: action({
    title: { zh: "企业查看", en: "Opened by the enterprise" },
    from: ["solved", "confirmed"],
    to: "same",
    by: ["enterprise"],
    input: form({}),
  }),
  confirm: action({
    title: { zh: "企业确认", en: "Confirm" },
    from: "solved",
    to: "confirmed",
    by: ["enterprise", "enterpriseOfficer"],
    weight: "main",
    input: form({
      ...fourHearts,
      opinion: Type.Optional(
        note(Type.String({ maxLength: 500 }), { words: { zh: "企业意见", en: "Opinion" }, widget: "longText" }),
      ),
    }),
    set: ({ input, now }) => ({ ...input, confirmedAt: now }),
  }),
  dispute: action({
    title: { zh: "企业不认可", en: "Not solved" },
    from: "solved",
    to: "assigned",
    by: ["enterprise", "enterpriseOfficer"],
    input: form({ reason }),
    set: ({ facts }) => ({ disputes: (facts.disputes ?? 0) + 1, solvedAt: null, way: null }),
  }),
});
