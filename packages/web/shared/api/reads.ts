import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type {
  CaseDetail,
  CatalogueClass,
  CatalogueType,
  DuplicateQuery,
  Duplicates,
  Me,
  Notice,
  Person,
  StockPhrase,
  Unit,
} from "@xiuhua/server/api";
import { get, setCsrf } from "./client.ts";
import type { Area, ProcedureInfo } from "./procedure.ts";

const long = 10 * 60_000;

/** Who I am; also takes the token that writes need. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }) => {
    const me = await get<Me>("/me", undefined, signal);
    setCsrf(me.csrf);
    return me;
  },
  staleTime: long,
  retry: false,
});

export const proceduresQuery = queryOptions({
  queryKey: ["procedures"],
  queryFn: ({ signal }) => get<ProcedureInfo[]>("/procedures", undefined, signal),
  staleTime: long,
});

export const areasQuery = queryOptions({
  queryKey: ["areas"],
  queryFn: ({ signal }) => get<Area[]>("/areas", undefined, signal),
  staleTime: long,
});

export const unitsQuery = queryOptions({
  queryKey: ["units"],
  queryFn: ({ signal }) => get<Unit[]>("/units", undefined, signal),
  staleTime: long,
});

export const classesQuery = queryOptions({
  queryKey: ["catalogue", "classes"],
  queryFn: ({ signal }) => get<CatalogueClass[]>("/catalogue/classes", undefined, signal),
  staleTime: long,
});

/** Types that fit the words; near a place, with the departments that answer for it there. */
export const typesQuery = (search: string, place?: { lng: number; lat: number }) =>
  queryOptions({
    queryKey: ["catalogue", "types", search, place?.lng, place?.lat],
    queryFn: ({ signal }) => get<CatalogueType[]>("/catalogue/types", { search, ...place }, signal),
    staleTime: long,
  });

export const typeQuery = (code: string) =>
  queryOptions({
    queryKey: ["catalogue", "type", code],
    queryFn: ({ signal }) => get<CatalogueType>(`/catalogue/types/${encodeURIComponent(code)}`, undefined, signal),
    staleTime: long,
  });

export const peopleQuery = (filter: { unit?: string; role?: string; text?: string }) =>
  queryOptions({
    queryKey: ["people", filter],
    queryFn: ({ signal }) => get<Person[]>("/people", filter, signal),
  });

export const caseQuery = (no: string) =>
  queryOptions({
    queryKey: ["case", no],
    queryFn: ({ signal }) => get<CaseDetail>(`/cases/${encodeURIComponent(no)}`, undefined, signal),
  });

/** Unfinished cases that a report may repeat. */
export const reportDuplicatesQuery = (report: DuplicateQuery) =>
  queryOptions({
    queryKey: ["case", "duplicates", report],
    queryFn: ({ signal }) => get<Duplicates>("/cases/duplicates", { ...report }, signal),
    retry: false,
  });

export const phrasesQuery = (action: string) =>
  queryOptions({
    queryKey: ["phrases", action],
    queryFn: ({ signal }) => get<StockPhrase[]>("/phrases", { action }, signal),
    staleTime: 60_000,
  });

export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: ({ signal }) => get<Notice[]>("/notices", undefined, signal),
  staleTime: 30_000,
});

/** Everything that may look different after a case moved. */
export async function forgetCases(client: QueryClient): Promise<void> {
  await Promise.all(["cases", "counts", "case", "notices"].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
