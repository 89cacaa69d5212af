import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { CaseTileQuery, MapDescription, TileAddress } from "../api/index.ts";
import { standardProblem } from "../http/index.ts";
import { makeBaseTiles, type BaseSources } from "./base-tile.ts";
import { makeBasemaps, type BasemapOptions } from "./basemap.ts";
import { makeCaseTiles, type CaseTileOptions } from "./case-tile.ts";
import { componentTile } from "./component-tile.ts";
import { describeMap } from "./describe.ts";
import { mapSettings } from "./settings.ts";
import { tiandituLayers, type FetchedTile } from "./tianditu.ts";
import { exists } from "./tile.ts";

const tags = ["map"];
const mediaType = "application/vnd.mapbox-vector-tile";
/** Seconds for which a tile that is asked for by its version may be kept: that version never changes. */
const keptSeconds = 30 * 24 * 3600;
/** Seconds for which a tile of another map may be kept. */
const outsideSeconds = 24 * 3600;

export interface MapOptions extends CaseTileOptions, BaseSources, Omit<BasemapOptions, "base"> {}

/** A tile of another map; an empty place where there is none. */
function outside(reply: FastifyReply, found: FetchedTile | undefined): FastifyReply {
  if (!found) return reply.code(204).send();
  return reply.type(found.mediaType).header("cache-control", `private, max-age=${outsideSeconds}`).send(found.data);
}

/** The map's tiles. */
export function mapRoutes(options: MapOptions): FastifyPluginAsyncTypebox {
  const caseTile = makeCaseTiles(options);
  const base = makeBaseTiles(options);
  const basemaps = makeBasemaps({ ...options, base: options.city.settings(mapSettings).base });
  return async (app) => {
    app.get(
      "/api/map",
      { schema: { tags, summary: "What the map is made of", response: { 200: MapDescription } } },
      async () => describeMap(options, await base.version(), basemaps),
    );
    app.get(
      "/api/map/base/:z/:x/:y.mvt",
      {
        schema: {
          tags,
          summary: "The city's own map: areas, roads, names, grid; as a vector tile",
          params: TileAddress,
          querystring: Type.Object({
            v: Type.Optional(Type.String({ maxLength: 40, description: "`version` of /api/map: then it may be kept" })),
          }),
          produces: [mediaType],
        },
      },
      async (request, reply) => {
        if (!exists(request.params)) throw standardProblem("not-found");
        const version = await base.version();
        const etag = `"${version}"`;
        const kept = request.query.v === version ? `private, max-age=${keptSeconds}, immutable` : "private, no-cache";
        void reply.header("cache-control", kept).header("etag", etag);
        if (request.headers["if-none-match"] === etag) return reply.code(304).send();
        return reply.type(mediaType).send(await base.tile(request.params));
      },
    );
    app.get(
      "/api/map/tianditu/:layer/:z/:x/:y",
      {
        schema: {
          tags,
          summary: "A tile of Tianditu, fetched with the city's own key",
          params: Type.Object({
            layer: Type.Union(tiandituLayers.map((one) => Type.Literal(one))),
            ...TileAddress.properties,
          }),
        },
      },
      async ({ params: { layer, ...tile } }, reply) => {
        if (!exists(tile)) throw standardProblem("not-found");
        return outside(reply, await basemaps.tianditu(layer, tile));
      },
    );
    app.get(
      "/api/map/archive/:z/:x/:y",
      { schema: { tags, summary: "A tile of the city's PMTiles archive", params: TileAddress } },
      async ({ params }, reply) => {
        if (!exists(params)) throw standardProblem("not-found");
        return outside(reply, await basemaps.archive(params));
      },
    );
    app.get(
      "/api/map/components/:z/:x/:y.mvt",
      {
        schema: {
          tags,
          summary: "Components, from zoom 16, as a vector tile",
          params: TileAddress,
          produces: [mediaType],
        },
      },
      async (request, reply) => {
        if (!exists(request.params)) throw standardProblem("not-found");
        return reply.type(mediaType).send(await componentTile(options, request.params));
      },
    );
    app.get(
      "/api/map/cases/:z/:x/:y.mvt",
      {
        schema: {
          tags,
          summary: "Cases this person may see, clustered or as heat, as a vector tile",
          params: TileAddress,
          querystring: CaseTileQuery,
          produces: [mediaType],
        },
      },
      async (request, reply) => {
        if (!exists(request.params)) throw standardProblem("not-found");
        return reply.type(mediaType).send(await caseTile(request.reader, request.params, request.query));
      },
    );
  };
}
