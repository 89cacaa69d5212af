import { randomBytes } from "node:crypto";
import type { Unit } from "../api/index.ts";
import type { Database } from "../store/index.ts";
import { makeChange } from "./administration.ts";
import { makeAttempts } from "./attempts.ts";
import type { PeopleContext } from "./context.ts";
import { makeDelegations, type Delegations } from "./delegations.ts";
import { makeDirectory, type Directory } from "./directory.ts";
import { makeGrants, type Grants } from "./grants.ts";
import { checkPassword, logIn, type CheckResult, type LogInResult } from "./log-in.ts";
import { makePasswords, owaspCost, type PasswordCost } from "./passwords.ts";
import { makePersons, type Persons } from "./persons.ts";
import type { Access } from "./reader.ts";
import type { Random } from "./secrets.ts";
import { makeSessions } from "./sessions.ts";
import { makeShifts, type Shifts } from "./shift-roster.ts";
import type { DirectoryPerson } from "./snapshot.ts";
import { makeTokens, type Tokens } from "./tokens.ts";
import { makeUnits, type Units } from "./units.ts";

/** Who works for the city, in which unit and role, and who is asking. */
export interface People {
  readonly directory: Directory;
  /** All units, in the tree's own order. */
  units(): readonly Unit[];
  persons(): readonly DirectoryPerson[];
  /** Reads the directory again, if rows were written past this service. */
  refresh(): Promise<void>;

  logIn(input: { login: string; password: string; agent?: string | undefined }): Promise<LogInResult>;
  /** Whether it is this login's password; failures count like those of a log-in. */
  checkPassword(login: string, password: string): Promise<CheckResult>;
  /** Ends one session, named by `access.session`. */
  logOut(session: string): Promise<void>;
  logOutEverywhere(person: string): Promise<void>;
  readerOfSession(token: string): Promise<Access | undefined>;
  readerOfToken(token: string): Promise<Access | undefined>;

  readonly tokens: Tokens;
  readonly organisation: Units;
  readonly staff: Persons;
  readonly grants: Grants;
  readonly delegations: Delegations;
  readonly shifts: Shifts;
}

export interface PeopleOptions {
  readonly db: Database;
  /** Code of the city. */
  readonly city: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random?: Random;
  /** Roles that may be given: those of the procedures. Any, if left out. */
  readonly roles?: Iterable<string>;
  /** Work that checking a password takes; OWASP's unless said. Tests take less. */
  readonly passwordCost?: PasswordCost;
}

/** Reads the directory, so the database must be migrated. */
export async function makePeople(options: PeopleOptions): Promise<People> {
  const context: PeopleContext = {
    db: options.db,
    city: options.city,
    now: options.now,
    random: options.random ?? randomBytes,
  };
  const directory = await makeDirectory(context);
  const passwords = await makePasswords(options.passwordCost ?? owaspCost);
  const sessions = makeSessions(context);
  const tokens = makeTokens(context);
  const attempts = makeAttempts(context);
  const change = makeChange(context, directory);
  return {
    directory,
    units: () => directory.units(),
    persons: () => directory.persons(),
    refresh: () => directory.refresh(),
    logIn: (input) => logIn({ attempts, passwords, sessions }, input),
    checkPassword: (login, password) => checkPassword(attempts, passwords, login, password),
    logOut: (session) => sessions.end(session),
    logOutEverywhere: (person) => sessions.endAll(person),
    async readerOfSession(token) {
      const session = await sessions.find(token);
      if (session === undefined) return undefined;
      await directory.freshen();
      const reader = directory.reader(session.person);
      return reader && { via: "session", reader, csrf: session.csrf, session: session.hash };
    },
    async readerOfToken(token) {
      const person = await tokens.find(token);
      if (person === undefined) return undefined;
      await directory.freshen();
      const reader = directory.reader(person);
      return reader && { via: "token", reader };
    },
    tokens,
    organisation: makeUnits(context, change),
    staff: makePersons(context, change, passwords, sessions),
    grants: makeGrants(context, change, options.roles === undefined ? undefined : new Set(options.roles)),
    delegations: makeDelegations(context, change),
    shifts: makeShifts(context, change),
  };
}
