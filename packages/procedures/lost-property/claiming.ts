import { note, rule, type ActionMaker } from "@xiuhua/core/procedure";
import { form, reason, text } from "../shared/fields.ts";
import type { PropertyShape } from "./base.ts";
import { claimant } from "./fields.ts";

/** Somebody says that it is theirs; or nobody does for a year. */
export const claiming = (action: ActionMaker<PropertyShape>) => ({
  lodgeClaim: action({
    title: { zh: "登记认领", en: "Lodge a claim" },
    from: ["kept", "announced"],
    to: "claimed",
    by: ["propertyKeeper", "intakeOfficer"],
    weight: "main",
    input: form({ claimant }),
    set: ({ input, now }) => ({ claimant: input.claimant, claimedAt: now }),
  }),
  giveBack: action({
    title: { zh: "核对归还", en: "Give back" },
    from: "claimed",
    to: "returned",
    by: ["propertyKeeper"],
    weight: "main",
    witnesses: 1,
    // The signature: a photo of the signed receipt, or the paper itself.
    evidence: { document: 1 },
    input: form({
      answer: note(text(500), {
        words: { zh: "核对情况（问题与回答）", en: "How the answers fitted" },
        widget: "longText",
      }),
    }),
    set: ({ input, now }) => ({ answer: input.answer, returnedAt: now, custodian: null }),
  }),
  denyClaim: action({
    title: { zh: "认领不符", en: "Turn down the claim" },
    from: "claimed",
    to: ["announced", "kept"],
    by: ["propertyKeeper"],
    input: form({ reason }),
    choose: ({ facts }) => (facts.noticeAt === undefined ? "kept" : "announced"),
    set: () => ({ claimant: null, claimedAt: null }),
  }),
  forfeit: action({
    title: { zh: "逾期上缴", en: "Hand to the state" },
    from: "announced",
    to: "forfeited",
    by: ["propertyKeeper"],
    weight: "grave",
    witnesses: 1,
    evidence: { document: 1 },
    input: form({ reason }),
    unless: ({ case: c, now, calendar }) => {
      const due = c.clocks.claim?.due;
      return due !== undefined && now > due
        ? undefined
        : rule({
            zh: `招领期至 ${due === undefined ? "公告满一年" : calendar.localDate(due)}，期满前不能上缴（民法典第三百一十八条）`,
            en: `It may be claimed until ${due === undefined ? "a year after the notice" : calendar.localDate(due)} (Civil Code, art. 318)`,
          });
    },
    set: ({ now }) => ({ forfeitedAt: now, custodian: null }),
  }),
});
