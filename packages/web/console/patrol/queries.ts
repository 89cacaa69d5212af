import { queryOptions } from "@tanstack/react-query";
import type { Bulletin, CoverageReport, FieldPerson, FieldTrack } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";

interface PeoplePage {
  readonly items: readonly FieldPerson[];
  readonly next?: string;
}

/** More people than this are not watched by one person on one screen. */
const mostPages = 5;

/** Everybody on duty over my area. */
export const onDutyQuery = queryOptions({
  queryKey: ["street", "people"],
  queryFn: async ({ signal }): Promise<readonly FieldPerson[]> => {
    const people: FieldPerson[] = [];
    let after: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const { items, next } = await get<PeoplePage>("/field/people", { limit: 1000, after }, signal);
      people.push(...items);
      if (next === undefined) break;
      after = next;
    }
    return people;
  },
  refetchInterval: 60_000,
});

export const trackQuery = (person: string, day: string) =>
  queryOptions({
    queryKey: ["street", "track", person, day],
    queryFn: ({ signal }) => get<FieldTrack>("/field/tracks", { person, day }, signal),
    retry: false,
  });

export const coverageQuery = (area: string, day: string) =>
  queryOptions({
    queryKey: ["street", "coverage", area, day],
    queryFn: ({ signal }) => get<CoverageReport>("/field/coverage/report", { area, day }, signal),
    staleTime: 15_000,
  });

/** What the centre has said that is still up and meant for me, or mine. */
export const bulletinsQuery = queryOptions({
  queryKey: ["street", "bulletins"],
  queryFn: ({ signal }) => get<Bulletin[]>("/bulletins", undefined, signal),
});
