import { useTranslation } from "react-i18next";
import { useFaultWords, useLabel } from "../form/index.ts";
import type { FormField } from "../../shared/case/index.ts";
import type { Acting } from "./use-act.ts";

/** The first thing that lacks, as a sentence; undefined where nothing does. */
export function useLackWords(): (acting: Pick<Acting, "lacks" | "faults" | "fields">) => string | undefined {
  const { t } = useTranslation("task");
  const { t: report } = useTranslation("report");
  const faultWords = useFaultWords();
  const label = useLabel();
  return ({ lacks: [lack], faults: [fault], fields }) => {
    if (lack) return t("lackPhotos", { count: lack.needed, kind: report(`kind.${lack.kind}`) });
    const field = fault && fieldAt(fields, fault.path);
    return fault && field && faultWords(fault, label(field));
  };
}

function fieldAt(fields: readonly FormField[], path: readonly string[]): FormField | undefined {
  const key = path.join("/");
  return fields.flatMap((field) => [field, ...field.fields]).find((field) => field.path.join("/") === key);
}
