import { Type } from "typebox";
import { note, rule, type ActionMaker } from "@xiuhua/core/procedure";
import type { CityShape } from "./base.ts";
import * as field from "./fields.ts";
import { form } from "./fields.ts";
import { open } from "./stages.ts";

/** From above, and the review of appeals afterwards. */
export const oversight = (action: ActionMaker<CityShape>) => ({
  urge: action({
    title: { zh: "督办", en: "Urge" },
    from: open,
    to: "same",
    by: ["supervisor", "leader", "shiftLeader", "dispatcher"],
    input: form({
      text: note(Type.String({ minLength: 1, maxLength: 500 }), {
        words: { zh: "督办意见", en: "What is urged" },
        widget: "longText",
      }),
      until: Type.Optional(field.instant("督办期限", "By when")),
    }),
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
  instruct: action({
    title: { zh: "批示", en: "Instruct" },
    from: ["reported", "accepted", ...open, "closed"],
    to: "same",
    by: ["leader"],
    input: form({
      text: note(Type.String({ minLength: 1, maxLength: 500 }), {
        words: { zh: "批示内容", en: "Instruction" },
        widget: "longText",
      }),
    }),
  }),
  reviewAppeal: action({
    title: { zh: "申诉初审", en: "Review appeal" },
    from: "closed",
    to: "same",
    by: ["dispatcher"],
    answers: "appeal",
    asks: "appealDecision",
    weight: "main",
    input: form({
      supports: note(Type.Boolean(), { words: { zh: "支持申诉", en: "Supports the appeal" } }),
      reason: field.reason,
    }),
    set: () => ({ appeal: "reviewed" }),
  }),
  decideAppeal: action({
    title: { zh: "申诉复审", en: "Decide appeal" },
    from: "closed",
    to: "same",
    by: ["intakeOfficer"],
    answers: "appealDecision",
    weight: "main",
    input: form({ upheld: note(Type.Boolean(), { words: { zh: "申诉成立", en: "Upheld" } }), reason: field.reason }),
    set: ({ input }) => ({ appeal: input.upheld ? "upheld" : "dismissed" }),
  }),
});
