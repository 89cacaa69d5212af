import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { describe, diagram, openings } from "@xiuhua/core/procedure";
import { Type } from "typebox";
import { Id } from "../api/index.ts";
import { problem } from "../http/index.ts";
import type { CaseService } from "./service.ts";

const tags = ["procedures"];

/** The procedures as data: what the console draws its forms, queues and words from. */
export function procedureRoutes(cases: CaseService): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/procedures",
      { schema: { tags, summary: "Every procedure, and how this person may open a case of it" } },
      (request) => {
        const roles = request.reader.grants.map((grant) => grant.role);
        return [...cases.procedures.values()].map((procedure) => ({
          ...describe(procedure),
          openings: openings(procedure, roles),
        }));
      },
    );
    app.get(
      "/api/procedures/:id/diagram",
      {
        schema: {
          tags,
          summary: "The procedure as a Mermaid state diagram",
          params: Type.Object({ id: Id }),
          querystring: Type.Object({ language: Type.Optional(Type.Union([Type.Literal("zh"), Type.Literal("en")])) }),
        },
      },
      (request, reply) => {
        const procedure = cases.procedures.get(request.params.id);
        if (!procedure) throw problem(404, "not-found", { zh: "没有这个业务流程", en: "There is no such procedure" });
        return reply
          .type("text/plain; charset=utf-8")
          .send(diagram(procedure, request.query.language ?? request.language));
      },
    );
  };
}
