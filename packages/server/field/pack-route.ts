import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyPluginAsync } from "fastify";
import { Type } from "typebox";
import { FieldPack } from "../api/index.ts";
import { problem } from "../http/index.ts";
import type { FieldContext } from "./context.ts";
import type { Field } from "./field.ts";
import { ownArea } from "./me.ts";

const unpack = promisify(gunzip);

/** What a phone takes along, by its content's tag: asked for again it costs a few bytes. */
export function packRoute(field: Field, { places }: Pick<FieldContext, "places">): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Querystring: { area?: string } }>(
      "/api/field/pack",
      {
        schema: {
          tags: ["field"],
          summary: "What a phone keeps for working without a network: types, outlines, roads and names, forms, phrases",
          description: "By ETag; gzip. Of the area named, else of my own.",
          querystring: Type.Object(
            { area: Type.Optional(Type.String({ pattern: "^([0-9]{4,12})?$" })) },
            { additionalProperties: false },
          ),
          response: { 200: FieldPack },
        },
      },
      async (request, reply) => {
        const named = request.query.area;
        if (named !== undefined && named !== "" && places.area(named) === undefined)
          throw problem(404, "not-found", { zh: "没有这个区域", en: "There is no such area" });
        const area = named === undefined || named === "" ? ownArea(request.reader) : named;
        const { etag, gzipped } = await field.pack(request.reader, area);
        void reply.header("etag", etag).header("cache-control", "private, no-cache").header("vary", "accept-encoding");
        if (tagsOf(request.headers["if-none-match"]).includes(etag)) return reply.code(304).send();
        void reply.type("application/json; charset=utf-8");
        const zips = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
        // Bytes go out as they are, past the schema's own serialiser.
        return zips ? reply.header("content-encoding", "gzip").send(gzipped) : reply.send(await unpack(gzipped));
      },
    );
  };
}

/** The tags of a request, weak or strong: a pack is the same to us by either. */
const tagsOf = (header: string | undefined): string[] =>
  (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
