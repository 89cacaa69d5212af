import { sql, type Transaction } from "../store/index.ts";
import type { PeopleContext } from "./context.ts";
import type { LiveDirectory } from "./directory.ts";
import { against, done, type Outcome, type ChangeRefusal } from "../outcome.ts";

/** Makes one change to the organisation: all of it or, if refused, nothing; afterwards everybody sees it. */
export type Change = <T>(run: (tx: Transaction) => Promise<Outcome<T>>) => Promise<Outcome<T>>;

/** Carries a refusal out of the transaction, so that it rolls back. */
class Refused extends Error {
  readonly refusal: ChangeRefusal;
  constructor(refusal: ChangeRefusal) {
    super(refusal.message.en);
    this.refusal = refusal;
  }
}

/**
 * Changes to one city's organisation are rare and depend on each other (two moves can close a circle, two removals can
 * take the last administrator), so they are made one after the other.
 */
export function makeChange({ db, city }: PeopleContext, directory: LiveDirectory): Change {
  return async (run) => {
    try {
      const value = await db.transaction(async (tx) => {
        await tx.query(sql`select pg_advisory_xact_lock(hashtext(${`people ${city}`}))`);
        const outcome = await run(tx);
        if (!outcome.ok) throw new Refused(outcome.refusal);
        return outcome.value;
      });
      await directory.refresh();
      return done(value);
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      throw error;
    }
  };
}

/** Refuses what would leave the city without anybody who may administer it. Call it after the change, inside. */
export async function keepAnAdministrator({ city, now }: PeopleContext, tx: Transaction): Promise<Outcome<null>> {
  const at = new Date(now());
  const [row] = await tx.query<{ held: boolean }>(sql`
    select exists (
      select 1 from role_grant g join person p on p.city = g.city and p.id = g.person
      where g.city = ${city} and g.role = 'administrator' and g.delegated_from is null and p.active
        and (g.valid_from is null or g.valid_from <= ${at}) and (g.valid_to is null or g.valid_to > ${at})) as held`);
  if (row?.held === true) return done(null);
  return against({
    zh: "至少要保留一名有效的管理员，请先指定另一名管理员。",
    en: "At least one administrator must remain; name another one first.",
  });
}
