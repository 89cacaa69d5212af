import { randomBytes } from "node:crypto";
import { sql, type Queryable } from "../store/index.ts";

/** The city's secret by which links are signed, made at the first asking. Another one would end every link. */
export async function linkSecret(db: Queryable, city: string, now: number): Promise<string> {
  const read = async () => {
    const [row] = await db.query<{ secret: string }>(sql`select secret from link_key where city = ${city}`);
    return row?.secret;
  };
  const known = await read();
  if (known !== undefined) return known;
  const secret = randomBytes(32).toString("base64url");
  await db.query(sql`
    insert into link_key (city, secret, made_at) values (${city}, ${secret}, ${new Date(now)})
    on conflict (city) do nothing`);
  // Another process may have been first.
  return (await read()) ?? secret;
}
