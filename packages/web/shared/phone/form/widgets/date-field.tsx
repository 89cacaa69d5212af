import dayjs from "dayjs";
import { asNumber } from "../../../case/index.ts";
import { cityInstant, cityTime } from "../../../time/index.ts";
import type { ControlProps } from "../control.ts";

/** An instant: milliseconds in the input, the city's wall time in the phone's own picker. */
export function DateField({ id, value, onChange }: ControlProps) {
  const instant = asNumber(value);
  return (
    <input
      id={id}
      className="input"
      type="datetime-local"
      value={instant === undefined ? "" : cityTime(instant).format("YYYY-MM-DDTHH:mm")}
      onChange={({ target }) =>
        onChange(target.value === "" ? undefined : Date.parse(cityInstant(dayjs(target.value))))
      }
    />
  );
}
