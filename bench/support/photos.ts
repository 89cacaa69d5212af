import { createHash } from "node:crypto";
import { sql, type Queryable } from "../../packages/server/store/index.ts";

const count = 500;

/** The hash under which the bench's photo of this number is recorded. */
export const photo = (number: number): string =>
  createHash("sha256")
    .update(`bench photo ${number % count}`)
    .digest("hex");

/** Records photos as uploaded, for reports to refer to. Bench data: there are no files behind them. */
export async function seedPhotos(db: Queryable, city: string): Promise<void> {
  const hashes = Array.from({ length: count }, (_, number) => photo(number));
  await db.query(sql`
    insert into evidence_file (city, hash, media_type, bytes, width, height, details, uploaded_by, uploaded_at)
    select ${city}, hash, 'image/jpeg', 240000, 1600, 1200, '{"name":"bench"}', 'collector1', now()
    from unnest(${hashes}::text[]) as hash on conflict do nothing`);
}
