import { Type } from "typebox";
import { choice, note, procedure } from "@xiuhua/core/procedure";

const text = (most: number) => Type.String({ minLength: 1, maxLength: most });
const words = (zh: string, en: string) => ({ zh, en });

const fields = {
  enterprise: note(text(100), { words: words("企业名称", "Enterprise") }),
  problem: note(text(500), { words: words("存在问题", "Problem"), widget: "longText" }),
  section: note(text(64), { words: words("责任科室", "Section"), widget: "unit" }),
  due: note(Type.Integer({ minimum: 0 }), { words: words("办结时限", "Due"), widget: "date" }),
  kind: Type.Optional(
    choice({ wish: words("诉求", "Wish"), hazard: words("隐患", "Hazard") }, { words: words("问题类型", "Kind") }),
  ),
  found: Type.Optional(note(Type.Integer({ minimum: 0 }), { words: words("走访日期", "Visited"), widget: "date" })),
  staff: Type.Optional(note(Type.Integer({ minimum: 1 }), { words: words("职工人数", "Staff") })),
  contact: Type.Optional(
    note(
      Type.Object(
        { phone: Type.Optional(note(text(30), { words: words("联系电话", "Telephone") })) },
        { additionalProperties: false },
      ),
      { words: words("联系人", "Contact") },
    ),
  ),
};

/** A small procedure whose cases come from ledgers: problems that enterprises have, each with a section and a due date. */
export const helpLedger = procedure({
  id: "help-ledger",
  version: 1,
  title: words("企业诉求", "Enterprise problems"),
  subject: Type.Object(fields),
  facts: Type.Object({}),
  settings: Type.Object({}),
  roles: {
    intakeOfficer: { title: words("受理员", "Intake officer"), side: "centre" },
    shiftLeader: { title: words("值班长", "Shift leader"), side: "centre" },
  },
  states: {
    open: { title: words("待解决", "Open"), waitsFor: "shiftLeader" },
    solved: { title: words("已解决", "Solved"), final: true },
  },
  clocks: {},
  requests: {},
  index: ({ subject }) => ({ title: `${subject.enterprise}：${subject.problem}`, department: subject.section }),
}).actions((action) => ({
  register: action({
    title: words("登记", "Register"),
    opens: true,
    to: "open",
    by: ["intakeOfficer"],
    input: Type.Object(fields, { additionalProperties: false }),
    guard: ({ input, reference }) =>
      reference.unit(input.section)
        ? undefined
        : { code: "rule", message: words("没有这个科室", "There is no such section") },
    subject: ({ input }) => input,
  }),
  solve: action({
    title: words("解决", "Solve"),
    from: "open",
    to: "solved",
    by: ["shiftLeader"],
    input: Type.Object({}, { additionalProperties: false }),
  }),
}));
