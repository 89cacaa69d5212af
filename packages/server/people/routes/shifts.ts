import { Type } from "typebox";
import { Shift, ShiftFilter, ShiftInput } from "../../api/index.ts";
import { administratorOnly, answers, ById, created, noteChange, nothing, settle, type Routes } from "./tools.ts";

/** Who is on duty when: everybody reads it, administrators plan it. */
export const shiftRoutes: Routes =
  ({ people: { shifts } }) =>
  async (app) => {
    const tags = ["people"];

    app.get(
      "/api/shifts",
      {
        schema: {
          tags,
          summary: "Shifts that touch a stretch of time; the next seven days unless said",
          querystring: ShiftFilter,
          response: answers(Type.Array(Shift)),
        },
      },
      async (request, reply) => settle(reply, await shifts.list(request.query)),
    );

    app.post(
      "/api/shifts",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Plan a shift", body: ShiftInput, response: created(Shift) },
      },
      async (request, reply) => {
        const shift = settle(reply, await shifts.add(request.body));
        noteChange(request, "shift added", shift);
        return reply.code(201).send(shift);
      },
    );

    app.put(
      "/api/shifts/:id",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Change a shift", params: ById, body: ShiftInput, response: answers(Shift) },
      },
      async (request, reply) => {
        const shift = settle(reply, await shifts.change(request.params.id, request.body));
        noteChange(request, "shift changed", shift);
        return shift;
      },
    );

    app.delete(
      "/api/shifts/:id",
      { preHandler: administratorOnly, schema: { tags, summary: "Remove a shift", params: ById, response: nothing } },
      async (request, reply) => {
        settle(reply, await shifts.remove(request.params.id));
        noteChange(request, "shift removed", request.params);
        return reply.code(204).send(null);
      },
    );
  };
