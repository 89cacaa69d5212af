import { Type } from "typebox";

const minutes = (value: number, description: string) => Type.Integer({ minimum: 1, default: value, description });

/**
 * What a city decides for itself. Defaults are Yuncheng's published practice where one was
 * found (accept, dispatch 15 min; verify, check 30 min; two extensions; one year of hold);
 * the others are this product's own choice.
 */
export const settings = Type.Object({
  acceptMinutes: minutes(15, "受理时限（分钟）；运城"),
  verifyMinutes: minutes(30, "核实时限（分钟）；运城"),
  fileMinutes: minutes(30, "立案时限（分钟）；本系统默认"),
  dispatchMinutes: minutes(15, "派遣时限（分钟）；运城"),
  sendCheckMinutes: minutes(15, "派发核查时限（分钟）；本系统默认"),
  checkMinutes: minutes(30, "核查时限（分钟）；运城"),
  closeMinutes: minutes(30, "结案时限（分钟）；本系统默认"),
  mostExtensions: Type.Integer({ minimum: 0, default: 2, description: "最多延期次数；运城" }),
  mostHoldDays: Type.Integer({ minimum: 1, default: 365, description: "挂账最长天数；运城：一年" }),
  pingPongReturns: Type.Integer({ minimum: 2, default: 3, description: "第几次回退须由值班长裁定" }),
  reopenDays: Type.Integer({ minimum: 0, default: 30, description: "结案后可重开的天数；本系统默认" }),
  appealDays: Type.Integer({ minimum: 0, default: 7, description: "结案后可申诉的天数；本系统默认" }),
  reportPhotos: Type.Integer({ minimum: 0, default: 1, description: "采集员上报至少照片数" }),
  /** Whether a short case needs the shift leader before it counts as closed. */
  shortCaseApproval: Type.Boolean({ default: false, description: "简易案件须值班长结案" }),
  /** After a failed check the same unit goes on with what was left of its limit, or begins anew. */
  reworkClock: Type.Union([Type.Literal("resume"), Type.Literal("anew")], { default: "resume" }),
});
