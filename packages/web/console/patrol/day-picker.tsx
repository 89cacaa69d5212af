import { DatePicker } from "antd";
import dayjs from "dayjs";
import { cityTime, useNow } from "../../shared/time/index.ts";

interface DayPickerProps {
  /** `2026-03-02`. */
  readonly day: string;
  readonly label: string;
  readonly onChange: (day: string) => void;
}

/** A day up to today, by the city's calendar. */
export function DayPicker({ day, label, onChange }: DayPickerProps) {
  return (
    <DatePicker
      allowClear={false}
      aria-label={label}
      value={dayjs(day)}
      maxDate={dayjs(cityTime(useNow()).format("YYYY-MM-DD"))}
      onChange={(next) => next && onChange(next.format("YYYY-MM-DD"))}
    />
  );
}
