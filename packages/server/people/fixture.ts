import { vi } from "vitest";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import type { Me, Problem } from "../api/index.ts";
import { buildApp, makeLog } from "../http/index.ts";
import type { Database } from "../store/index.ts";
import { sql } from "../store/index.ts";
import { makePeople, type People } from "./people.ts";
import { peopleRoutes } from "./routes.ts";

/** For tests: a small city with an administrator, its server, and a clock that stands until it is moved. */
export interface Town {
  readonly city: string;
  readonly people: People;
  readonly app: FastifyInstance;
  readonly log: readonly string[];
  now(): number;
  /** Moves the clock; milliseconds. */
  pass(milliseconds: number): void;
  /** An instant so far from now, as the API writes it. */
  at(milliseconds: number): string;
  logIn(login: string, password?: string): Promise<Client>;
  /** The same client each time. */
  client(login: string): Promise<Client>;
  /** Without any session. */
  ask(options: InjectOptions): Promise<LightMyRequestResponse>;
}

/** Somebody who is logged in. */
export interface Client {
  readonly me: Me;
  readonly cookie: string;
  /** A request with the session's cookie, and, unless it reads, with the proof that it is meant. */
  ask(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", url: string, body?: object): Promise<LightMyRequestResponse>;
}

/** One town for tests that change nothing in it: a table of bad inputs, say. */
export function sharedTown(open: () => Promise<Database>): () => Promise<Town> {
  let town: Promise<Town> | undefined;
  return () => (town ??= open().then((db) => makeTown(db)));
}

export const password = "correct horse";
/** Argon2's least, so that tests do not wait for what is meant to be slow. */
export const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
export const minutes = 60_000;
export const hours = 60 * minutes;

// A town is some dozens of statements; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

let towns = 0;

/** @param demo whether it is a demo city; the accounts are then listed */
export async function makeTown(db: Database, { demo = false } = {}): Promise<Town> {
  towns += 1;
  const city = `town-${towns}`;
  let clock = Date.UTC(2026, 2, 2, 0, 0, 0);
  const lines: string[] = [];
  const log = makeLog({ level: "trace", stream: { write: (line) => void lines.push(line) } });
  const now = () => clock;
  await db.query(sql`
    insert into area (city, code, level, name)
    select ${city}, code, 'district', jsonb_build_object('zh', code, 'en', code)
    from unnest(${["410802", "410811"]}::text[]) code`);
  const roles = ["administrator", "collector", "dispatcher", "shiftLeader"];
  const people = await makePeople({ db, city, now, roles, passwordCost: cheap });
  const name = { zh: "测试市", en: "Test" };
  const services = { db, city: { code: city, name, zone: "Asia/Shanghai", demo }, now, people, log };
  const app = await buildApp(services, { capabilities: [peopleRoutes(services)] });
  await settle(people.organisation.add({ id: "bureau", kind: "bureau", name: { zh: "城管局", en: "Bureau" } }));
  await settle(
    people.organisation.add({ id: "brigade", parent: "bureau", kind: "brigade", name: { zh: "支队", en: "Brigade" } }),
  );
  await addPerson(people, "admin", { zh: "管理员", en: "Admin" }, "administrator", "bureau", demo);
  await addPerson(people, "lin", { zh: "林晓", en: "Lin Xiao" }, "dispatcher", "bureau", demo);
  await addPerson(people, "zhao", { zh: "赵明", en: "Zhao Ming" }, "collector", "brigade", demo);

  const clients = new Map<string, Promise<Client>>();
  const town: Town = {
    city,
    people,
    app,
    log: lines,
    now,
    pass: (milliseconds) => void (clock += milliseconds),
    at: (milliseconds) => new Date(clock + milliseconds).toISOString(),
    ask: (options) => app.inject(options),
    client(login) {
      const client = clients.get(login) ?? town.logIn(login);
      clients.set(login, client);
      return client;
    },
    async logIn(login, secret = password) {
      const answer = await app.inject({ method: "POST", url: "/api/session", payload: { login, password: secret } });
      if (answer.statusCode !== 200) throw new Error(`No log-in for ${login}: ${answer.body}`);
      const me = answer.json<Me>();
      const cookie = cookieOf(answer);
      return {
        me,
        cookie,
        ask: (method, url, body) =>
          app.inject({
            method,
            url,
            headers: { cookie, ...(method === "GET" ? {} : { "x-csrf-token": me.csrf }) },
            ...(body === undefined ? {} : { payload: body }),
          }),
      };
    },
  };
  return town;
}

export function cookieOf(answer: LightMyRequestResponse): string {
  const [cookie] = answer.cookies;
  return cookie === undefined ? "" : `${cookie.name}=${cookie.value}`;
}

/** What a problem answer says: its status, the code at the end of its type and the fields it names. */
export function faults(answer: LightMyRequestResponse) {
  const problem = answer.json<Problem>();
  return {
    status: answer.statusCode,
    code: problem.type.replace("urn:xiuhua:problem:", ""),
    fields: (problem.problems ?? []).map((one) => one.field),
  };
}

async function addPerson(
  people: People,
  login: string,
  name: { zh: string; en: string },
  role: string,
  unit: string,
  demo: boolean,
): Promise<void> {
  await settle(people.staff.add({ login, name, password }, { id: login, demo }));
  await settle(people.grants.add(login, { role, unit }));
}

async function settle(outcome: Promise<{ ok: boolean }>): Promise<void> {
  const result = await outcome;
  if (!result.ok) throw new Error(JSON.stringify(result));
}
