export { makeCalendar, type Calendar } from "./calendar.ts";
export { chinaDays, isKnownYear, weekdayDays, type DayOverrides, type DayTable } from "./days.ts";
export { LimitSchema, type Instant, type Limit, type LimitUnit } from "./limit.ts";
export type { ClosedSegment, Segment } from "./segment.ts";
export {
  defaultWorkingTime,
  workingTimeProblem,
  WorkingTimeSchema,
  type WorkingTime,
  type WorkingTimeProblem,
} from "./working-time.ts";
