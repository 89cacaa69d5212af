import type { City } from "../city/index.ts";

/** A local day (`2026-03-02`) as a stretch of time: its first instant, and the next day's. */
export function spanOf(
  { calendar }: Pick<City, "calendar">,
  day: string,
): { readonly from: number; readonly to: number } {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { from: calendar.atLocal(day, "00:00:00"), to: calendar.atLocal(next, "00:00:00") };
}
