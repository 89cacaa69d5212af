import type { Words } from "@xiuhua/core/procedure";
import { NetworkProblem } from "../network/index.ts";
import type { Kind } from "./kinds.ts";

/** What we read of a feature. */
export const fieldNames = [
  "code",
  "parent",
  "name",
  "nameEn",
  "schematic",
  "collector",
  "unit",
  "cells",
  "initialOn",
  "changedOn",
] as const;
export type FieldName = (typeof fieldNames)[number];

/**
 * Columns that are known by their name, lower case, the likeliest first. GB/T 30428.1 and 47678 (BSM, SZSQDM, CSRQ, BGRQ …),
 * the land survey (XZQDM, XZQMC), and what cities' files are found to write. Our own list.
 */
const usual: Readonly<Record<Kind, Partial<Record<FieldName, readonly string[]>>>> = {
  areas: {
    code: [
      "code",
      "adcode",
      "xzqdm",
      "xzqhdm",
      "qhdm",
      "xzdm",
      "jddm",
      "szjddm",
      "sqdm",
      "szsqdm",
      "bsm",
      "区划代码",
      "行政区划代码",
      "社区代码",
      "街道代码",
      "编码",
      "代码",
      "标识码",
    ],
    parent: ["parent", "sjdm", "上级代码"],
    name: [
      "name",
      "name_zh",
      "xzqmc",
      "qhmc",
      "jdmc",
      "szjdmc",
      "sqmc",
      "szsqmc",
      "mc",
      "名称",
      "区划名称",
      "行政区名称",
      "社区名称",
      "街道名称",
    ],
    nameEn: ["name_en", "nameen", "英文名称"],
    schematic: ["schematic"],
  },
  cells: {
    code: [
      "code",
      "gridcode",
      "grid_code",
      "bgcode",
      "bgid",
      "wgbm",
      "wgdm",
      "dywgbsm",
      "dywgbm",
      "szdywgbsm",
      "bsm",
      "单元网格标识码",
      "单元网格编码",
      "单元网格代码",
      "网格编码",
      "网格代码",
      "标识码",
      "编码",
      "代码",
    ],
    parent: ["parent", "area", "community", "sqdm", "szsqdm", "社区代码", "所属社区代码", "所在社区代码"],
    initialOn: ["csrq", "ordate", "initial_date", "初始日期", "初始时间"],
    changedOn: ["bgrq", "chdate", "change_date", "变更日期", "变更时间"],
  },
  responsibilityGrids: {
    code: [
      "code",
      "gridcode",
      "grid_code",
      "zrwgbm",
      "zrwgdm",
      "zrwgbsm",
      "bsm",
      "责任网格编码",
      "责任网格代码",
      "责任网格标识码",
      "网格编码",
      "编码",
      "代码",
      "标识码",
    ],
    name: ["name", "name_zh", "zrwgmc", "wgmc", "mc", "责任网格名称", "网格名称", "名称"],
    nameEn: ["name_en", "nameen", "英文名称"],
    collector: ["collector", "cjy", "wgy", "采集员", "信息采集员", "网格员"],
    unit: ["unit", "dept", "zrdw", "责任单位", "采集单位", "所属单位"],
    cells: ["cells", "dywg", "dywgbm", "单元网格", "包含单元网格", "单元网格编码"],
  },
};

/** Columns by our fields, as the person said. */
export type ToldColumns = Readonly<Partial<Record<FieldName, string>>>;

/** Which column of a file is which of our fields. Found once for all features that have the same columns. */
export class Columns {
  readonly #of: ReadonlyMap<FieldName, string>;
  readonly #told: ToldColumns;
  /** The file's own columns, for a message that has to say what was found instead. */
  readonly all: readonly string[];

  constructor(kind: Kind, properties: object, told: ToldColumns) {
    this.all = Object.keys(properties);
    const byLower = new Map(this.all.map((name) => [name.toLowerCase(), name]));
    const found = new Map<FieldName, string>();
    for (const field of fieldNames) {
      const said = told[field];
      const column =
        said === undefined
          ? usual[kind][field]?.map((name) => byLower.get(name)).find((name) => name !== undefined)
          : byLower.get(said.toLowerCase());
      if (column !== undefined) found.set(field, column);
    }
    this.#of = found;
    this.#told = told;
  }

  /** Whether this is a file we can read at all: asked of its first feature. @throws NetworkProblem */
  check(file: string): void {
    for (const [field, said] of Object.entries(this.#told))
      if (!fieldNames.some((name) => name === field && this.#of.has(name)))
        throw new NetworkProblem({ file }, noColumn(said, this.all));
    if (!this.#of.has("code")) throw new NetworkProblem({ file }, noCode(this.all));
  }

  /** Whether a feature has the same columns as the one these were found by. */
  fits(properties: object): boolean {
    const names = Object.keys(properties);
    return names.length === this.all.length && names.every((name, at) => name === this.all[at]);
  }

  value(properties: object, field: FieldName): unknown {
    const column = this.#of.get(field);
    return column === undefined ? undefined : Reflect.get(properties, column);
  }

  text(properties: object, field: FieldName): string | undefined {
    const value = this.value(properties, field);
    // A code that was saved as a number is whole; 16 digits of a Chinese code are below 2^53.
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
    return typeof value === "string" ? value.trim() || undefined : undefined;
  }

  /** Codes in a list, or in a text with any marks between. */
  list(properties: object, field: FieldName): readonly string[] | undefined {
    const value = this.value(properties, field);
    const texts = Array.isArray(value)
      ? value.map(String)
      : (this.text(properties, field)?.split(/[\s,;、，；|]+/) ?? []);
    const codes = texts.map((text) => text.trim()).filter((text) => text !== "");
    return codes.length === 0 ? undefined : codes;
  }

  /** A day, as programs write days: 2026-03-01, 2026/3/1, 20260301, 2026-03-01T00:00:00Z, or a Date of a dBASE table. */
  day(properties: object, field: FieldName): string | undefined {
    const value = this.value(properties, field);
    if (value instanceof Date)
      return Number.isNaN(value.getTime())
        ? undefined
        : dayOf([value.getFullYear(), value.getMonth() + 1, value.getDate()]);
    const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(this.text(properties, field) ?? "");
    return match ? dayOf(match.slice(1).map(Number)) : undefined;
  }
}

function dayOf([year = 0, month = 0, day = 0]: readonly number[]): string | undefined {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  // The 30th of February is no day.
  return year > 1900 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

const list = (columns: readonly string[]): Words => {
  const text = columns.slice(0, 40).join("、");
  return columns.length === 0 ? { zh: "没有任何字段", en: "none" } : { zh: text, en: text.replaceAll("、", ", ") };
};

const noColumn = (said: string, columns: readonly string[]): Words => ({
  zh: `没有字段“${said}”。文件的字段有：${list(columns).zh}。`,
  en: `there is no column “${said}”. The file's columns: ${list(columns).en}.`,
});

const noCode = (columns: readonly string[]): Words => ({
  zh: `认不出哪个字段是编码。文件的字段有：${list(columns).zh}。请用 --field code=字段名 指明。`,
  en: `no column is known as the code. The file's columns: ${list(columns).en}. Name one with --field code=COLUMN.`,
});
