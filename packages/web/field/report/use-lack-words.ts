import { useTranslation } from "react-i18next";
import type { Lack } from "./complete.ts";

export function useLackWords(): (lack: Lack) => string {
  const { t } = useTranslation("report");
  return (lack) => (lack.of === "photo" ? t("lack.photo", { kind: t(`kind.${lack.kind}`) }) : t(`lack.${lack.of}`));
}
