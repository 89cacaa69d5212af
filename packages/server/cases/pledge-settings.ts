import { Type } from "typebox";
import type { SettingsGroup } from "../city/index.ts";

const days = (value: number, description: string) =>
  Type.Integer({ minimum: 1, maximum: 3650, default: value, description });

const settings = Type.Object({
  idleDays: days(7, "在手多少天没有动作算“放”（天）/ idle for so long"),
  heldDays: days(90, "挂账、暂停多少天算“放”（天）/ at rest for so long"),
  leadDays: days(2, "合办事项多少天没有牵头单位算“推”（天）/ without a lead for so long"),
});

/** When a pledge counts as broken; every default is this product's own choice. */
export const pledgeSettings: SettingsGroup<typeof settings> = {
  id: "pledges",
  title: { zh: "四个决不", en: "Four pledges" },
  settings,
};
