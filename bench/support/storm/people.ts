import { createHash } from "node:crypto";
import { demoCity, seedCity } from "../../../packages/server/demo/index.ts";
import { json, migrate, openDatabase, sql } from "../../../packages/server/store/index.ts";
import { loginOf, tokenOf } from "./plan.ts";

/** Makes the demo city with so many collectors, each with a token: logging in is not what is measured. */
export async function peopleForStorm(
  place: { readonly url: string } | { readonly folder: string },
  phones: number,
  now: number,
): Promise<void> {
  const db = await openDatabase(place);
  await migrate(db);
  await seedCity(db);
  const people = Array.from({ length: phones }, (_, phone) => ({
    id: loginOf(phone),
    name: { zh: `采集员 ${phone}`, en: `Collector ${phone}` },
    hash: createHash("sha256").update(tokenOf(phone)).digest("hex"),
  }));
  const rows = sql`jsonb_to_recordset(${json(people)}::jsonb) as p(id text, name jsonb, hash text)`;
  await db.query(sql`insert into person (city, id, login, name) select ${demoCity}, id, id, name from ${rows}`);
  await db.query(sql`
    insert into role_grant (city, id, person, role, unit, area)
    select ${demoCity}, id || '-1', id, 'collector', 'supervision-centre', '410802' from ${rows}`);
  await db.query(sql`
    insert into api_token (city, id, token_hash, person, name, created_at, expires_at)
    select ${demoCity}, id || '-token', hash, id, 'storm', ${new Date(now)}, ${new Date(now + 30 * 86_400_000)} from ${rows}`);
  await db.close();
}
