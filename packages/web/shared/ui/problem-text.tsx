import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/index.ts";
import { useLanguage } from "../words/index.ts";

/** Turns whatever was thrown into a sentence for the reader. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (error) => {
    if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
    const { problem } = error;
    if (problem.status === 0) return t("error.network");
    const fields = error.fields.map((one) => one.message[language]);
    const words = problem.message?.[language] ?? problem.detail;
    if (words !== undefined) return fields.length > 0 ? `${words} ${fields.join(" ")}` : words;
    return fields.length > 0 ? fields.join(" ") : t("error.unknown", { status: problem.status });
  };
}
