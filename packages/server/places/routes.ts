import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { problem } from "../http/index.ts";
import type { Area } from "./areas.ts";
import type { Cell } from "./cells.ts";
import type { Places } from "./places.ts";

const tags = ["places"];
const Point = Type.Object({
  lng: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
});
/** Cells a map may ask for at once. */
const mostCells = 2000;

/** Areas and grid cells, and which of them hold a point. */
export function placeRoutes(places: Places): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get("/api/areas", { schema: { tags, summary: "Districts, sub-districts and communities" } }, () =>
      places.areas().map(({ code, parent, level, name, schematic }) => ({ code, parent, level, name, schematic })),
    );
    app.get(
      "/api/places/locate",
      { schema: { tags, summary: "The area and the unit grid cell of a point", querystring: Point } },
      (request) => {
        const found = places.locate(request.query.lng, request.query.lat);
        if (!found)
          throw problem(404, "not-found", { zh: "该位置不在本市范围内", en: "This place is outside the city" });
        const chain = [6, 9, 12].flatMap((length) =>
          length <= found.area.length ? (places.area(found.area.slice(0, length)) ?? []) : [],
        );
        return { ...found, areas: chain.map(({ code, name, level }) => ({ code, name, level })) };
      },
    );
    app.get(
      "/api/places/areas.geojson",
      {
        schema: {
          tags,
          summary: "Outlines of areas",
          querystring: Type.Object({
            level: Type.Optional(
              Type.Union([
                Type.Literal("city"),
                Type.Literal("district"),
                Type.Literal("subDistrict"),
                Type.Literal("community"),
              ]),
            ),
          }),
        },
      },
      (request) => ({
        type: "FeatureCollection",
        features: places
          .areas()
          .filter((area) => request.query.level === undefined || area.level === request.query.level)
          .map(areaFeature),
      }),
    );
    app.get(
      "/api/places/cells.geojson",
      {
        schema: {
          tags,
          summary: "Unit grid cells in a box",
          querystring: Type.Object({ box: Type.String({ pattern: "^-?[0-9.]+(,-?[0-9.]+){3}$" }) }),
        },
      },
      (request) => {
        const [west = 0, south = 0, east = 0, north = 0] = request.query.box.split(",").map(Number);
        return {
          type: "FeatureCollection",
          features: places.cells([west, south, east, north], mostCells).map(cellFeature),
        };
      },
    );
  };
}

function areaFeature({ outline, ...properties }: Area) {
  return { type: "Feature", properties, geometry: outline };
}

function cellFeature({ outline, ...properties }: Cell) {
  return { type: "Feature", properties, geometry: outline };
}
