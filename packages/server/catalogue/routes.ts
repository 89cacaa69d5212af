import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Catalogue, CatalogueType as Entry } from "@xiuhua/core/catalogue";
import { Type } from "typebox";
import { CatalogueClass, CatalogueType } from "../api/index.ts";
import { problem } from "../http/index.ts";

const tags = ["catalogue"];

export interface CatalogueRouteOptions {
  readonly catalogue: Catalogue;
  /** Units that could be responsible for a type at a point, best first. */
  readonly responsible: (type: string, point: { lng: number; lat: number } | undefined) => readonly string[];
}

/** What the city manages: look up and search. */
export function catalogueRoutes({ catalogue, responsible }: CatalogueRouteOptions): FastifyPluginAsyncTypebox {
  const Point = { lng: Type.Optional(Type.Number()), lat: Type.Optional(Type.Number()) };
  const answer = (type: Entry, { lng, lat }: { lng?: number; lat?: number }): CatalogueType => ({
    code: type.code,
    kind: type.kind,
    classCode: type.classCode,
    name: { ...type.matter },
    ...(type.code2013 === undefined ? {} : { code2013: type.code2013 }),
    criteria: type.criteria.map(({ id, when, done, limit }) => ({
      id,
      when: { ...when },
      done: { ...done },
      limit: { ...limit },
    })),
    departments: [...responsible(type.code, lng === undefined || lat === undefined ? undefined : { lng, lat })],
  });
  return async (app) => {
    app.get(
      "/api/catalogue/classes",
      { schema: { tags, summary: "The classes of both code families", response: { 200: Type.Array(CatalogueClass) } } },
      () => catalogue.classes.map(({ kind, code, name }) => ({ kind, code, name: { ...name } })),
    );
    app.get(
      "/api/catalogue/types",
      {
        schema: {
          tags,
          summary: "Types by Chinese name, pinyin, initials, English or code",
          querystring: Type.Object({
            search: Type.Optional(Type.String({ maxLength: 60 })),
            class: Type.Optional(Type.String({ maxLength: 12 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 400 })),
            ...Point,
          }),
          response: { 200: Type.Array(CatalogueType) },
        },
      },
      ({ query }) => {
        const found = query.search?.trim()
          ? catalogue.search(query.search, query.limit ?? 30)
          : catalogue.types.slice(0, query.limit ?? 400);
        return found
          .filter((type) => query.class === undefined || type.classCode === query.class)
          .map((type) => answer(type, query));
      },
    );
    app.get(
      "/api/catalogue/types/:code",
      {
        schema: {
          tags,
          summary: "One type with its criteria",
          params: Type.Object({ code: Type.String({ maxLength: 20 }) }),
          querystring: Type.Object(Point),
          response: { 200: CatalogueType },
        },
      },
      (request) => {
        const type = catalogue.type(request.params.code);
        if (!type) throw problem(404, "not-found", { zh: "没有这个案件类别", en: "There is no such type" });
        return answer(type, request.query);
      },
    );
  };
}
