import { useTranslation } from "react-i18next";
import { Segmented } from "../../ui/index.ts";
import type { ControlProps } from "../control.ts";

export function BooleanField({ label, value, onChange }: ControlProps) {
  const { t } = useTranslation("task");
  return (
    <Segmented<"yes" | "no" | "">
      label={label}
      value={value === true ? "yes" : value === false ? "no" : ""}
      onChange={(next) => onChange(next === "yes")}
      options={[
        { value: "yes", label: t("form.yes") },
        { value: "no", label: t("form.no") },
      ]}
    />
  );
}
