import type { Catalogue } from "@xiuhua/core/catalogue";
import { isCode, readComponentCode } from "@xiuhua/core/catalogue";
import type { Words } from "@xiuhua/core/procedure";
import { searchTerms } from "../cases/index.ts";
import { convert, type Datum, type Places } from "../places/index.ts";
import { attributeList, type Attribute } from "./attributes.ts";
import type { Columns } from "./import-columns.ts";
import type { Wanted } from "./save.ts";
import { stateOf } from "./states.ts";

/** Why a row does not become a component. */
export interface RowFault {
  readonly field: string;
  readonly reason: Words;
}

export interface RowOptions {
  readonly columns: Columns;
  readonly catalogue: Catalogue;
  readonly places: Pick<Places, "locate" | "area">;
  readonly city: string;
  readonly pattern: RegExp;
  readonly datum: Datum;
  /** What the file calls its states, besides the standard's words. */
  readonly states: Readonly<Record<string, string>>;
}

/** What the database can not hold in text: NUL, and halves of a surrogate pair. */
const unstorable = /\0|\p{Surrogate}/u;

/** A row of a file as a component, checked: form of the code, county, type, place, lengths, dates. */
export function rowOf(values: Readonly<Record<string, string>>, options: RowOptions): Wanted | RowFault {
  const { columns, catalogue, places, city, pattern } = options;
  const cell = (key: Parameters<Columns["get"]>[0]): string => (values[columns.get(key) ?? ""] ?? "").trim();
  const nameOf = (key: Parameters<Columns["get"]>[0]): string => columns.get(key) ?? key;
  const code = cell("code");
  const read = readComponentCode(code, pattern);
  if (!read) return fault(nameOf("code"), `“${code}”不是部件标识码`, `“${code}” is no component's code`);
  if (!read.county.startsWith(city) || places.area(read.county) === undefined)
    return fault(nameOf("code"), `区县 ${read.county} 不属于本市`, `County ${read.county} is not of this city`);
  const type = catalogue.type(read.type, "component");
  if (!type)
    return fault(
      nameOf("code"),
      `目录中没有大小类 ${read.type}`,
      `The catalogue has no class and sub-class ${read.type}`,
    );
  const at = convert([degrees(cell("lng")), degrees(cell("lat"))], options.datum, "wgs84");
  if (!at.every(Number.isFinite))
    return fault(
      nameOf("lng"),
      `“${cell("lng")}, ${cell("lat")}”不是坐标`,
      `“${cell("lng")}, ${cell("lat")}” is no position`,
    );
  const located = places.locate(at[0], at[1]);
  if (!located)
    return places.locate(at[1], at[0])
      ? fault(nameOf("lng"), "经度和纬度写反了", "Longitude and latitude are swapped")
      : fault(nameOf("lng"), "不在本市范围内，或坐标系不对", "Outside the city, or another datum");
  const attributes: Record<string, string | number | null> = { type: type.code, lng: at[0], lat: at[1] };
  for (const attribute of attributeList) {
    if (attribute.kind === "degrees" || attribute.key === "type" || !columns.has(attribute.key)) continue;
    const given = cell(attribute.key);
    const value = attribute.key === "state" ? stateIn(given, options.states) : valueOf(attribute, given);
    if (typeof value === "object" && value !== null) return { field: nameOf(attribute.key), reason: value };
    // No state said: it stays as it is; a new one is intact.
    if (attribute.key !== "state" || value !== null) attributes[attribute.column] = value;
  }
  attributes["name"] ??= type.name.zh;
  const grid = attributes["cell"] ?? located.cell ?? null;
  if (grid !== null && !isCode("gridCell", grid))
    return fault(nameOf("cell"), `“${grid}”不是单元网格标识码`, `“${grid}” is no grid cell's code`);
  attributes["cell"] = grid;
  return { code, attributes, area: located.area, terms: searchTerms(String(attributes["name"])) };
}

const fault = (field: string, zh: string, en: string): RowFault => ({ field, reason: { zh, en } });

const degrees = (text: string): number => (/^[+-]?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN);

function stateIn(text: string, named: Readonly<Record<string, string>>): string | null | Words {
  if (text === "") return null;
  return (
    stateOf(named[text] ?? text) ?? {
      zh: `“${text}”不是完好、破损、丢失、废弃或移除`,
      en: `“${text}” is no state: intact, damaged, missing, abandoned, removed`,
    }
  );
}

function valueOf(attribute: Attribute, text: string): string | number | null | Words {
  if (text === "") return null;
  if (unstorable.test(text)) return { zh: "含有无法保存的字符", en: "holds a character that cannot be stored" };
  if (attribute.kind === "date") return dayIn(text) ?? { zh: `“${text}”不是日期`, en: `“${text}” is no date` };
  if (attribute.kind === "days")
    return /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 3650
      ? Number(text)
      : { zh: `“${text}”不是 1–3650 天`, en: `“${text}” is not 1 to 3650 days` };
  const most = attribute.most ?? Infinity;
  return text.length <= most ? text : { zh: `超过 ${most} 字`, en: `is longer than ${most} characters` };
}

/** 2026-03-02, 2026/3/2, 20260302, 2026年3月2日, with or without a time behind it. */
function dayIn(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))(?:[T ].*)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${match[1]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
