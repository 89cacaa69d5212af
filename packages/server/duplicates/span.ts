import type { Words } from "@xiuhua/core/procedure";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A stretch of time as people round it: 不到 1 小时, 3 小时, 5 天. */
export function saySpan(milliseconds: number): Words {
  if (milliseconds < hour) return { zh: "不到 1 小时", en: "less than an hour" };
  if (milliseconds < 2 * day) return count(Math.round(milliseconds / hour), " 小时", "hour");
  return count(Math.round(milliseconds / day), " 天", "day");
}

const count = (number: number, zh: string, en: string): Words => ({
  zh: ` ${number}${zh}`,
  en: `${number} ${en}${number === 1 ? "" : "s"}`,
});
