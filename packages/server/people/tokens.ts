import { LRUCache } from "lru-cache";
import type { ApiToken, ApiTokenInput, NewApiToken } from "../api/index.ts";
import { sql } from "../store/index.ts";
import { day, minute, second, type PeopleContext } from "./context.ts";
import { isoInstant, readInstant } from "./instants.ts";
import { conflict, done, invalid, missing, type Outcome } from "../outcome.ts";
import { digest, newId, newSecret } from "./secrets.ts";

/** No token outlives this. */
const longest = 366 * day;
const defaultLife = 365 * day;
/** For this long a token that was just looked up is believed without asking. */
const believedFor = 5 * second;
/** How exactly the last use is kept. */
const touchEvery = minute;
/** So that a program that makes one at each start is noticed. */
const mostOfOne = 50;

/** Tokens with which a person's own programs come in. */
export interface Tokens {
  list(person: string): Promise<ApiToken[]>;
  /** The answer is the only place where the token itself ever stands. */
  create(person: string, input: ApiTokenInput): Promise<Outcome<NewApiToken>>;
  remove(person: string, id: string): Promise<Outcome<null>>;
  /** Whose token it is, if it has not run out. */
  find(token: string): Promise<string | undefined>;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly created_at: number;
  readonly used_at: number | null;
  readonly expires_at: number | null;
}

export function makeTokens({ db, city, now, random }: PeopleContext): Tokens {
  const known = new LRUCache<string, { id: string; person: string; expiresAt: number }>({
    max: 5_000,
    ttl: believedFor,
    ttlResolution: 0,
    perf: { now },
  });
  // Requests that come at once with one token ask the database once.
  const asked = new Map<string, ReturnType<typeof read>>();
  // As with sessions: a look-up under way while a token goes must not bring it back.
  let removals = 0;

  return {
    async list(person) {
      const rows = await db.query<Row>(sql`
        select id, name, created_at, used_at, expires_at from api_token
        where city = ${city} and person = ${person} order by created_at, id`);
      return rows.map(present);
    },
    async create(person, { name, expiresAt }) {
      const at = now();
      const end = expiresAt === undefined ? done(at + defaultLife) : readInstant(expiresAt, "/expiresAt");
      if (!end.ok) return end;
      if (end.value <= at || end.value > at + longest) {
        return invalid("/expiresAt", {
          zh: "失效时间应在今后一年之内",
          en: "The token must run out within a year from now",
        });
      }
      const [id, token] = [newId("token", random), `xh_${newSecret(random)}`];
      const rows = await db.query<Row>(sql`
        insert into api_token (city, id, token_hash, person, name, created_at, expires_at)
        select ${city}, ${id}, ${digest(token)}, ${person}, ${name.trim()}, ${new Date(at)}::timestamptz,
          ${new Date(end.value)}::timestamptz
        where (select count(*) from api_token where city = ${city} and person = ${person}) < ${mostOfOne}::int
        returning id, name, created_at, used_at, expires_at`);
      const [row] = rows;
      if (row === undefined)
        return conflict({
          zh: `每人最多 ${mostOfOne} 个令牌，请先删除不用的。`,
          en: `One person may have ${mostOfOne} tokens at most; remove one that is not used.`,
        });
      return done({ ...present(row), token });
    },
    async remove(person, id) {
      const rows = await db.query(sql`
        delete from api_token where city = ${city} and person = ${person} and id = ${id} returning id`);
      removals += 1;
      for (const [hash, token] of known) if (token.id === id) known.delete(hash);
      return rows.length > 0 ? done(null) : missing({ zh: "没有这个令牌。", en: "There is no such token." });
    },
    async find(secret) {
      const hash = digest(secret);
      let token = known.get(hash);
      if (token === undefined) {
        const before = removals;
        let reading = asked.get(hash);
        if (reading === undefined) {
          reading = read(hash).finally(() => asked.delete(hash));
          asked.set(hash, reading);
        }
        token = await reading;
        if (token !== undefined && before === removals) known.set(hash, token);
      }
      return token !== undefined && token.expiresAt > now() ? token.person : undefined;
    },
  };

  async function read(hash: string) {
    const at = now();
    const [row] = await db.query<Row & { person: string }>(sql`
      select id, person, name, created_at, used_at, expires_at from api_token
      where city = ${city} and token_hash = ${hash} and (expires_at is null or expires_at > ${new Date(at)})`);
    if (row === undefined) return undefined;
    if (row.used_at === null || at - row.used_at >= touchEvery)
      await db.query(sql`update api_token set used_at = ${new Date(at)} where city = ${city} and id = ${row.id}`);
    return { id: row.id, person: row.person, expiresAt: row.expires_at ?? Infinity };
  }
}

function present(row: Row): ApiToken {
  return {
    id: row.id,
    name: row.name,
    createdAt: isoInstant(row.created_at),
    ...(row.used_at === null ? {} : { usedAt: isoInstant(row.used_at) }),
    ...(row.expires_at === null ? {} : { expiresAt: isoInstant(row.expires_at) }),
  };
}
