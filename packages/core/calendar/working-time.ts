import { Type } from "typebox";
import { dayMs, hourMs, minuteMs } from "./limit.ts";

/** The working time of a city: a setting, because cities and seasons differ. */
export interface WorkingTime {
  /** IANA time zone, such as Asia/Shanghai. */
  readonly zone: string;
  /** Office hours of a working day, in order; wall times `HH:MM`, an end may be `24:00`. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  /** Ordinary working weekdays, ISO 1 (Monday) to 7 (Sunday). Holidays and make-up days come on top. */
  readonly weekdays: readonly number[];
  /**
   * How `work_day` is counted. `rolling`: a day is as much working time as an ordinary day has, so that Friday 15:00
   * and one day make Monday 15:00. `endOfDay`: the starting day is not counted and the limit ends with the office hours
   * of the last day (民法典 §201, §203).
   */
  readonly dayCounting: "rolling" | "endOfDay";
}

export const WorkingTimeSchema = Type.Object(
  {
    zone: Type.String({ minLength: 1, maxLength: 64 }),
    spans: Type.Array(
      Type.Object(
        {
          from: Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
          to: Type.String({ pattern: "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$" }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 24 },
    ),
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7, uniqueItems: true }),
    dayCounting: Type.Union([Type.Literal("rolling"), Type.Literal("endOfDay")]),
  },
  { additionalProperties: false },
);

/** 08:00–12:00 and 14:00–18:00, Monday to Friday: the hours that Yuncheng publishes (运城市, 工作时). */
export const defaultWorkingTime: WorkingTime = Object.freeze({
  zone: "Asia/Shanghai",
  spans: Object.freeze([Object.freeze({ from: "08:00", to: "12:00" }), Object.freeze({ from: "14:00", to: "18:00" })]),
  weekdays: Object.freeze([1, 2, 3, 4, 5]),
  dayCounting: "rolling",
});

export type WorkingTimeProblem = "zone_unknown" | "span_malformed" | "span_empty" | "spans_overlap" | "weekdays_empty";

/** Milliseconds after midnight of a wall time `HH:MM` or `HH:MM:SS`, up to `24:00`; undefined when it is not one. */
export function wallTime(text: string): number | undefined {
  const match = /^(\d\d):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return undefined;
  const time = Number(match[1]) * hourMs + Number(match[2]) * minuteMs + Number(match[3] ?? 0) * 1000;
  return time <= dayMs ? time : undefined;
}

/** What a schema cannot say: the first thing that makes these settings unusable, or undefined when they are sound. */
export function workingTimeProblem(workingTime: WorkingTime): WorkingTimeProblem | undefined {
  if (!zoneExists(workingTime.zone)) return "zone_unknown";
  if (workingTime.weekdays.length === 0) return "weekdays_empty";
  let last = 0;
  for (const span of workingTime.spans) {
    const from = wallTime(span.from);
    const to = wallTime(span.to);
    if (from === undefined || to === undefined) return "span_malformed";
    if (to <= from) return "span_empty";
    if (from < last) return "spans_overlap";
    last = to;
  }
  return workingTime.spans.length === 0 ? "span_empty" : undefined;
}

function zoneExists(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
