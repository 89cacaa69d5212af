import webPush from "web-push";
import { sql, type Queryable } from "../store/index.ts";

/** The city's VAPID pair (RFC 8292), base64url: devices subscribe to the public half, messages are signed by the other. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The pair in the database, made at the first asking. Another one would orphan every subscription. */
export async function pushKeys(db: Queryable, city: string, now: number): Promise<PushKeys> {
  const read = async () => {
    const [row] = await db.query<{ public_key: string; private_key: string }>(
      sql`select public_key, private_key from push_key where city = ${city}`,
    );
    return row && { publicKey: row.public_key, privateKey: row.private_key };
  };
  const known = await read();
  if (known) return known;
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  await db.query(sql`
    insert into push_key (city, public_key, private_key, made_at)
    values (${city}, ${publicKey}, ${privateKey}, ${new Date(now)}) on conflict (city) do nothing`);
  // Another process may have been first.
  return (await read()) ?? { publicKey, privateKey };
}
