import { Type } from "typebox";

/** Milliseconds since the epoch, UTC. */
export type Instant = number;

/**
 * How a limit is counted. Terms after the time units of Chinese digital city management (时限单位):
 *
 * - `minute`: continuous minutes, day and night (15 minutes to accept a report).
 * - `urgent_hour` 紧急工作时: continuous hours, day and night.
 * - `urgent_day` 紧急工作日: continuous days of 24 hours.
 * - `work_hour` 工作时: hours inside the working time of working days.
 * - `work_day` 工作日: working days, counted as the city's `dayCounting` says.
 * - `natural_day` 自然日: calendar days; the same wall time that many days on.
 * - `calendar_month`, `calendar_year`: the same day of the month and wall time, or the month's last day.
 */
export type LimitUnit =
  | "urgent_hour"
  | "work_hour"
  | "work_day"
  | "urgent_day"
  | "natural_day"
  | "calendar_month"
  | "calendar_year"
  | "minute";

/** A length of time that a clock may run. */
export interface Limit {
  readonly value: number;
  readonly unit: LimitUnit;
}

/** No limit is longer: a hundred thousand days are 270 years, and every sum stays an exact instant. */
const longest = 100_000;

export const LimitSchema = Type.Object(
  {
    value: Type.Number({ minimum: 0, maximum: longest }),
    unit: Type.Union([
      Type.Literal("urgent_hour"),
      Type.Literal("work_hour"),
      Type.Literal("work_day"),
      Type.Literal("urgent_day"),
      Type.Literal("natural_day"),
      Type.Literal("calendar_month"),
      Type.Literal("calendar_year"),
      Type.Literal("minute"),
    ]),
  },
  { additionalProperties: false },
);

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
