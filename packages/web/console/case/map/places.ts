import { queryOptions } from "@tanstack/react-query";
import type { Words } from "@xiuhua/server/api";
import { get } from "../../../shared/api/index.ts";
import type { Point } from "../../../shared/map/index.ts";

/** What `GET /places/locate` says of a point: the areas that hold it, largest first, and its unit grid cell. */
export interface Located {
  readonly area: string;
  readonly cell?: string;
  readonly areas: readonly { code: string; name: Words; level: string }[];
}

const long = 10 * 60_000;

/** The area and cell of a point; refused with 404 where the point lies outside the city. */
export const locateQuery = (point: Point) =>
  queryOptions({
    queryKey: ["places", "locate", point.lng, point.lat],
    queryFn: ({ signal }) => get<Located>("/places/locate", { lng: point.lng, lat: point.lat }, signal),
    staleTime: long,
    retry: false,
  });
