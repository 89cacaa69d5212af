import type { PersonInput } from "../api/index.ts";
import { json, sql, type Transaction } from "../store/index.ts";
import { keepAnAdministrator, type Change } from "./administration.ts";
import type { PeopleContext } from "./context.ts";
import { conflict, done, invalid, missing, type Outcome } from "../outcome.ts";
import type { Passwords } from "./passwords.ts";
import { newId } from "./secrets.ts";
import type { Sessions } from "./sessions.ts";

/** What only a program says of a new person. */
export interface PersonOrigin {
  /** A key of one's own choosing; a random one unless given. */
  readonly id?: string;
  /** Shown to everybody on the log-in page of a demo city. */
  readonly demo?: boolean;
  readonly language?: "zh" | "en";
}

/**
 * The staff. A person is never removed, since the log of the cases names them for ever: who leaves is made inactive,
 * which ends their sessions and stops their tokens.
 */
export interface Persons {
  /** The answer is the new person's id. Without a password nobody can log in as them yet. */
  add(input: PersonInput, origin?: PersonOrigin): Promise<Outcome<string>>;
  /** Takes all of `input`: a title left out is taken away; `password` and `active` stay if left out. */
  change(id: string, input: PersonInput): Promise<Outcome<null>>;
  /** Ends all their sessions but, if named, one. */
  setPassword(id: string, password: string, exceptSession?: string): Promise<Outcome<null>>;
  /** Lets them try again after too many wrong passwords. */
  unlock(id: string): Promise<Outcome<null>>;
  /** Ids of those locked out now. */
  locked(): Promise<ReadonlySet<string>>;
  setLanguage(id: string, language: "zh" | "en"): Promise<Outcome<null>>;
}

export function makePersons(context: PeopleContext, change: Change, passwords: Passwords, sessions: Sessions): Persons {
  const { db, city, now, random } = context;
  return {
    async add(input, origin = {}) {
      const { login, name, title, password } = input;
      const fit = checkPassword(login, password);
      if (!fit.ok) return fit;
      const hash = password === undefined ? null : await passwords.hash(password);
      return change(async (tx) => {
        if (await taken(tx, login)) return loginTaken(login);
        const id = origin.id ?? newId("person", random);
        await tx.query(sql`
          insert into person (city, id, login, name, title, password_hash, active, demo, language, created_at)
          values (${city}, ${id}, ${login}, ${json(name)}::jsonb, ${title === undefined ? null : json(title)}::jsonb,
            ${hash}, ${input.active ?? true}, ${origin.demo ?? false}, ${origin.language ?? "zh"}, ${new Date(now())})`);
        return done(id);
      });
    },
    async change(id, input) {
      const { login, name, title, active, password } = input;
      const fit = checkPassword(login, password);
      if (!fit.ok) return fit;
      const hash = password === undefined ? null : await passwords.hash(password);
      const changed = await change(async (tx) => {
        if (await taken(tx, login, id)) return loginTaken(login);
        const rows = await tx.query(sql`
          update person set login = ${login}, name = ${json(name)}::jsonb,
            title = ${title === undefined ? null : json(title)}::jsonb,
            active = coalesce(${active ?? null}::boolean, active),
            password_hash = coalesce(${hash}, password_hash)
          where city = ${city} and id = ${id} returning id`);
        if (rows.length === 0) return noSuchPerson;
        return active === false ? keepAnAdministrator(context, tx) : done(null);
      });
      if (changed.ok && (active === false || hash !== null)) await sessions.endAll(id);
      return changed;
    },
    async setPassword(id, password, exceptSession) {
      const [person] = await db.query<{ login: string }>(sql`
        select login from person where city = ${city} and id = ${id}`);
      if (person === undefined) return noSuchPerson;
      const fit = checkPassword(person.login, password);
      if (!fit.ok) return fit;
      await db.query(sql`
        update person set password_hash = ${await passwords.hash(password)}, failed_logins = 0, locked_until = null
        where city = ${city} and id = ${id}`);
      await sessions.endAll(id, exceptSession);
      return done(null);
    },
    async unlock(id) {
      const rows = await db.query(sql`
        update person set failed_logins = 0, locked_until = null where city = ${city} and id = ${id} returning id`);
      return rows.length > 0 ? done(null) : noSuchPerson;
    },
    async locked() {
      const rows = await db.query<{ id: string }>(sql`
        select id from person where city = ${city} and locked_until > ${new Date(now())}`);
      return new Set(rows.map((row) => row.id));
    },
    setLanguage: (id, language) =>
      change(async (tx) => {
        await tx.query(sql`update person set language = ${language} where city = ${city} and id = ${id}`);
        return done(null);
      }),
  };

  async function taken(tx: Transaction, login: string, except = ""): Promise<boolean> {
    const rows = await tx.query(sql`
      select 1 from person where city = ${city} and login = ${login} and id <> ${except}`);
    return rows.length > 0;
  }
}

export const noSuchPerson = missing({ zh: "没有这个人员。", en: "There is no such person." });

const loginTaken = (login: string) =>
  conflict({ zh: `账号“${login}”已被使用`, en: `The login “${login}” is taken` }, "/login");

/** Length is the schema's; the one further rule is that the login must not give it away. */
function checkPassword(login: string, password: string | undefined): Outcome<null> {
  if (password?.toLowerCase().includes(login.toLowerCase()) !== true) return done(null);
  return invalid("/password", { zh: "密码不能包含账号", en: "The password must not contain the login" });
}
