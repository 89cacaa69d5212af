import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { CellAddress, CellHistory, LocatedPlace, Problem } from "../api/index.ts";
import { problem, type BaseServices } from "../http/index.ts";
import type { Area } from "./areas.ts";
import type { Cell } from "./cells.ts";
import type { LivePlaces } from "./live.ts";
import { cellHistory } from "./register/index.ts";
import { versionRoutes } from "./version-routes.ts";

export interface PlaceServices extends Pick<BaseServices, "db" | "city" | "people" | "now"> {
  readonly places: LivePlaces;
}

const tags = ["places"];
const Point = Type.Object({
  lng: Type.Number({ minimum: -180, maximum: 180 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
});
/** Cells a map may ask for at once. */
const mostCells = 2000;

/** Areas and grid cells, which of them hold a point, who looks after it, and their versions. */
export function placeRoutes(services: PlaceServices): FastifyPluginAsyncTypebox {
  const { db, city, places, people } = services;
  /** Who looks after a cell, with names. */
  const responsibilityOf = (cell: string | undefined) => {
    const grid = cell === undefined ? undefined : places.grid(cell);
    if (!grid) return {};
    const collector = grid.collector === undefined ? undefined : people.directory.person(grid.collector);
    const unit = grid.unit === undefined ? undefined : people.directory.unit(grid.unit);
    return {
      responsibility: {
        code: grid.code,
        name: grid.name,
        ...(collector ? { collector: { id: collector.id, name: collector.name } } : {}),
        ...(unit ? { unit: { id: unit.id, name: unit.name } } : {}),
      },
    };
  };
  return async (app) => {
    await app.register(versionRoutes(services));
    app.get("/api/areas", { schema: { tags, summary: "Districts, sub-districts and communities" } }, () =>
      places.areas().map(({ code, parent, level, name, schematic }) => ({ code, parent, level, name, schematic })),
    );
    app.get(
      "/api/places/locate",
      {
        schema: {
          tags,
          summary: "The area, the unit grid cell and the responsibility grid of a point",
          querystring: Point,
          response: { 200: LocatedPlace, default: Problem },
        },
      },
      (request) => {
        const found = places.locate(request.query.lng, request.query.lat);
        if (!found)
          throw problem(404, "not-found", { zh: "该位置不在本市范围内", en: "This place is outside the city" });
        const chain = [6, 9, 12].flatMap((length) =>
          length <= found.area.length ? (places.area(found.area.slice(0, length)) ?? []) : [],
        );
        return {
          ...found,
          areas: chain.map(({ code, name, level }) => ({ code, name, level })),
          ...responsibilityOf(found.cell),
        };
      },
    );
    app.get(
      "/api/places/cells/:code",
      {
        schema: {
          tags,
          summary: "A unit grid cell, and all that its code named before",
          params: CellAddress,
          response: { 200: CellHistory, default: Problem },
        },
      },
      async (request) => {
        const { code } = request.params;
        const history = await cellHistory(db, city.code, code);
        if (history.length === 0)
          throw problem(404, "not-found", { zh: `没有单元网格 ${code}。`, en: `There is no unit grid cell ${code}.` });
        const iso = (at: number): string => new Date(at).toISOString();
        return {
          code,
          retired: history.every(({ validTo }) => validTo !== undefined),
          ...responsibilityOf(code),
          history: history.map(({ validFrom, validTo, ...record }) => ({
            ...record,
            validFrom: iso(validFrom),
            ...(validTo === undefined ? {} : { validTo: iso(validTo) }),
          })),
        };
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
