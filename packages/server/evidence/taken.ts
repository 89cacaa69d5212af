import type { Calendar } from "@xiuhua/core/calendar";
import type { Exif } from "./exif.ts";

/** Milliseconds. */
const minute = 60_000;

/**
 * When the photo was taken, in milliseconds since 1970; undefined when the camera did not say, or said what cannot be.
 * A camera that writes no zone is taken to stand in the city's: it was there.
 */
export function takenAt(exif: Exif, calendar: Pick<Calendar, "atLocal">): number | undefined {
  return instantOf(exif.taken, exif.takenOffset, calendar);
}

/** When the file was last changed, by the same rules. */
export function modifiedAt(exif: Exif, calendar: Pick<Calendar, "atLocal">): number | undefined {
  return instantOf(exif.modified, exif.modifiedOffset, calendar);
}

function instantOf(
  written: string | undefined,
  zone: string | undefined,
  calendar: Pick<Calendar, "atLocal">,
): number | undefined {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(written ?? "");
  if (match === null) return undefined;
  const [, year, month, day, hour, minutes, seconds] = match;
  const date = `${year}-${month}-${day}`;
  const time = `${hour}:${minutes}:${seconds}`;
  const wall = Date.parse(`${date}T${time}Z`);
  // Date.parse takes 24:00 for the next day and, in Node, 30 February for the 2nd of March.
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== `${date}T${time}.000Z`) return undefined;
  const offset = offsetMs(zone);
  return offset === undefined ? calendar.atLocal(date, time) : wall - offset;
}

/** `+08:00` in milliseconds. */
function offsetMs(text: string | undefined): number | undefined {
  const match = /^([+-])(\d\d):([0-5]\d)$/.exec(text ?? "");
  if (match === null) return undefined;
  const size = (Number(match[2]) * 60 + Number(match[3])) * minute;
  // UTC+14 (Kiribati) is the furthest that any zone is from UTC.
  if (size > 14 * 60 * minute) return undefined;
  return match[1] === "-" ? -size : size;
}

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** Where the photo was taken, WGS 84; undefined when the camera did not say, or said what cannot be. */
export function takenPlace(exif: Exif): Point | undefined {
  const { gps } = exif;
  const lat = degrees(gps?.latitude, gps?.latitudeRef, "N", "S", 90);
  const lng = degrees(gps?.longitude, gps?.longitudeRef, "E", "W", 180);
  // Phones without a fix write zeros for both.
  if (lat === undefined || lng === undefined || (lat === 0 && lng === 0)) return undefined;
  return { lng, lat };
}

function degrees(
  parts: readonly number[] | undefined,
  hemisphere: string | undefined,
  positive: string,
  negative: string,
  most: number,
): number | undefined {
  if (parts === undefined || parts.length === 0) return undefined;
  if (hemisphere !== positive && hemisphere !== negative) return undefined;
  const [whole = NaN, minutes = 0, seconds = 0] = parts;
  const value = whole + minutes / 60 + seconds / 3600;
  if (!(value <= most) || !(minutes <= 60) || !(seconds <= 60)) return undefined;
  // A tenth of a metre: more digits are only noise of the division.
  const rounded = Math.round(value * 1e7) / 1e7;
  return hemisphere === negative ? 0 - rounded : rounded;
}
