import { Type, type Static } from "typebox";
import type { SettingsGroup } from "./settings-group.ts";

/** What a city decides about work in the street; every default is this product's own choice. */
const FieldSettings = Type.Object(
  {
    farMetres: Type.Integer({ minimum: 10, default: 100, description: "照片距案件多远即提示（米）" }),
    trackSeconds: Type.Integer({ minimum: 5, maximum: 600, default: 20, description: "轨迹点最短间隔（秒）" }),
    trackMetres: Type.Integer({ minimum: 0, maximum: 1000, default: 10, description: "轨迹点最短距离（米）" }),
    trackAccuracy: Type.Integer({ minimum: 5, maximum: 1000, default: 100, description: "轨迹点精度下限（米）" }),
    trackDays: Type.Integer({ minimum: 1, maximum: 3650, default: 90, description: "轨迹保存天数" }),
    coverageDays: Type.Integer({ minimum: 1, maximum: 3650, default: 400, description: "覆盖统计保存天数" }),
    shiftHours: Type.Integer({ minimum: 1, maximum: 24, default: 12, description: "未排班到岗的最长时数" }),
    shiftGraceMinutes: Type.Integer({
      minimum: 0,
      maximum: 720,
      default: 60,
      description: "排班结束后自动离岗（分钟）",
    }),
    push: Type.Boolean({ default: true, description: "是否发送推送通知" }),
    pushContact: Type.String({
      maxLength: 200,
      default: "mailto:webmaster@localhost",
      description: "推送服务的联系地址",
    }),
  },
  { additionalProperties: false },
);
export type FieldSettings = Static<typeof FieldSettings>;

export const fieldSettings: SettingsGroup<typeof FieldSettings> = {
  id: "field",
  title: { zh: "外勤", en: "field work" },
  settings: FieldSettings,
};
