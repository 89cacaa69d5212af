import { queryOptions } from "@tanstack/react-query";
import type { MapDescription } from "@xiuhua/server/api";
import { get } from "../api/index.ts";

/** What the map is made of; changes when the city loads other roads or areas. */
export const mapQuery = queryOptions({
  queryKey: ["map"],
  queryFn: ({ signal }) => get<MapDescription>("/map", undefined, signal),
  staleTime: 10 * 60_000,
});
