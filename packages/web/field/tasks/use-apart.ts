import { useTranslation } from "react-i18next";

/** Says how far it is: “350 米”, “2.4 公里”. */
export function useApart(): (metres: number) => string {
  const { t } = useTranslation("task");
  return (metres) => {
    // No phone knows better where it stands.
    if (metres < 10) return t("here");
    return metres < 995
      ? t("apart", { metres: Math.round(metres / 10) * 10 })
      : t("apartFar", { kilometres: (metres / 1000).toFixed(1) });
  };
}
