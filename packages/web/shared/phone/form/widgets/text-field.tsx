import { useTranslation } from "react-i18next";
import { asText, asTexts } from "../../../case/index.ts";
import type { ControlProps } from "../control.ts";

export const TextField = (props: ControlProps) => <Line {...props} />;

/** Another case, by its number; several, one a line. */
export function CaseField(props: ControlProps) {
  const { t } = useTranslation("task");
  if (props.field.many)
    return (
      <textarea
        id={props.id}
        className="input"
        rows={3}
        placeholder={t("form.manyNos")}
        defaultValue={asTexts(props.value).join("\n")}
        onChange={({ target }) => props.onChange(target.value.split(/[\s,，、]+/).filter((no) => no !== ""))}
      />
    );
  return <Line {...props} figures placeholder={t("form.caseNo")} />;
}

/** What stands in the street, by the code on it. */
export function ComponentField(props: ControlProps) {
  const { t } = useTranslation("task");
  return <Line {...props} figures placeholder={t("form.code")} />;
}

interface LineProps extends ControlProps {
  /** The phone shows its figures first. */
  readonly figures?: boolean;
  readonly placeholder?: string;
}

function Line({ field, id, value, onChange, figures = false, placeholder }: LineProps) {
  return (
    <input
      id={id}
      className="input"
      value={asText(value) ?? ""}
      maxLength={field.most}
      placeholder={placeholder}
      inputMode={figures ? "numeric" : "text"}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
