import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { idOf, type ControlProps } from "../control.ts";

/** Yes or no, both in words: a lone switch leaves open what “off” says. */
export function BooleanField(props: ControlProps) {
  const { t } = useTranslation("case");
  return (
    <Radio.Group
      {...idOf(props)}
      value={typeof props.value === "boolean" ? props.value : null}
      onChange={(event) => props.onChange?.(event.target.value)}
      options={[
        { value: true, label: t("form.yes") },
        { value: false, label: t("form.no") },
      ]}
    />
  );
}
