import type { FastifyPluginAsync } from "fastify";
import type { Access, People } from "../people/index.ts";
import type { Database } from "../store/index.ts";
import { buildApp, makeLog, type AppOptions } from "./index.ts";

/** For tests of the house itself: no database, one person with one session and one token, and the routes of the test. */
export async function makeHouse(
  routes: FastifyPluginAsync,
  {
    options = {},
    database = async () => [],
  }: { options?: Partial<AppOptions>; database?: () => Promise<never[]> } = {},
) {
  const lines: string[] = [];
  const log = makeLog({ level: "trace", stream: { write: (line) => void lines.push(line) } });
  const reader = { person: "lin", language: "en", grants: [] } as const;
  const bySession: Access = { via: "session", reader, csrf: "proof", session: "hash" };
  const people = {
    readerOfSession: async (token: string) => (token === "good" ? bySession : undefined),
    readerOfToken: async (token: string) => (token === "xh_good" ? { via: "token" as const, reader } : undefined),
  };
  const services = {
    db: stub<Database>({ query: database }),
    city: { code: "4108", name: { zh: "焦作市", en: "Jiaozuo" }, zone: "Asia/Shanghai", demo: false },
    now: () => 0,
    people: stub<People>(people),
    log,
  };
  const app = await buildApp(services, { capabilities: [routes], ...options });
  return { app, lines };
}

/** As much of a thing as these tests touch; anything else fails loudly. */
function stub<T extends object>(part: Partial<T> | object): T {
  return new Proxy<T>(Object.create(null), {
    get(_, key) {
      if (!(key in part)) throw new Error(`The stub has no ${String(key)}`);
      return Reflect.get(part, key);
    },
  });
}

export const session = { cookie: "xiuhua_session=good" };
export const proof = { ...session, "x-csrf-token": "proof" };
