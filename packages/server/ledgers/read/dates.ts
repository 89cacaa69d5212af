import type { Calendar } from "@xiuhua/core/calendar";
import type { CellDate, CellValue } from "../sheet/index.ts";
import { dateOfSerial } from "../sheet/index.ts";
import { plainText } from "./plain.ts";
import { faulty, taken, type Read } from "./outcome.ts";

export interface DateOptions {
  readonly calendar: Pick<Calendar, "atLocal">;
  /** For dates that lack theirs. */
  readonly year?: number;
  /** A date without a time is the end of its day: what is due on the twelfth is not late at noon. */
  readonly dayEnds: boolean;
}

/** Serial numbers of 1970 to 2199, for cells that nobody formatted as dates. */
const serials = { least: 25_569, most: 109_574 } as const;

const time = /(?:[T ]*(上午|下午)?(\d{1,2})(?:[:：](\d{2})(?:[:：]\d{2}(?:\.\d+)?)?|[时点](?:(\d{1,2})分?)?))?/.source;
const whole = new RegExp(`^(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})[日号]?${time}$`, "u");
const packed = /^(\d{4})(\d{2})(\d{2})$/;
const yearless = new RegExp(`^(\\d{1,2})(?:[-/.]|月)(\\d{1,2})[日号]?${time}$`, "u");
/** 8月15日前完成: the day itself is meant. */
const ending = /(以前|之前|前|截止|为止|止)(完成|办结|整改到位|解决|落实)?$/u;

/** A cell as an instant of the city: a real date, a serial number, or one of the usual writings. */
export function readDate(cell: CellValue, options: DateOptions): Read {
  const parts = partsOf(cell, options.year);
  if (parts === "no-year")
    return {
      ok: false,
      wantsYear: true,
      fault: {
        zh: `“${plainText(cell)}”没有年份，请先指定年份`,
        en: `“${plainText(cell)}” has no year; say which one is meant`,
      },
    };
  const at = parts && instantOf(parts, options);
  return at === undefined
    ? faulty(
        `“${plainText(cell)}”不是日期；请写成 2022-08-12 或 2022年8月12日`,
        `“${plainText(cell)}” is no date; write 2022-08-12`,
      )
    : taken(at);
}

type Parts = Omit<CellDate, "hour" | "minute"> & Partial<Pick<CellDate, "hour" | "minute">>;

function partsOf(cell: CellValue, year: number | undefined): Parts | "no-year" | undefined {
  if (typeof cell === "number")
    return cell >= serials.least && cell <= serials.most
      ? timeless(dateOfSerial(cell))
      : partsOfText(String(cell), year);
  if (typeof cell === "string") return partsOfText(cell, year);
  return typeof cell === "object" && "year" in cell ? timeless(cell) : undefined;
}

/** A spreadsheet's midnight is a date without a time. */
function timeless(date: CellDate | undefined): Parts | undefined {
  if (!date || date.hour !== 0 || date.minute !== 0) return date;
  const { hour: _hour, minute: _minute, ...day } = date;
  return day;
}

function partsOfText(text: string, year: number | undefined): Parts | "no-year" | undefined {
  const bare = text
    .normalize("NFKC")
    .trim()
    .replace(/\s+/gu, " ")
    .replaceAll(/(?<=[年月]) | (?=[年月日号])/gu, "")
    .replace(ending, "")
    .trim();
  const full = whole.exec(bare) ?? packed.exec(bare);
  if (full) return { ...timeOf(full, 4), year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) };
  const short = yearless.exec(bare);
  if (!short || !isDay(2000, Number(short[1]), Number(short[2]))) return undefined;
  if (year === undefined) return "no-year";
  return { ...timeOf(short, 3), year, month: Number(short[1]), day: Number(short[2]) };
}

function timeOf(match: RegExpExecArray, from: number): Pick<Parts, "hour" | "minute"> {
  const [half, hour, minute, spoken] = match.slice(from, from + 4);
  if (hour === undefined) return {};
  const later = half === "下午" && Number(hour) < 12 ? 12 : 0;
  return { hour: Number(hour) + later, minute: Number(minute ?? spoken ?? 0) };
}

function instantOf({ year, month, day, hour, minute }: Parts, { calendar, dayEnds }: DateOptions): number | undefined {
  if (!isDay(year, month, day) || (hour ?? 0) > 23 || (minute ?? 0) > 59) return undefined;
  const two = (number: number) => String(number).padStart(2, "0");
  const clock = hour === undefined ? (dayEnds ? "23:59:59" : "00:00") : `${two(hour)}:${two(minute ?? 0)}`;
  return calendar.atLocal(`${year}-${two(month)}-${two(day)}`, clock);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1970 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
