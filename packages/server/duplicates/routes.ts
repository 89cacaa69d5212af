import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { DuplicateQuery, Duplicates, Id } from "../api/index.ts";
import { problem } from "../http/index.ts";
import type { DuplicateFinder } from "./duplicates.ts";

const tags = ["cases"];

/** Cases that may be about the same, for whoever reports and whoever screens. */
export function duplicateRoutes(duplicates: DuplicateFinder): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/cases/duplicates",
      {
        schema: {
          tags,
          summary: "Unfinished cases that a report may repeat, the likeliest first, with reasons",
          querystring: DuplicateQuery,
          response: { 200: Duplicates },
        },
      },
      ({ reader, query }) => duplicates.ofReport(reader, query),
    );
    app.get(
      "/api/cases/:no/duplicates",
      {
        schema: {
          tags,
          summary: "Unfinished cases that this one may repeat; those nearly certain with the merge begun",
          params: Type.Object({ no: Id }),
          response: { 200: Duplicates },
        },
      },
      async ({ reader, params }) => {
        const found = await duplicates.ofCase(reader, params.no);
        if (!found)
          throw problem(404, "not-found", {
            zh: "没有这个案件，或您无权查看",
            en: "There is no such case, or you may not see it",
          });
        return found;
      },
    );
  };
}
