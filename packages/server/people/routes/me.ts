import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { ApiToken, ApiTokenInput, Me, MePatch, NewApiToken, PasswordChange } from "../../api/index.ts";
import { problem, standardProblem } from "../../http/index.ts";
import { presentMe } from "../present.ts";
import { refusedLogIn } from "./refuse-log-in.ts";
import { cityOf } from "./session.ts";
import { answers, ById, created, noteChange, nothing, sessionOnly, settle, type Routes } from "./tools.ts";

/** What a person does about themself. */
export const meRoutes: Routes = (services) => async (app) => {
  const { people, city, now } = services;

  const self = (request: FastifyRequest) => {
    const person = people.directory.person(request.reader.person);
    if (person === undefined || request.access === null) throw standardProblem("not-logged-in");
    return { person, access: request.access };
  };
  const me = (request: FastifyRequest) => {
    const { person, access } = self(request);
    return presentMe(people.directory, person, access, cityOf(services));
  };

  app.get("/api/me", { schema: { tags: ["me"], summary: "Who I am", response: answers(Me) } }, async (request) =>
    me(request),
  );

  app.patch(
    "/api/me",
    { schema: { tags: ["me"], summary: "Change my own settings", body: MePatch, response: answers(Me) } },
    async (request, reply) => {
      const { language } = request.body;
      if (language !== undefined) settle(reply, await people.staff.setLanguage(request.reader.person, language));
      return me(request);
    },
  );

  app.post(
    "/api/me/password",
    {
      preHandler: sessionOnly,
      schema: {
        tags: ["me"],
        summary: "Change my password; ends my other sessions",
        body: PasswordChange,
        response: nothing,
      },
    },
    async (request, reply) => {
      const { person, access } = self(request);
      const checked = await people.checkPassword(person.login, request.body.current);
      if (!checked.ok) throw wrongCurrent(checked, now(), city.zone);
      const keep = access.via === "session" ? access.session : undefined;
      settle(reply, await people.staff.setPassword(person.id, request.body.password, keep));
      noteChange(request, "own password", { person: person.id });
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/api/me/tokens",
    { schema: { tags: ["me"], summary: "My API tokens", response: answers(Type.Array(ApiToken)) } },
    async (request) => people.tokens.list(request.reader.person),
  );

  app.post(
    "/api/me/tokens",
    {
      preHandler: sessionOnly,
      schema: {
        tags: ["me"],
        summary: "Make an API token; it is shown this once",
        body: ApiTokenInput,
        response: created(NewApiToken),
      },
    },
    async (request, reply) => {
      const token = settle(reply, await people.tokens.create(request.reader.person, request.body));
      noteChange(request, "token made", { id: token.id });
      return reply.code(201).send(token);
    },
  );

  app.delete(
    "/api/me/tokens/:id",
    { schema: { tags: ["me"], summary: "Remove an API token", params: ById, response: nothing } },
    async (request, reply) => {
      settle(reply, await people.tokens.remove(request.reader.person, request.params.id));
      noteChange(request, "token removed", { id: request.params.id });
      return reply.code(204).send(null);
    },
  );
};

/** The person is logged in, so a wrong password is a wrong field here and no reason to log in again. */
function wrongCurrent(refused: Parameters<typeof refusedLogIn>[0], now: number, zone: string) {
  if (refused.reason === "locked") return refusedLogIn(refused, now, zone);
  const message = { zh: "当前密码不正确", en: "The current password is wrong" };
  return problem(422, "invalid-input", message, [{ field: "/current", message }]);
}
