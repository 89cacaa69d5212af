import type { Words } from "@xiuhua/core/procedure";
import type { ComponentDetail } from "../api/index.ts";

/** Every attribute that the register keeps of a component and whose changes its history tells. */
export type AttributeKey = Exclude<
  keyof ComponentDetail,
  "code" | "seq" | "area" | "distanceMetres" | "responsible" | "history" | "cases" | "mayChange"
>;

export interface Attribute {
  /** Column of table `component`, and its name in the documents that are written to it. */
  readonly column: string;
  readonly kind: "text" | "date" | "days" | "degrees";
  readonly words: Words;
  /** What a file may call its column besides `words`, the key and the column: the standard's abbreviation first. */
  readonly names: readonly string[];
  /** In characters. */
  readonly most?: number;
}

const text = (column: string, most: number, zh: string, en: string, ...names: string[]): Attribute => ({
  column,
  kind: "text",
  most,
  words: { zh, en },
  names,
});
const date = (column: string, zh: string, en: string, ...names: string[]): Attribute => ({
  column,
  kind: "date",
  words: { zh, en },
  names,
});

/**
 * Field names and lengths by GB/T 47678.5-2026 (in the words of a draft seen at second hand); a name may be as long as its
 * neighbours' 100 instead of 30. The interval and the day of inspection, and the point as two columns, are our own.
 */
export const attributes: Readonly<Record<AttributeKey, Attribute>> = {
  type: text("type", 16, "类别", "Type"),
  name: text("name", 100, "管理部件名称", "Name", "GLBJMC", "部件名称", "名称"),
  competentCode: text("competent_code", 18, "主管部门代码", "Competent department's code", "ZGBMDM"),
  competentName: text("competent_name", 100, "主管部门名称", "Competent department", "ZGBMMC", "主管部门"),
  ownerCode: text("owner_code", 18, "权属单位代码", "Owner's code", "QSDWDM"),
  ownerName: text("owner_name", 100, "权属单位名称", "Owner", "QSDWMC", "权属单位"),
  maintainerCode: text("maintainer_code", 18, "养护单位代码", "Maintainer's code", "YHDWDM"),
  maintainerName: text("maintainer_name", 100, "养护单位名称", "Maintainer", "YHDWMC", "养护单位"),
  cell: text("cell", 16, "所在单元网格标识码", "Grid cell", "SZDYWGBSM", "单元网格标识码", "单元网格", "grid_cell"),
  state: text("state", 10, "管理部件状态", "State", "GLBJZT", "部件状态", "状态"),
  initialDate: date("initial_date", "初始日期", "Initial date", "CSRQ"),
  changeDate: date("change_date", "变更日期", "Change date", "BGRQ"),
  source: text("source", 30, "数据来源", "Source", "SJLY"),
  remarks: text("remarks", 1000, "备注", "Remarks", "BZ"),
  streetCode: text("street_code", 9, "所在街道代码", "Street's code", "SZJDDM", "街道代码"),
  streetName: text("street_name", 50, "所在街道名称", "Street", "SZJDMC", "街道名称", "街道"),
  communityCode: text("community_code", 12, "所在社区代码", "Community's code", "SZSQDM", "社区代码"),
  communityName: text("community_name", 50, "所在社区名称", "Community", "SZSQMC", "社区名称", "社区"),
  lng: { column: "lng", kind: "degrees", words: { zh: "经度", en: "Longitude" }, names: ["lon", "x", "jd"] },
  lat: { column: "lat", kind: "degrees", words: { zh: "纬度", en: "Latitude" }, names: ["y", "wd"] },
  inspectDays: {
    column: "inspect_days",
    kind: "days",
    words: { zh: "巡检周期（天）", en: "Inspected every (days)" },
    names: ["巡检周期", "巡检周期(天)"],
  },
  nextInspection: date("next_inspection", "下次巡检日期", "Next inspection", "下次巡检", "巡检到期日"),
};

/** With their keys, in this order. */
export const attributeList: readonly (Attribute & { readonly key: AttributeKey })[] = Object.entries(attributes).map(
  ([key, attribute]) => ({ ...attribute, key: keyOf(key) }),
);

function keyOf(key: string): AttributeKey {
  if (!isKey(key)) throw new Error(`No attribute ${key}`);
  return key;
}

function isKey(key: string): key is AttributeKey {
  return Object.hasOwn(attributes, key);
}
