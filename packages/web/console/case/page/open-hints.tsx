import { useTranslation } from "react-i18next";
import type { ActionForm } from "@xiuhua/server/api";
import { fieldsOf } from "../../../shared/case/index.ts";

/** How to fill in what this form asks for; nothing where it asks for none of it. */
export function OpenHints({ form }: { form: ActionForm }) {
  const { t } = useTranslation("case");
  const fields = fieldsOf(form.input);
  const hints = [
    fields.some((field) => field.widget === "place") && t("open.hintPlace"),
    form.evidence["reference"] !== undefined && t("open.hintPhoto"),
    fields.some((field) => field.widget === "type" && !field.required) && t("open.hintType"),
    fields.some((field) => field.widget === "unit" && field.many) && t("open.hintJoint"),
    Object.keys(form.evidence).length === 0 && t("open.hintPrivate"),
  ].filter((hint) => hint !== false);
  if (hints.length === 0) return null;
  return (
    <aside className="case-open-hints">
      <h2>{t("open.hints")}</h2>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </aside>
  );
}
