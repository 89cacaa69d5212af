import { sql, type Queryable, type Sql } from "../store/index.ts";

/** A message that is under way to one device. */
export interface QueuedPush {
  readonly id: number;
  readonly tries: number;
  readonly created_at: number;
  readonly body: { readonly kind: string; readonly tag: string } & Readonly<Record<string, unknown>>;
  readonly subscription: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** How long one sender has a message for itself. After that it failed or died, and another takes it. */
const claimMs = 120_000;

/** Milliseconds to the next attempt, by those made: soon, then rarely. */
const waits = [60_000, 300_000, 1_800_000, 7_200_000, 21_600_000];

/** Yesterday's task is no news. */
const longestMs = 24 * 3_600_000;

/**
 * The part of a statement that queues messages for all devices of some people: it goes where that happens of which they
 * are told, so that neither is without the other.
 * @param rows a query of person and body (`PushMessage`)
 */
export function queuePush(city: string, rows: Sql, now: number): Sql {
  const at = new Date(now);
  return sql`
    insert into push_queue (city, subscription, body, created_at, next_at)
    select ${city}, s.id, r.body, ${at}, ${at} from (${rows}) as r(person, body)
    join push_subscription s on s.city = ${city} and s.person = r.person
    returning id`;
}

/** Takes what is due, for a while. */
export function claimPush(db: Queryable, city: string, now: number, most: number): Promise<QueuedPush[]> {
  return db.query<QueuedPush>(sql`
    with due as (
      select id from push_queue where city = ${city} and next_at <= ${new Date(now)}
      order by next_at, id limit ${most} for update skip locked
    ), claimed as (
      update push_queue q set next_at = ${new Date(now + claimMs)}, tries = q.tries + 1
      from due where q.city = ${city} and q.id = due.id returning q.id, q.tries, q.created_at, q.body, q.subscription
    )
    select c.*, s.endpoint, s.p256dh, s.auth from claimed c
    join push_subscription s on s.city = ${city} and s.id = c.subscription order by c.id`);
}

/** Removes what was taken by the push services, and what is for devices that are gone. */
export async function settlePush(
  db: Queryable,
  city: string,
  sent: readonly number[],
  gone: readonly string[],
): Promise<void> {
  await db.query(sql`delete from push_queue where city = ${city} and id = any(${[...sent]}::int8[])`);
  if (gone.length === 0) return;
  await db.query(sql`delete from push_queue where city = ${city} and subscription = any(${[...gone]}::text[])`);
  await db.query(sql`delete from push_subscription where city = ${city} and id = any(${[...gone]}::text[])`);
}

/** Puts off what failed; gives up what is a day old. */
export async function putOffPush(
  db: Queryable,
  city: string,
  failed: readonly { readonly id: number; readonly tries: number; readonly retryAfterMs?: number }[],
  now: number,
): Promise<void> {
  const next = failed.map(({ tries, retryAfterMs }) =>
    new Date(now + Math.max(retryAfterMs ?? 0, waits[Math.min(tries, waits.length) - 1] ?? 0)).toISOString(),
  );
  await db.query(sql`
    update push_queue q set next_at = f.next_at
    from unnest(${failed.map(({ id }) => id)}::int8[], ${next}::timestamptz[]) as f(id, next_at)
    where q.city = ${city} and q.id = f.id`);
  await dropOldPush(db, city, now);
}

/** Forgets messages that are too old, and those for devices that are gone. */
export async function dropOldPush(db: Queryable, city: string, now: number): Promise<number> {
  const rows = await db.query(sql`
    delete from push_queue q where q.city = ${city} and (q.created_at < ${new Date(now - longestMs)} or not exists (
      select from push_subscription s where s.city = ${city} and s.id = q.subscription)) returning q.id`);
  return rows.length;
}
