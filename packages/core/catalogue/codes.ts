/**
 * Codes of places, components and cases. They are text, never numbers: leading zeros count, and a component code
 * of 17 digits is beyond 2^53. Cities differ (one writes unit grids with 16 digits, another gives a component's
 * serial 5), so each pattern is a setting with the national form as its default.
 */
export interface CodePatterns {
  /** 单元网格标识码: 6 county + 3 street + 3 community + 3 serial (GB/T 30428.1). */
  readonly gridCell: RegExp;
  /**
   * 部件标识码: 16 digits by GB/T 30428.2-2013 (6+2+2+6), 17 by GB/T 47678.5-2026 (6+2+3+6). Its groups `county` and `type`
   * say where these stand.
   */
  readonly component: RegExp;
  /** 行政区划代码: county 6 (GB/T 2260), with street 9, with community 12 (GB/T 10114). */
  readonly area: RegExp;
  /** Case number: 4 city + yyyymmdd + 5 daily serial. No national rule is known; the form is the product's own. */
  readonly caseNumber: RegExp;
}

export type CodeKind = keyof CodePatterns;

export const nationalPatterns: CodePatterns = {
  gridCell: /^[1-9]\d{14}$/,
  component: /^(?<county>[1-9]\d{5})(?<type>\d{4,5})\d{6}$/,
  area: /^[1-9]\d{5}(\d{3}){0,2}$/,
  caseNumber: /^[1-9]\d{16}$/,
};

/** Whether `code` is text of the right form. A number is refused, however many digits it has. */
export function isCode(kind: CodeKind, code: unknown, patterns: CodePatterns = nationalPatterns): code is string {
  if (typeof code !== "string" || !patterns[kind].test(code)) return false;
  return kind !== "caseNumber" || patterns.caseNumber !== nationalPatterns.caseNumber || hasDate(code);
}

/** The areas a code lies in, from the county down: 6, 9 and 12 digits, as far as the code goes. */
export function areasOf(code: string): string[] {
  return [6, 9, 12].filter((length) => code.length >= length).map((length) => code.slice(0, length));
}

/**
 * Whether `code` (an area or a grid cell) is `area` or lies in it. An area of 4 digits is a whole city.
 * @example isWithin("410811002005017", "410811"); // true
 */
export function isWithin(code: string, area: string): boolean {
  return [4, 6, 9, 12, 15].includes(area.length) && code.length >= area.length && code.startsWith(area);
}

/** The 12 digits of the National Bureau of Statistics without their padding: 6 for a county, 9 for a street. */
export function shortArea(code12: string): string {
  if (code12.length !== 12) return code12;
  if (code12.endsWith("000000")) return code12.slice(0, 6);
  return code12.endsWith("000") ? code12.slice(0, 9) : code12;
}

/** The number of the `serial`-th case (from 1) of a day: `4108` `20220813` `00017`. Undefined beyond the form. */
export function caseNumber(city: string, day: string, serial: number): string | undefined {
  const digits = city + day.replaceAll("-", "") + String(serial).padStart(5, "0");
  return Number.isInteger(serial) && serial > 0 && isCode("caseNumber", digits) ? digits : undefined;
}

/** A case number taken apart: city, day as yyyy-mm-dd, daily serial. */
export function readCaseNumber(no: string): { city: string; day: string; serial: number } | undefined {
  if (!isCode("caseNumber", no)) return undefined;
  return { city: no.slice(0, 4), day: dayOf(no), serial: Number(no.slice(12)) };
}

/**
 * A component's code taken apart: its county, and its type as the catalogue finds it (class and sub-class, 4 digits of the
 * 2013 family or 5 of 2026). Undefined where it has not the form.
 * @example readComponentCode("41081101001000001"); // { county: "410811", type: "01001" }
 */
export function readComponentCode(
  code: string,
  pattern: RegExp = nationalPatterns.component,
): { county: string; type: string } | undefined {
  const { county, type } = pattern.exec(code)?.groups ?? {};
  return county === undefined || type === undefined ? undefined : { county, type };
}

const dayOf = (no: string): string => `${no.slice(4, 8)}-${no.slice(8, 10)}-${no.slice(10, 12)}`;

function hasDate(no: string): boolean {
  const day = dayOf(no);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
