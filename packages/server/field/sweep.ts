import { sql } from "../store/index.ts";
import { day, type FieldContext } from "./context.ts";

/** Rows removed in one statement: an embedded database answers others in between. */
const batch = 5_000;

/** Forgets what is past the city's time: tracks, what they covered, bulletins long down. Returns how many rows. */
export async function sweepField({ db, city, now }: Pick<FieldContext, "db" | "city" | "now">): Promise<number> {
  const before = (days: number) => new Date(now() - days * day);
  const { trackDays, coverageDays } = city.field;
  const old = sql`city = ${city.code} and at < ${before(trackDays)}`;
  let removed = 0;
  const repeat = async (statement: ReturnType<typeof sql>) => {
    for (;;) {
      const rows = await db.query(statement);
      removed += rows.length;
      if (rows.length < batch) return;
    }
  };
  await repeat(sql`
    delete from track_point where city = ${city.code} and (person, slot) in (
      select person, slot from track_point where ${old} limit ${batch}) returning slot`);
  await repeat(sql`
    delete from cell_coverage where city = ${city.code} and (day, cell, person) in (
      select day, cell, person from cell_coverage
      where city = ${city.code} and day < ${before(coverageDays)}::timestamptz::date limit ${batch}) returning cell`);
  await repeat(sql`delete from track_last where ${old} returning person`);
  await repeat(sql`delete from bulletin where city = ${city.code} and until < ${before(31)} returning id`);
  return removed;
}
