import { Type, type Static } from "typebox";
import type { SettingsGroup } from "../city/index.ts";

const share = (value: number, description: string) =>
  Type.Number({ minimum: 0, maximum: 1, default: value, description });

const settings = Type.Object({
  radiusMetres: Type.Integer({ minimum: 5, maximum: 500, default: 100, description: "比对半径（米）/ how near" }),
  days: Type.Integer({
    minimum: 1,
    maximum: 365,
    default: 30,
    description: "相隔几天以上不再算近（天）/ how long ago",
  }),
  listFrom: share(0.5, "相似度达到多少才列出 / listed from this score on"),
  mergeFrom: share(0.8, "相似度达到多少建议合并 / offered for merge from this score on"),
});

export type DuplicateSettings = Static<typeof settings>;

/** What a city decides about duplicates; every default is this product's own choice. */
export const duplicateSettings: SettingsGroup<typeof settings> = {
  id: "duplicates",
  title: { zh: "重复案件", en: "Duplicates" },
  settings,
  fault: ({ listFrom, mergeFrom }) =>
    mergeFrom < listFrom
      ? { field: "/mergeFrom", message: { zh: "不能小于 listFrom", en: "must not be less than listFrom" } }
      : undefined,
};
