import type { Dayjs } from "dayjs";
import type { Shift } from "@xiuhua/server/api";
import { cityTime } from "../../../shared/time/index.ts";

/** Monday 0:00 of the city's week in which the instant lies. */
export function weekOf(instant: string | number | Date): Dayjs {
  const day = cityTime(instant).startOf("day");
  // Sunday is day 0 and closes the week.
  return day.subtract((day.day() + 6) % 7, "day");
}

export interface ShiftRow {
  readonly key: string;
  readonly person: Shift["personName"];
  readonly role: string;
  /** Shifts by the day on which they begin, Monday first; what began the week before stands on Monday. */
  readonly days: readonly (readonly Shift[])[];
}

/** One row for each person in each role, in order of their first shift. */
export function shiftRows(shifts: readonly Shift[], monday: Dayjs): ShiftRow[] {
  const rows = new Map<string, { person: Shift["personName"]; role: string; days: Shift[][] }>();
  for (const shift of shifts.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))) {
    const at = Math.max(0, cityTime(shift.startsAt).startOf("day").diff(monday, "day"));
    const key = `${shift.person} ${shift.role}`;
    const row = rows.get(key) ?? {
      person: shift.personName,
      role: shift.role,
      days: Array.from({ length: 7 }, () => []),
    };
    row.days[at]?.push(shift);
    rows.set(key, row);
  }
  return [...rows].map(([key, row]) => ({ key, ...row }));
}
