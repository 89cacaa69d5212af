import { useDraft } from "../drafts/index.ts";
import { Screen } from "../ui/index.ts";
import { useTranslation } from "react-i18next";
import { ReportForm } from "./report-form.tsx";

/** One report at a time is being written; it is there again however the app was left. */
export function ReportPage() {
  const { t } = useTranslation("report");
  const drafting = useDraft("open/city-case");
  return drafting ? (
    <ReportForm drafting={drafting} />
  ) : (
    <Screen title={t("title")} back="/">
      {null}
    </Screen>
  );
}
