import { Type } from "typebox";
import { Delegation, DelegationInput, Grant, GrantInput, Id } from "../../api/index.ts";
import { standardProblem } from "../../http/index.ts";
import { presentDelegation, presentGrant } from "../present.ts";
import { mayAdminister } from "../reader.ts";
import {
  administratorOnly,
  answers,
  ById,
  created,
  noteChange,
  nothing,
  sessionOnly,
  settle,
  type Routes,
} from "./tools.ts";

/** Roles that persons hold, and lend to each other. */
export const grantRoutes: Routes =
  ({ people }) =>
  async (app) => {
    const tags = ["people"];
    const { directory } = people;
    const OfPerson = Type.Object({ id: Id, grant: Id });
    const allGrants = () => directory.persons().flatMap((person) => person.grants);
    const grantOf = (id: string): Grant => {
      const grant = allGrants().find((one) => one.id === id);
      if (grant === undefined) throw standardProblem("not-found");
      return presentGrant(directory, grant);
    };

    app.post(
      "/api/people/:id/grants",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Give a person a role", params: ById, body: GrantInput, response: created(Grant) },
      },
      async (request, reply) => {
        const id = settle(reply, await people.grants.add(request.params.id, request.body));
        noteChange(request, "grant added", { person: request.params.id, grant: id, ...request.body });
        return reply.code(201).send(grantOf(id));
      },
    );

    app.put(
      "/api/people/:id/grants/:grant",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Change a role held", params: OfPerson, body: GrantInput, response: answers(Grant) },
      },
      async (request, reply) => {
        const { id, grant } = request.params;
        settle(reply, await people.grants.change(id, grant, request.body));
        noteChange(request, "grant changed", { person: id, grant, ...request.body });
        return grantOf(grant);
      },
    );

    app.delete(
      "/api/people/:id/grants/:grant",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Take a role away", params: OfPerson, response: nothing },
      },
      async (request, reply) => {
        const { id, grant } = request.params;
        settle(reply, await people.grants.remove(id, grant));
        noteChange(request, "grant removed", { person: id, grant });
        return reply.code(204).send(null);
      },
    );

    app.get(
      "/api/delegations",
      {
        schema: {
          tags,
          summary: "Roles I lent and was lent; all of them for an administrator",
          response: answers(Type.Array(Delegation)),
        },
      },
      async (request) => {
        const me = request.reader.person;
        const all = mayAdminister(request.reader);
        return allGrants()
          .filter((grant) => all || grant.person === me || grant.delegatedFrom === me)
          .flatMap((grant) => presentDelegation(directory, grant) ?? [])
          .sort((one, other) => one.validFrom.localeCompare(other.validFrom));
      },
    );

    app.post(
      "/api/delegations",
      {
        preHandler: sessionOnly,
        schema: { tags, summary: "Lend a role of mine", body: DelegationInput, response: created(Delegation) },
      },
      async (request, reply) => {
        const id = settle(reply, await people.delegations.add(request.reader.person, request.body));
        noteChange(request, "delegation added", { id, ...request.body });
        const lent = allGrants().find((grant) => grant.id === id);
        const delegation = lent && presentDelegation(directory, lent);
        if (delegation === undefined) throw standardProblem("not-found");
        return reply.code(201).send(delegation);
      },
    );

    app.delete(
      "/api/delegations/:id",
      { schema: { tags, summary: "End a delegation", params: ById, response: nothing } },
      async (request, reply) => {
        const { reader } = request;
        settle(reply, await people.delegations.remove(request.params.id, reader.person, mayAdminister(reader)));
        noteChange(request, "delegation ended", request.params);
        return reply.code(204).send(null);
      },
    );
  };
