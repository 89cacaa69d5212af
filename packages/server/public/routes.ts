import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { PublicPage, PublicProcedure, PublicQuery } from "../api/index.ts";
import { limitByAddress, problem } from "../http/index.ts";
import { makePublished, type PublishedOptions } from "./published.ts";

const tags = ["public"];
const open = { public: true };
/** Pages a minute from one address: many phones stand behind one address of a mobile network. */
const perMinute = 120;

/** What is published, for anybody. */
export function publicRoutes(options: PublishedOptions): FastifyPluginAsyncTypebox {
  const published = makePublished(options);
  return async (app) => {
    const onRequest = limitByAddress(app, "public", perMinute);
    app.get(
      "/api/public/procedures",
      {
        config: open,
        onRequest,
        schema: {
          tags,
          summary: "Procedures that publish something",
          security: [],
          response: { 200: Type.Array(PublicProcedure) },
        },
      },
      async () => published.procedures(),
    );
    app.get(
      "/api/public/cases",
      {
        config: open,
        onRequest,
        schema: {
          tags,
          summary: "What a procedure publishes, newest first, a page at a time",
          security: [],
          querystring: PublicQuery,
          response: { 200: PublicPage },
        },
      },
      async (request) => {
        const page = await published.cases(request.query);
        if (!page)
          throw problem(404, "not-found", {
            zh: "没有这个业务流程，或它不对外公示。",
            en: "There is no such procedure, or it publishes nothing.",
          });
        return page;
      },
    );
  };
}
