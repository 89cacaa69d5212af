import { useTranslation } from "react-i18next";
import type { CaseClock } from "@xiuhua/server/api";

/** The units of the standard's time limits (时限单位); the dictionary has a word for each. */
const units = [
  "minute",
  "urgent_hour",
  "urgent_day",
  "work_hour",
  "work_day",
  "natural_day",
  "calendar_month",
  "calendar_year",
] as const;
type Unit = (typeof units)[number];

/** Where the dictionary has this limit's words; undefined for a unit it does not know. */
export function limitKey(unit: string): `limit.${Unit}` | undefined {
  const known = units.find((one) => one === unit);
  return known && `limit.${known}`;
}

/** Says a limit as the standard does: “2 个工作日”, “4 个紧急工作时”. A unit nobody knows is shown as it is. */
export function useLimitWords(): (limit: CaseClock["limit"]) => string {
  const { t } = useTranslation("case");
  return ({ value, unit }) => {
    const key = limitKey(unit);
    return key ? t(key, { count: value }) : `${value} ${unit}`;
  };
}
