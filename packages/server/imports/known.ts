import { sql, type Queryable } from "../store/index.ts";

/** The key under which a row's first event stands: the same row never opens a second case. */
export const keyOf = (source: string, id: string): string => `import:${source}:${id}`;

/**
 * Which of these keys have a case already, and which of those were written since `begun`.
 * @param begun by the database's own clock
 */
export async function knownKeys(
  db: Queryable,
  city: string,
  keys: readonly string[],
  begun: number,
): Promise<ReadonlyMap<string, { readonly sinceBegun: boolean }>> {
  const rows = await db.query<{ key: string; since: boolean }>(sql`
    select idempotency_key as key, recorded_at >= ${new Date(begun)} as since from case_event
    where city = ${city} and idempotency_key is not null and idempotency_key = any(${keys}::text[])`);
  return new Map(rows.map((row) => [row.key, { sinceBegun: row.since }]));
}
