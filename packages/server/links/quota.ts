import { sql, type Queryable } from "../store/index.ts";
import type { LinkPlace } from "./token.ts";

/** What may come in by one link. Photos for a dozen defects before, during and after, and some twice. */
export const linkLimits = { files: 60, bytes: 400 * 2 ** 20 };

/**
 * Books a file before a byte of it is read, so that many at once do not get past the limit together. What is refused
 * later stays booked: who sends rubbish uses up their own room.
 * @returns whether there was room
 */
export async function bookUpload(db: Queryable, city: string, { no, seq }: LinkPlace, bytes: number): Promise<boolean> {
  const { files, bytes: most } = linkLimits;
  if (bytes > most) return false;
  const booked = await db.query(sql`
    insert into link_upload as u (city, case_no, seq, files, bytes) values (${city}, ${no}, ${seq}, 1, ${bytes})
    on conflict (city, case_no, seq) do update set files = u.files + 1, bytes = u.bytes + ${bytes}
      where u.files < ${files} and u.bytes + ${bytes} <= ${most}
    returning files`);
  return booked.length > 0;
}
