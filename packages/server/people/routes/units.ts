import { Type } from "typebox";
import { Unit, UnitInput } from "../../api/index.ts";
import { standardProblem } from "../../http/index.ts";
import { administratorOnly, answers, ById, created, noteChange, nothing, settle, type Routes } from "./tools.ts";

/** The organisation tree: everybody reads it, administrators change it. */
export const unitRoutes: Routes =
  ({ people }) =>
  async (app) => {
    const tags = ["organisation"];
    const unitOf = (id: string): Unit => {
      const unit = people.directory.unit(id);
      if (unit === undefined) throw standardProblem("not-found");
      return unit;
    };

    app.get("/api/units", { schema: { tags, summary: "All units", response: answers(Type.Array(Unit)) } }, async () => [
      ...people.units(),
    ]);

    app.post(
      "/api/units",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Add a unit", body: UnitInput, response: created(Unit) },
      },
      async (request, reply) => {
        settle(reply, await people.organisation.add(request.body));
        noteChange(request, "unit added", request.body);
        return reply.code(201).send(unitOf(request.body.id));
      },
    );

    app.put(
      "/api/units/:id",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Change a unit", params: ById, body: UnitInput, response: answers(Unit) },
      },
      async (request, reply) => {
        settle(reply, await people.organisation.change(request.params.id, request.body));
        noteChange(request, "unit changed", request.body);
        return unitOf(request.params.id);
      },
    );

    app.delete(
      "/api/units/:id",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Remove a unit that was never used", params: ById, response: nothing },
      },
      async (request, reply) => {
        settle(reply, await people.organisation.remove(request.params.id));
        noteChange(request, "unit removed", request.params);
        return reply.code(204).send(null);
      },
    );
  };
