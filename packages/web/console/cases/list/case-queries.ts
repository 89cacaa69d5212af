import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CaseCounts, CasePage } from "@xiuhua/server/api";
import { address, get, type Query } from "../../../shared/api/index.ts";
import type { ListFilter } from "../filter/list-filter.ts";

/** One page of a list; the rows of the page before stay while the next is fetched. */
export const casesQuery = (filter: ListFilter, limit: number, after: string | undefined) =>
  queryOptions({
    queryKey: ["cases", filter, limit, after],
    queryFn: ({ signal }) => get<CasePage>("/cases", { ...asQuery(filter), limit, after }, signal),
    placeholderData: keepPreviousData,
  });

export const countsQuery = (filter: ListFilter) =>
  queryOptions({
    queryKey: ["counts", filter],
    queryFn: ({ signal }) => get<CaseCounts>("/cases/counts", asQuery(filter), signal),
    placeholderData: keepPreviousData,
  });

/** Where the browser fetches the whole list as a file, with the chosen columns in their order. */
export function exportAddress(format: "csv" | "xlsx", filter: ListFilter, columns: readonly string[]): string {
  return address(`/cases/export.${format}`, { ...asQuery(filter), columns: columns.join(",") });
}

const asQuery = (filter: ListFilter): Query => ({ ...filter });
