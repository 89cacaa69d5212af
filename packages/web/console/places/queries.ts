import { infiniteQueryOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { GazetteerState, GazetteerVersion, MadeCorrection, PlaceVersion } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";

/** Found points and words are kept under the same key: whatever changes the gazetteer changes them. */
const root = "places";
const pageSize = 100;

export const gazetteerQuery = queryOptions({
  queryKey: [root, "gazetteer"],
  queryFn: ({ signal }) => get<GazetteerState>("/places/gazetteer", {}, signal),
});

export const roadVersionsQuery = queryOptions({
  queryKey: [root, "gazetteer", "versions"],
  queryFn: ({ signal }) => get<GazetteerVersion[]>("/places/gazetteer/versions", {}, signal),
});

export const correctionsQuery = infiniteQueryOptions({
  queryKey: [root, "gazetteer", "corrections"],
  queryFn: ({ signal, pageParam }) =>
    get<MadeCorrection[]>("/places/gazetteer/corrections", { limit: pageSize, before: pageParam }, signal),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.no),
});

export const placeVersionsQuery = (kind: PlaceVersion["kind"]) =>
  queryOptions({
    queryKey: [root, "versions", kind],
    queryFn: ({ signal }) => get<PlaceVersion[]>("/places/versions", { kind }, signal),
  });

/** The map draws roads and their names too. */
export async function forgetPlaces(client: QueryClient): Promise<void> {
  await Promise.all([root, "map"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** Areas stand in lists and on the map as well. */
export async function forgetAreas(client: QueryClient): Promise<void> {
  await Promise.all([root, "areas", "map"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
