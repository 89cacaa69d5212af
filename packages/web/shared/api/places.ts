import { queryOptions } from "@tanstack/react-query";
import type { PlaceDescription, PlaceResolution } from "@xiuhua/server/api";
import { get } from "./client.ts";

const long = 10 * 60_000;

/** The points that words may mean, best first. */
export const resolveQuery = (text: string, near?: { readonly lng: number; readonly lat: number }) =>
  queryOptions({
    queryKey: ["places", "resolve", text, near?.lng, near?.lat],
    queryFn: ({ signal }) =>
      get<PlaceResolution>("/places/resolve", { text, ...(near ? { near: `${near.lng},${near.lat}` } : {}) }, signal),
    staleTime: long,
    retry: false,
  });

/** What a local would say of a point. */
export const describeQuery = ({ lng, lat }: { readonly lng: number; readonly lat: number }) =>
  queryOptions({
    queryKey: ["places", "describe", lng, lat],
    queryFn: ({ signal }) => get<PlaceDescription>("/places/describe", { lng, lat }, signal),
    staleTime: long,
    retry: false,
  });
