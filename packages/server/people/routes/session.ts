import type { FastifyInstance, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { DemoAccount, LogIn, Me } from "../../api/index.ts";
import { clearSessionCookie, problem, setSessionCookie, standardProblem, type BaseServices } from "../../http/index.ts";
import { presentDemoAccount, presentMe } from "../present.ts";
import { sessionSeconds } from "../sessions.ts";
import { refusedLogIn } from "./refuse-log-in.ts";
import { answers, nothing, type Routes } from "./tools.ts";

/** Log-ins a minute from one address: a whole office comes in behind one, and all at eight o'clock. */
const perAddress = 60;
/** Log-ins a minute for one login: nobody mistypes faster. */
const perLogin = 10;

/** Logging in and out. */
export const sessionRoutes: Routes = (services) => async (app) => {
  const { people, city, now } = services;
  const limit = limitLogIns(app);

  app.post(
    "/api/session",
    {
      config: { public: true },
      schema: { tags: ["session"], summary: "Log in", security: [], body: LogIn, response: answers(Me) },
    },
    async (request, reply) => {
      await limit(request, request.body.login.trim().toLowerCase());
      const result = await people.logIn({ ...request.body, agent: request.headers["user-agent"] });
      if (!result.ok) throw refusedLogIn(result, now(), city.zone);
      const access = await people.readerOfSession(result.token);
      const person = people.directory.person(result.person);
      if (access === undefined || person === undefined) throw standardProblem("not-logged-in");
      setSessionCookie(request, reply, result.token, sessionSeconds);
      return presentMe(people.directory, person, access, cityOf(services));
    },
  );

  app.delete(
    "/api/session",
    {
      schema: {
        tags: ["session"],
        summary: "Log out, here or everywhere",
        querystring: Type.Object({ everywhere: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
        response: nothing,
      },
    },
    async (request, reply) => {
      if (request.query.everywhere === true) await people.logOutEverywhere(request.reader.person);
      else if (request.access?.via === "session") await people.logOut(request.access.session);
      clearSessionCookie(request, reply);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/api/demo/accounts",
    {
      config: { public: true },
      schema: {
        tags: ["session"],
        summary: "The accounts of a demo city",
        security: [],
        response: answers(Type.Array(DemoAccount)),
      },
    },
    async () => {
      if (!city.demo) throw problem(404, "not-found", { zh: "这不是演示城市。", en: "This is not a demo city." });
      const shown = people.persons().filter((person) => person.demo && person.active);
      return shown.map((person) => presentDemoAccount(people.directory, person));
    },
  );
};

export function cityOf({ city: { code, name, zone, demo } }: BaseServices): Me["city"] {
  return { code, name, zone, demo };
}

function limitLogIns(app: FastifyInstance): (request: FastifyRequest, login: string) => Promise<void> {
  const logins = new WeakMap<FastifyRequest, string>();
  const byAddress = app.createRateLimit({ max: perAddress, timeWindow: "1 minute" });
  const byLogin = app.createRateLimit({
    max: perLogin,
    timeWindow: "1 minute",
    keyGenerator: (request) => `login ${logins.get(request) ?? ""}`,
  });
  return async (request, login) => {
    logins.set(request, login);
    for (const check of [byAddress, byLogin]) {
      const result = await check(request);
      if (!result.isAllowed && result.isExceeded)
        throw standardProblem("too-many-requests", { retryAfter: result.ttlInSeconds });
    }
  };
}
