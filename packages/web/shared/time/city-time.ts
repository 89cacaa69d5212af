import dayjs, { type Dayjs } from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(timezone);

/** The city's zone; `/me` may name another. Times on screen are the city's, not the machine's. */
let zone = "Asia/Shanghai";

export function setCityZone(name: string): void {
  zone = name;
}

/** An instant on the city's own clock. */
export function cityTime(instant: string | number | Date): Dayjs {
  return dayjs(instant).tz(zone);
}

/** A wall time of the city (as a date picker gives it) as an instant of the API. */
export function cityInstant(wall: Dayjs): string {
  return dayjs.tz(wall.format("YYYY-MM-DD HH:mm:ss"), zone).toISOString();
}

/** "2022-08-13 10:20". */
export const minuteText = (instant: string): string => cityTime(instant).format("YYYY-MM-DD HH:mm");
/** "2022-08-13 10:20:05". */
export const secondText = (instant: string): string => cityTime(instant).format("YYYY-MM-DD HH:mm:ss");
/** "2022-08-13". */
export const dayText = (instant: string): string => cityTime(instant).format("YYYY-MM-DD");
/** "08-13 10:20" within this year, with the year otherwise. */
export function shortText(instant: string, now: string | number | Date): string {
  const then = cityTime(instant);
  return then.format(then.year() === cityTime(now).year() ? "MM-DD HH:mm" : "YYYY-MM-DD HH:mm");
}
