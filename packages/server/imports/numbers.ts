import { caseNumber } from "@xiuhua/core/catalogue";
import { sql, type Queryable } from "../store/index.ts";

/**
 * Takes as many case numbers as these dates (`YYYY-MM-DD`, one a case) need, in one statement: a batch of history touches
 * hundreds of days, and a block kept for each would be a round trip each. In the order of the dates; undefined where a
 * day's 99,999 numbers are used up. The counters are those of `cases/numbers.ts`.
 */
export async function takeNumbers(
  db: Queryable,
  city: string,
  dates: readonly string[],
): Promise<(string | undefined)[]> {
  const counts = new Map<string, number>();
  for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1);
  // In order, so that two imports at once do not wait for each other in a ring.
  const days = [...counts.keys()].sort();
  const rows = await db.query<{ day: string; next: number }>(sql`
    insert into case_number as n (city, day, next)
    select ${city}, day, count + 1
    from unnest(${days.map(dayOf)}::text[], ${days.map((day) => counts.get(day) ?? 0)}::integer[]) as t(day, count)
    on conflict (city, day) do update set next = n.next + excluded.next - 1
    returning day, next`);
  const next = new Map(rows.map((row) => [row.day, row.next]));
  for (const [date, count] of counts) next.set(dayOf(date), (next.get(dayOf(date)) ?? NaN) - count);
  return dates.map((date) => {
    const serial = next.get(dayOf(date)) ?? NaN;
    next.set(dayOf(date), serial + 1);
    return caseNumber(city, dayOf(date), serial);
  });
}

const dayOf = (date: string): string => date.replaceAll("-", "");
