import { buffer } from "node:stream/consumers";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { Id } from "../api/index.ts";
import type { CaseService } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { Evidence } from "../evidence/index.ts";
import { standardProblem } from "../http/index.ts";
import type { People } from "../people/index.ts";
import { casePaper } from "./case-paper.ts";

export interface PaperRouteOptions {
  readonly city: City;
  readonly cases: Pick<CaseService, "detail" | "procedures">;
  readonly evidence: Pick<Evidence, "thumbnail">;
  readonly directory: Pick<People["directory"], "person">;
  readonly now: () => number;
  readonly log: (message: string, error: unknown) => void;
}

/** A case on paper. */
export function paperRoutes({
  city,
  cases,
  evidence,
  directory,
  now,
  log,
}: PaperRouteOptions): FastifyPluginAsyncTypebox {
  const { calendar } = city;

  /** A picture that is gone must not cost the page: it says that it cannot be shown. */
  async function picture(hash: string): Promise<Buffer | undefined> {
    try {
      const opened = await evidence.thumbnail(hash);
      return opened && (await buffer(opened.read()));
    } catch (error) {
      log(`The photo ${hash} cannot be printed`, error);
      return undefined;
    }
  }

  return async (app) => {
    app.get(
      "/api/cases/:no/page.pdf",
      {
        schema: {
          tags: ["cases"],
          summary: "One case on paper (PDF), as this person may see it",
          params: Type.Object({ no: Id }),
          querystring: Type.Object({ language: Type.Optional(Type.Union([Type.Literal("zh"), Type.Literal("en")])) }),
          produces: ["application/pdf"],
        },
      },
      async (request, reply) => {
        const { reader } = request;
        const detail = await cases.detail(reader, request.params.no);
        const procedure = detail && cases.procedures.get(detail.procedure);
        if (!detail || !procedure) throw standardProblem("not-found");
        const name = directory.person(reader.person)?.name ?? { zh: reader.person, en: reader.person };
        const content = await casePaper({
          detail,
          city: city.name,
          procedure: procedure.title,
          stateTitle: (state) => procedure.states[state]?.title ?? { zh: state, en: state },
          reader: name,
          language: request.query.language ?? request.language,
          now: now(),
          localTime: (at) => `${calendar.localDate(at)} ${calendar.localTime(at)}`,
          picture,
        });
        return reply
          .header("content-disposition", `inline; filename="${detail.no}.pdf"`)
          .type("application/pdf")
          .send(content);
      },
    );
  };
}
