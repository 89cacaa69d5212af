import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { CaseTileQuery, TileAddress } from "../api/index.ts";
import { standardProblem } from "../http/index.ts";
import { makeCaseTiles, type CaseTileOptions } from "./case-tile.ts";
import { exists } from "./tile.ts";

const tags = ["map"];
export const mediaType = "application/vnd.mapbox-vector-tile";

/** The map's tiles. */
export function mapRoutes(options: CaseTileOptions): FastifyPluginAsyncTypebox {
  const caseTile = makeCaseTiles(options);
  return async (app) => {
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
