import { useTranslation } from "react-i18next";
import type { DurationPart } from "./remaining.ts";

/** Says a duration: “3 小时 20 分”, “3 h 20 min”. */
export function useDuration(): (parts: readonly DurationPart[]) => string {
  const { t } = useTranslation();
  return (parts) =>
    parts.length === 0
      ? t("duration.underMinute")
      : parts.map(({ unit, count }) => t(`duration.${unit}`, { count })).join(" ");
}
