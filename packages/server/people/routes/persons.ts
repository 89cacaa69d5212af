import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { PasswordInput, PeopleFilter, Person, PersonInput } from "../../api/index.ts";
import { standardProblem } from "../../http/index.ts";
import { presentPerson } from "../present.ts";
import { mayAdminister } from "../reader.ts";
import { findPersons } from "../find-persons.ts";
import { administratorOnly, answers, ById, created, noteChange, nothing, settle, type Routes } from "./tools.ts";

/** The staff: everybody sees names and roles, for choosing whom to send; administrators see and change the rest. */
export const personRoutes: Routes =
  ({ people }) =>
  async (app) => {
    const tags = ["people"];
    const { directory } = people;
    const lockedFor = (request: FastifyRequest) =>
      mayAdminister(request.reader) ? people.staff.locked() : Promise.resolve(undefined);
    const personOf = async (id: string): Promise<Person> => {
      const person = directory.person(id);
      if (person === undefined) throw standardProblem("not-found");
      return presentPerson(directory, person, await people.staff.locked());
    };

    app.get(
      "/api/people",
      {
        schema: {
          tags,
          summary: "The staff, narrowed by unit, role and words",
          querystring: PeopleFilter,
          response: answers(Type.Array(Person)),
        },
      },
      async (request) => {
        const locked = await lockedFor(request);
        const found = findPersons(directory, request.query, locked !== undefined);
        return found.map((person) => presentPerson(directory, person, locked));
      },
    );

    app.get(
      "/api/people/:id",
      { schema: { tags, summary: "One person", params: ById, response: answers(Person) } },
      async (request) => {
        const person = directory.person(request.params.id);
        if (person === undefined) throw standardProblem("not-found");
        return presentPerson(directory, person, await lockedFor(request));
      },
    );

    app.post(
      "/api/people",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Add a person", body: PersonInput, response: created(Person) },
      },
      async (request, reply) => {
        const id = settle(reply, await people.staff.add(request.body));
        noteChange(request, "person added", { id, login: request.body.login });
        return reply.code(201).send(await personOf(id));
      },
    );

    app.put(
      "/api/people/:id",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Change a person", params: ById, body: PersonInput, response: answers(Person) },
      },
      async (request, reply) => {
        const { id } = request.params;
        settle(reply, await people.staff.change(id, request.body));
        noteChange(request, "person changed", { id, login: request.body.login, active: request.body.active });
        return personOf(id);
      },
    );

    app.post(
      "/api/people/:id/password",
      {
        preHandler: administratorOnly,
        schema: {
          tags,
          summary: "Set a person's password; ends their sessions",
          params: ById,
          body: PasswordInput,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        settle(reply, await people.staff.setPassword(id, request.body.password));
        noteChange(request, "password set", { id });
        return reply.code(204).send(null);
      },
    );

    app.post(
      "/api/people/:id/unlock",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Let a locked person try again", params: ById, response: nothing },
      },
      async (request, reply) => {
        settle(reply, await people.staff.unlock(request.params.id));
        noteChange(request, "unlocked", request.params);
        return reply.code(204).send(null);
      },
    );
  };
