import { LRUCache } from "lru-cache";
import { sql } from "../store/index.ts";
import { minute, type PeopleContext } from "./context.ts";

/** After this many failures in a row … */
const allowed = 5;
/** … a login is locked for this long. */
const lockedFor = 15 * minute;

/** One try at a password, counted before the password is looked at, so that many at once gain nothing. */
export type Attempt =
  | { readonly ok: false; readonly lockedUntil: number }
  | {
      readonly ok: true;
      readonly person: { readonly id: string; readonly hash: string } | undefined;
      /** Set when this was the last try: if it fails, the login is locked until then. */
      readonly lockedUntil: number | undefined;
      succeeded(): Promise<void>;
    };

export interface Attempts {
  begin(login: string): Promise<Attempt>;
}

interface Row {
  readonly id: string;
  readonly password_hash: string;
  readonly failed_logins: number;
  readonly locked_until: number | null;
}

/**
 * Counts failures by login. Logins that nobody has are counted too, in memory, and lock just the same: the answer
 * must not tell which logins exist.
 */
export function makeAttempts({ db, city, now }: PeopleContext): Attempts {
  const strangers = new LRUCache<string, { failed: number; lockedUntil: number | undefined }>({ max: 20_000 });

  function beginAsStranger(login: string): Attempt {
    const before = strangers.get(login) ?? { failed: 0, lockedUntil: undefined };
    const lapsed = before.lockedUntil !== undefined && before.lockedUntil <= now();
    if (before.lockedUntil !== undefined && !lapsed) return { ok: false, lockedUntil: before.lockedUntil };
    const failed = lapsed ? 1 : before.failed + 1;
    const lockedUntil = failed >= allowed ? now() + lockedFor : undefined;
    strangers.set(login, { failed, lockedUntil });
    return { ok: true, person: undefined, lockedUntil, succeeded: async () => undefined };
  }

  return {
    async begin(login) {
      const at = new Date(now());
      const [row] = await db.query<Row>(sql`
        update person set
          failed_logins = case when locked_until is null then failed_logins + 1 else 1 end,
          locked_until = case when locked_until is null and failed_logins + 1 >= ${allowed}::int
            then ${new Date(now() + lockedFor)}::timestamptz end
        where city = ${city} and login = ${login} and active and password_hash is not null
          and (locked_until is null or locked_until <= ${at})
        returning id, password_hash, failed_logins, locked_until`);
      if (row !== undefined) {
        return {
          ok: true,
          person: { id: row.id, hash: row.password_hash },
          lockedUntil: row.locked_until ?? undefined,
          succeeded: async () => {
            await db.query(sql`
              update person set failed_logins = 0, locked_until = null where city = ${city} and id = ${row.id}`);
          },
        };
      }
      const [locked] = await db.query<{ locked_until: number }>(sql`
        select locked_until from person
        where city = ${city} and login = ${login} and active and password_hash is not null and locked_until > ${at}`);
      return locked === undefined ? beginAsStranger(login) : { ok: false, lockedUntil: locked.locked_until };
    },
  };
}
