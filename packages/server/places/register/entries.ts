import type { MultiPolygon, Polygon } from "geojson";
import type { Words } from "@xiuhua/core/procedure";
import { convert, readShape, ShapeError, type Box, type Datum, type Shape } from "../network/index.ts";
import { Columns, type ToldColumns } from "./columns.ts";
import type { Entry } from "./entry.ts";
import type { FileFeature } from "./read-file.ts";
import { same, Tally, type Finding } from "./findings.ts";
import type { Kind } from "./kinds.ts";
import { misplacement, type Misplacement } from "./misplaced.ts";

export interface EntryOptions {
  readonly kind: Kind;
  readonly file: string;
  readonly datum: Datum;
  readonly columns: ToldColumns;
  /** Digits and letters that a code must be. */
  readonly code: RegExp;
  /** The city's own code, with which areas and cells begin. */
  readonly city: string;
  /** Only codes that begin so are this file's to change. */
  readonly within?: string;
  /** Where the city lies, in the file's datum; undefined before its first areas. */
  readonly box?: Box;
}

/** Turns features into entries; what cannot be one is a finding. */
export class EntryReader {
  readonly #options: EntryOptions;
  #columns: Columns | undefined;
  readonly #tallies: Readonly<Record<Fault, Tally>>;

  constructor(options: EntryOptions) {
    this.#options = options;
    this.#tallies = talliesOf(options);
  }

  /** @throws NetworkProblem where the file as a whole cannot be read by these columns */
  read({ at, properties, geometry }: FileFeature): Entry | undefined {
    const { kind, file, columns: told, datum, code: pattern, city, within = "" } = this.#options;
    if (!this.#columns?.fits(properties)) {
      const first = this.#columns === undefined;
      this.#columns = new Columns(kind, properties, told);
      if (first) this.#columns.check(file);
    }
    const columns = this.#columns;
    const code = columns.text(properties, "code");
    if (code === undefined) return this.#fault("no-code", { codes: [], detail: featureNo(at) });
    if (!pattern.test(code)) return this.#fault("code-form", { codes: [code.slice(0, 40)] });
    if (kind !== "responsibilityGrids" && !code.startsWith(city)) return this.#fault("foreign-code", { codes: [code] });
    if (!code.startsWith(within)) return this.#fault("outside-part", { codes: [code] });
    const outline = this.#outline(code, geometry);
    if (outline === "wrong") return undefined;
    const name = nameOf(columns, properties);
    const fields = {
      parent: columns.text(properties, "parent"),
      name,
      collector: columns.text(properties, "collector"),
      unit: columns.text(properties, "unit"),
      cells: columns.list(properties, "cells"),
      initialOn: columns.day(properties, "initialOn"),
      changedOn: columns.day(properties, "changedOn"),
      outline: outline && outlineOf(datum, outline),
    };
    return {
      at,
      code,
      schematic: columns.value(properties, "schematic") === true,
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    };
  }

  findings(): Finding[] {
    return Object.values(this.#tallies).flatMap((tally) => tally.findings());
  }

  #fault(fault: Fault, instance: Parameters<Tally["add"]>[0]): undefined {
    this.#tallies[fault].add(instance);
  }

  /** The polygons of a geometry; undefined where there is none and none is needed. */
  #outline(code: string, geometry: unknown): (Shape & { kind: "polygons" }) | undefined | "wrong" {
    if (geometry === null && this.#options.kind === "responsibilityGrids") return undefined;
    try {
      const shape = readShape(geometry);
      if (shape.kind !== "polygons") return this.#wrong("no-polygon", { codes: [code] });
      const misplaced = misplacement(shape, this.#options.box);
      if (misplaced === undefined) return shape;
      const [lng, lat] = misplaced.at;
      return this.#wrong(misplaced.kind, { codes: [code], detail: same(`[${lng}, ${lat}]`) });
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      return this.#wrong("broken-geometry", { codes: [code], detail: error.words });
    }
  }

  #wrong(fault: Fault, instance: Parameters<Tally["add"]>[0]): "wrong" {
    this.#tallies[fault].add(instance);
    return "wrong";
  }
}

const featureNo = (at: number): Words => ({ zh: `第 ${at} 个要素`, en: `feature ${at}` });

/** Our own files write both languages; others one name, and perhaps an English one in a column of its own. */
function nameOf(columns: Columns, properties: object): Words | undefined {
  const value = columns.value(properties, "name");
  if (typeof value === "object" && value !== null && "zh" in value && typeof value.zh === "string")
    return { zh: value.zh, en: "en" in value && typeof value.en === "string" ? value.en : value.zh };
  const zh = columns.text(properties, "name");
  return zh === undefined ? undefined : { zh, en: columns.text(properties, "nameEn") ?? zh };
}

function outlineOf(datum: Datum, { polygons }: Shape & { kind: "polygons" }): Polygon | MultiPolygon {
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map((at) => [...convert(at, datum, "wgs84")])));
  const [only] = coordinates;
  return coordinates.length === 1 && only
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates };
}

type Fault =
  "no-code" | "code-form" | "foreign-code" | "outside-part" | "no-polygon" | "broken-geometry" | Misplacement["kind"];

function talliesOf({ kind, city, code, within, datum }: EntryOptions): Readonly<Record<Fault, Tally>> {
  const tally = (check: Fault, what: (count: number) => Words, remedy: Words): Tally =>
    new Tally((count) => ({ level: "error", check, what: what(count), remedy }));
  return {
    "no-code": tally("no-code", (count) => ({ zh: `${count} 个要素没有编码`, en: `${count} features have no code` }), {
      zh: "请补上编码，或删除这些要素。",
      en: "Give them codes, or delete them.",
    }),
    "code-form": tally(
      "code-form",
      (count) => ({ zh: `${count} 个编码不合规则`, en: `${count} codes have not the right form` }),
      {
        zh: `编码应为${formOf[kind].zh}（${code.source}）。位数不同的城市可在设置 places.cellCodeDigits 中说明。`,
        en: `A code is ${formOf[kind].en} (${code.source}). A city with other lengths says so in its setting places.cellCodeDigits.`,
      },
    ),
    "foreign-code": tally(
      "foreign-code",
      (count) => ({ zh: `${count} 个编码不是本市（${city}）的`, en: `${count} codes are not of this city (${city})` }),
      { zh: "请确认文件是本市的，并改正编码。", en: "Is it this city's file? Correct the codes." },
    ),
    "outside-part": tally(
      "outside-part",
      (count) => ({ zh: `${count} 个编码不以 ${within} 开头`, en: `${count} codes do not begin with ${within}` }),
      {
        zh: `--within ${within} 只替换这一部分；请去掉该选项，或从文件中删除其余要素。`,
        en: `--within ${within} replaces that part only: leave the option out, or take the others out of the file.`,
      },
    ),
    "no-polygon": tally(
      "no-polygon",
      (count) => ({ zh: `${count} 个要素不是面`, en: `${count} features are no polygons` }),
      { zh: "请导出面（Polygon、MultiPolygon）图层。", en: "Export the layer of polygons." },
    ),
    "broken-geometry": tally(
      "broken-geometry",
      (count) => ({ zh: `${count} 个要素的图形读不出来`, en: `${count} features have a geometry that cannot be read` }),
      { zh: "请在制图软件中修复图形后重新导出。", en: "Repair them in the mapping program and export again." },
    ),
    swapped: tally(
      "swapped",
      (count) => ({
        zh: `${count} 个要素的经度和纬度写反了`,
        en: `${count} features have longitude and latitude swapped`,
      }),
      {
        zh: "坐标应为 [经度, 纬度]，请对调后重新导出。",
        en: "A position is [longitude, latitude]; turn them round and export again.",
      },
    ),
    metres: tally(
      "metres",
      (count) => ({ zh: `${count} 个要素的坐标不是经纬度`, en: `${count} features are not in degrees` }),
      {
        zh: "看起来是以米为单位的投影坐标（如 CGCS2000 三度带）。请另存为 EPSG:4490 或 EPSG:4326；Shapefile 请带上 .prj。",
        en: "They look like metres of a projection (CGCS2000 3-degree zones). Save as EPSG:4490 or EPSG:4326; a shapefile needs its .prj.",
      },
    ),
    outside: tally(
      "outside",
      (count) => ({ zh: `${count} 个要素不在本市范围内`, en: `${count} features lie outside the city` }),
      {
        zh: `请确认文件是本市的，坐标基准（--datum ${datum}）无误。`,
        en: `Is it this city's file, and the datum (--datum ${datum}) the right one?`,
      },
    ),
  };
}

const formOf: Readonly<Record<Kind, Words>> = {
  areas: {
    zh: " 4 位（市）、6 位（区县）、9 位（街道）或 12 位（社区）数字",
    en: "4 digits (city), 6 (district), 9 (sub-district) or 12 (community)",
  },
  cells: { zh: "社区代码 12 位加序号", en: "the community's 12 digits and a serial" },
  responsibilityGrids: { zh: " 1 至 32 位字母、数字或 - _", en: "1 to 32 letters, digits, - or _" },
};
