import { LRUCache } from "lru-cache";
import { sql } from "../store/index.ts";
import { day, hour, minute, second, type PeopleContext } from "./context.ts";
import { digest, newSecret } from "./secrets.ts";

/** A session ends this long after its last use … */
const idle = 12 * hour;
/** … and this long after its log-in, whatever happens. */
const longest = 7 * day;
/** How exactly the last use is kept: a session in use is written this often, no more. */
const touchEvery = 5 * minute;
/** For this long a session that was just looked up is believed without asking. */
const believedFor = 5 * second;

/** Seconds a browser may keep the cookie. */
export const sessionSeconds = longest / second;

export interface Session {
  /** SHA-256 of its token. */
  readonly hash: string;
  readonly person: string;
  readonly csrf: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Sessions {
  start(person: string, agent: string | undefined): Promise<{ readonly token: string; readonly csrf: string }>;
  /** The session of a token, if it has one that has not run out; using it keeps it alive. */
  find(token: string): Promise<Session | undefined>;
  end(hash: string): Promise<void>;
  /** Ends all of a person's sessions but, if named, one. */
  endAll(person: string, except?: string): Promise<void>;
}

interface Row {
  readonly person: string;
  readonly csrf: string;
  readonly created_at: number;
  readonly seen_at: number;
  readonly expires_at: number;
}

export function makeSessions({ db, city, now, random }: PeopleContext): Sessions {
  const known = new LRUCache<string, Session>({ max: 20_000, ttl: believedFor, ttlResolution: 0, perf: { now } });
  // Counts endings, so that a look-up under way while a session ends does not bring it back into memory.
  let endings = 0;
  const expiry = (createdAt: number) => Math.min(now() + idle, createdAt + longest);

  async function read(hash: string): Promise<Session | undefined> {
    const [row] = await db.query<Row>(sql`
      select person, csrf, created_at, seen_at, expires_at from session
      where city = ${city} and token_hash = ${hash} and expires_at > ${new Date(now())}`);
    if (row === undefined) return undefined;
    const { person, csrf } = row;
    if (now() - row.seen_at < touchEvery) return { hash, person, csrf, expiresAt: row.expires_at };
    const expiresAt = expiry(row.created_at);
    await db.query(sql`
      update session set seen_at = ${new Date(now())}, expires_at = ${new Date(expiresAt)}
      where city = ${city} and token_hash = ${hash}`);
    return { hash, person, csrf, expiresAt };
  }

  return {
    async start(person, agent) {
      const [token, csrf, at] = [newSecret(random), newSecret(random), now()];
      await db.query(sql`
        with swept as (
          delete from session where city = ${city} and person = ${person} and expires_at <= ${new Date(at)})
        insert into session (city, token_hash, person, csrf, created_at, seen_at, expires_at, agent)
        values (${city}, ${digest(token)}, ${person}, ${csrf}, ${new Date(at)}, ${new Date(at)},
          ${new Date(expiry(at))}, ${agent?.slice(0, 200) ?? null})`);
      return { token, csrf };
    },
    async find(token) {
      const hash = digest(token);
      let session = known.get(hash);
      if (session === undefined) {
        const before = endings;
        session = await read(hash);
        if (session !== undefined && before === endings) known.set(hash, session);
      }
      return session !== undefined && session.expiresAt > now() ? session : undefined;
    },
    async end(hash) {
      await db.query(sql`delete from session where city = ${city} and token_hash = ${hash}`);
      endings += 1;
      known.delete(hash);
    },
    async endAll(person, except) {
      await db.query(sql`
        delete from session where city = ${city} and person = ${person} and token_hash <> ${except ?? ""}`);
      endings += 1;
      for (const [hash, session] of known) if (session.person === person && hash !== except) known.delete(hash);
    },
  };
}
