import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { cityInstant, cityTime } from "../../../../shared/time/index.ts";
import { asNumber } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";

const format = "YYYY-MM-DD HH:mm";

/** An instant: milliseconds since the epoch in the input, the city's wall time on the screen. */
export function DateField(props: ControlProps) {
  const { t } = useTranslation("case");
  const instant = asNumber(props.value);
  // The picker reckons in the machine's zone: give it the city's wall time as if it were the machine's.
  const wall = instant === undefined ? null : dayjs(cityTime(instant).format("YYYY-MM-DDTHH:mm:ss"));
  return (
    <DatePicker
      {...idOf(props)}
      className="case-form-wide"
      showTime={{ format: "HH:mm", minuteStep: 5 }}
      format={format}
      placeholder={t("form.date.placeholder")}
      value={wall}
      needConfirm={false}
      onChange={(next) => props.onChange?.(next ? Date.parse(cityInstant(next)) : undefined)}
    />
  );
}
