import { useTranslation } from "react-i18next";
import { minuteText } from "../../../shared/time/index.ts";

/** Says from when to when something holds. */
export function useValidity(): (from: string | undefined, to: string | undefined) => string {
  const { t } = useTranslation("people");
  return (from, to) => {
    if (from === undefined && to === undefined) return t("grant.always");
    if (to === undefined) return t("grant.from", { at: minuteText(from ?? "") });
    if (from === undefined) return t("grant.until", { at: minuteText(to) });
    return `${minuteText(from)} – ${minuteText(to)}`;
  };
}
