import { caseNumber } from "@xiuhua/core/catalogue";
import { sql, type Database } from "../store/index.ts";

/** How many numbers a process takes at a time: gaps after a crash stay small, and few openings cost a round trip. */
const block = 64;

/**
 * Case numbers: 4-digit city, day, 5-digit serial of the day. A process reserves them in blocks, so that
 * openings need no shared counter on their way; numbers of a block lost in a crash stay unused.
 */
export function makeNumbers(options: { readonly db: Database; readonly city: string; readonly prefix: string }) {
  const { db, city, prefix } = options;
  const days = new Map<string, { next: number; end: number; more: Promise<void> | undefined }>();

  async function reserve(day: string, count: number): Promise<{ next: number; end: number }> {
    const [row] = await db.query<{ next: number }>(sql`
      insert into case_number as n (city, day, next) values (${city}, ${day}, ${count + 1})
      on conflict (city, day) do update set next = n.next + ${count}
      returning next`);
    if (!row) throw new Error("case_number returned nothing");
    return { next: row.next - count, end: row.next };
  }

  return {
    /** @param date the day in the city's zone, `YYYY-MM-DD`. @throws when a day has had 99,999 numbers. */
    async next(date: string): Promise<string> {
      const day = date.replaceAll("-", "");
      let held = days.get(day);
      if (!held) {
        held = { next: 0, end: 0, more: undefined };
        days.set(day, held);
        // Days long gone need no block kept; imports pass through thousands of them.
        if (days.size > 400) days.delete([...days.keys()][0] ?? "");
      }
      while (held.next >= held.end) {
        const mine = held;
        mine.more ??= reserve(day, block).then(
          (got) => {
            mine.next = got.next;
            mine.end = got.end;
            mine.more = undefined;
          },
          (error: unknown) => {
            mine.more = undefined;
            throw error;
          },
        );
        await mine.more;
      }
      const no = caseNumber(prefix, day, held.next);
      held.next += 1;
      if (no === undefined) throw new Error(`The numbers of ${date} are used up`);
      return no;
    },
  };
}

export type Numbers = ReturnType<typeof makeNumbers>;
