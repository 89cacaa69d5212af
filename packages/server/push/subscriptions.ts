import { createHash } from "node:crypto";
import type { PushDevice, PushSubscriptionInput } from "../api/index.ts";
import { sql, type Queryable } from "../store/index.ts";

/** Devices of one person; the oldest makes way. */
const mostDevices = 10;

const idOf = (endpoint: string): string => createHash("sha256").update(endpoint).digest("hex");

/** The devices that want to be told. */
export function makeSubscriptions(db: Queryable, city: string, now: () => number) {
  return {
    async list(person: string): Promise<PushDevice[]> {
      const rows = await db.query<{ id: string; endpoint: string; created_at: number }>(sql`
        select id, endpoint, created_at from push_subscription
        where city = ${city} and person = ${person} order by created_at desc, id`);
      return rows.map((row) => ({
        id: row.id,
        host: new URL(row.endpoint).hostname,
        since: new Date(row.created_at).toISOString(),
      }));
    },

    /** A device that somebody else used before is theirs no more. */
    async add(person: string, { endpoint, keys }: PushSubscriptionInput): Promise<void> {
      await db.query(sql`
        insert into push_subscription (city, id, person, endpoint, p256dh, auth, created_at)
        values (${city}, ${idOf(endpoint)}, ${person}, ${endpoint}, ${keys.p256dh}, ${keys.auth}, ${new Date(now())})
        on conflict (city, id) do update set person = excluded.person, p256dh = excluded.p256dh, auth = excluded.auth,
          created_at = excluded.created_at`);
      await db.query(sql`
        delete from push_subscription where city = ${city} and id in (
          select id from push_subscription where city = ${city} and person = ${person}
          order by created_at desc, id offset ${mostDevices})`);
    },

    /** One's own alone. */
    async remove(person: string, endpoint: string): Promise<void> {
      await db.query(sql`
        delete from push_subscription where city = ${city} and id = ${idOf(endpoint)} and person = ${person}`);
    },
  };
}
