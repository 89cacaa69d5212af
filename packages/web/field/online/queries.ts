import { queryOptions } from "@tanstack/react-query";
import type { FieldMe, TypeSuggestion } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";
import { kept } from "../kept/index.ts";
import type { Point } from "../pack/index.ts";

/** Who I am outside: shift, grid, coverage, how the phone is to behave. */
export const fieldMeQuery = queryOptions({
  queryKey: ["field", "me"],
  queryFn: ({ signal }) => get<FieldMe>("/field/me", undefined, signal),
  staleTime: 60_000,
  meta: kept,
});

/** Rounded to about a hundred metres: a few steps do not ask again. */
const near = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** Types that this person, and people around here, reported lately. What was last heard stands in without a network. */
export const suggestionsQuery = (point: Point | undefined) =>
  queryOptions({
    queryKey: ["field", "suggestions", point && near(point.lng), point && near(point.lat)],
    queryFn: ({ signal }) =>
      get<TypeSuggestion[]>("/field/suggestions", { ...(point && { lng: point.lng, lat: point.lat }) }, signal),
    staleTime: 10 * 60_000,
    enabled: point !== undefined,
    retry: false,
  });
