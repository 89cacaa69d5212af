import { queryOptions } from "@tanstack/react-query";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { Words } from "@xiuhua/server/api";
import { get } from "../../../shared/api/index.ts";

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** What `GET /places/locate` says of a point: the areas that hold it, largest first, and its unit grid cell. */
export interface Located {
  readonly area: string;
  readonly cell?: string;
  readonly areas: readonly { code: string; name: Words; level: string }[];
}

export type AreaLevel = "city" | "district" | "subDistrict";
export type Outlines<Properties> = FeatureCollection<Polygon | MultiPolygon, Properties>;
export type AreaOutlines = Outlines<{ code: string; name: Words; level: string; schematic?: boolean }>;
export type CellOutlines = Outlines<{ code: string; area: string }>;

const long = 10 * 60_000;

/** The area and cell of a point; refused with 404 where the point lies outside the city. */
export const locateQuery = (point: Point) =>
  queryOptions({
    queryKey: ["places", "locate", point.lng, point.lat],
    queryFn: ({ signal }) => get<Located>("/places/locate", { lng: point.lng, lat: point.lat }, signal),
    staleTime: long,
    retry: false,
  });

export const outlinesQuery = (level: AreaLevel) =>
  queryOptions({
    queryKey: ["places", "areas", level],
    queryFn: ({ signal }) => get<AreaOutlines>("/places/areas.geojson", { level }, signal),
    staleTime: Infinity,
  });

/** Half the side of the box around a point whose cells are drawn, in degrees: some seven hundred metres. */
const reach = 0.007;

export const cellsQuery = ({ lng, lat }: Point) => {
  // Rounded, so that a pin moved by a metre does not ask again.
  const [west, south] = [lng - reach, lat - reach].map((degrees) => Math.floor(degrees * 500) / 500);
  const [east, north] = [lng + reach, lat + reach].map((degrees) => Math.ceil(degrees * 500) / 500);
  const box = [west, south, east, north].join(",");
  return queryOptions({
    queryKey: ["places", "cells", box],
    queryFn: ({ signal }) => get<CellOutlines>("/places/cells.geojson", { box }, signal),
    staleTime: Infinity,
  });
};
