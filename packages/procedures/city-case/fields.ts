import { Type } from "typebox";
import { choice, note } from "@xiuhua/core/procedure";
import { description, instant, place, text } from "../shared/fields.ts";

export * from "../shared/fields.ts";

/** How a case came to the city's notice. */
export const sourceChoices = {
  collector: { zh: "采集员上报", en: "Collector" },
  hotline: { zh: "12319 热线", en: "Hotline 12319" },
  web: { zh: "网上举报", en: "Web report" },
  video: { zh: "视频发现", en: "Video patrol" },
  leader: { zh: "领导交办", en: "Leader" },
  department: { zh: "部门自查", en: "Department" },
  transfer: { zh: "其他平台转入", en: "Another platform" },
} as const;

export const unit = (offers: readonly string[]) =>
  note(text(64), { words: { zh: "责任单位", en: "Department" }, widget: "unit", offers });
/** A collector who is sent: the department that the case is about must not learn whom to speak to. */
export const collector = (zh: string, en: string) =>
  note(text(64), { words: { zh, en }, widget: "person", offers: "collector", audience: "centre" });
export const typeCode = note(text(16), { words: { zh: "案件类别", en: "Type" }, widget: "type", audience: "public" });
export const criterionId = note(text(32), { words: { zh: "立案条件", en: "Filing criterion" }, widget: "criterion" });
/** 部件标识码: 16 or 17 digits; a city's own form may differ. */
export const component = note(text(32), {
  words: { zh: "部件", en: "Component" },
  widget: "component",
  audience: "public",
});

export const source = choice(sourceChoices, { words: { zh: "来源", en: "Source" } });

export const informant = note(
  Type.Object(
    {
      name: Type.Optional(Type.String({ maxLength: 60 })),
      phone: Type.Optional(Type.String({ maxLength: 30 })),
    },
    { additionalProperties: false },
  ),
  { words: { zh: "反映人", en: "Informant" }, audience: "centre" },
);

export const subject = Type.Object({
  place,
  description,
  source,
  type: Type.Optional(typeCode),
  component: Type.Optional(component),
  informant: Type.Optional(informant),
  reporter: Type.Optional(
    note(Type.String(), { words: { zh: "上报人", en: "Reporter" }, widget: "person", audience: "centre" }),
  ),
  /** When the reporter saw it, if that was before the report arrived. */
  capturedAt: Type.Optional(instant("发现时间", "Seen at")),
  /** The number it bears in the system it came from. */
  externalNo: Type.Optional(
    note(Type.String({ maxLength: 100 }), { words: { zh: "外部编号", en: "External number" } }),
  ),
});

const ref = (zh: string, en: string, widget: "unit" | "person" | "text" = "text") =>
  Type.Optional(note(Type.String(), { words: { zh, en }, widget }));
const time = (zh: string, en: string) => Type.Optional(instant(zh, en));

export const facts = Type.Object({
  criterion: Type.Optional(criterionId),
  acceptedAt: time("受理时间", "Accepted at"),
  filedAt: time("立案时间", "Filed at"),
  dispatchedAt: time("派遣时间", "Dispatched at"),
  handledAt: time("处置完成时间", "Handled at"),
  closedAt: time("结案时间", "Closed at"),
  department: ref("责任单位", "Department", "unit"),
  jointUnits: Type.Optional(
    note(Type.Array(Type.String(), { maxItems: 10 }), { words: { zh: "协办单位", en: "Joint units" }, widget: "unit" }),
  ),
  platform: ref("区级平台", "District platform", "unit"),
  handler: ref("处置人员", "Handler", "person"),
  verifier: Type.Optional(
    note(Type.String(), { words: { zh: "核实人", en: "Verifier" }, widget: "person", audience: "centre" }),
  ),
  checker: Type.Optional(
    note(Type.String(), { words: { zh: "核查人", en: "Checker" }, widget: "person", audience: "centre" }),
  ),
  refusal: Type.Optional(
    note(Type.String(), { words: { zh: "不予受理原因", en: "Why not accepted" }, audience: "public" }),
  ),
  result: ref("处置结果", "Result"),
  /** Where a return, a hold or a dispute began, so that the case can go back there. */
  cameFrom: ref("原环节", "Earlier stage"),
  returnedBy: Type.Optional(
    note(Type.Array(Type.String()), { words: { zh: "回退单位", en: "Returned by" }, widget: "unit" }),
  ),
  ruled: Type.Optional(note(Type.Boolean(), { words: { zh: "值班长已裁定", en: "Ruled by the shift leader" } })),
  works: ref("所属工程", "Works order"),
  holdUntil: time("挂账至", "On hold until"),
  reworks: Type.Optional(note(Type.Integer(), { words: { zh: "返工次数", en: "Reworks" } })),
  short: Type.Optional(note(Type.Boolean(), { words: { zh: "简易案件", en: "Short case" } })),
  forced: Type.Optional(note(Type.Boolean(), { words: { zh: "强制结案", en: "Forced close" } })),
  mergedInto: ref("并入案件", "Merged into"),
  urgedUntil: time("督办期限", "Urged until"),
  appeal: Type.Optional(
    note(
      Type.Union([Type.Literal("asked"), Type.Literal("reviewed"), Type.Literal("upheld"), Type.Literal("dismissed")]),
      { words: { zh: "申诉", en: "Appeal" } },
    ),
  ),
});
