import { useTranslation } from "react-i18next";
import type { Fault } from "../../case/index.ts";

/** Says what is wrong with a field. */
export function useFaultWords(): (fault: Fault, label: string) => string {
  const { t } = useTranslation("task");
  return ({ kind, count }, label) => t(`form.${kind}`, { label, count });
}
