import { useTranslation } from "react-i18next";
import { useSay } from "../../shared/words/index.ts";
import type { Report } from "./use-report.ts";

export function DescriptionField({ report }: { report: Report }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const { type, values } = report;
  return (
    <label className="field">
      <span className="field-label">
        {t("description.title")}{" "}
        {type && values.description === "" && (
          <span className="faint small">{t("description.fromType", { type: say(type.matter) })}</span>
        )}
      </span>
      <textarea
        className="input"
        rows={2}
        maxLength={2000}
        value={values.description}
        placeholder={t("description.placeholder")}
        onChange={(event) => report.set({ description: event.target.value })}
      />
    </label>
  );
}
