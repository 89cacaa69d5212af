import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CaseCounts, CasePage } from "@xiuhua/server/api";
import { address, get, type Query } from "../../../shared/api/index.ts";
import type { ColumnName } from "../table/column-names.ts";
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

/**
 * Where the browser fetches the whole list as a file, with the chosen columns in their order. A file has one order, the newest first: whoever wants another sorts it there.
 */
export function exportAddress(
  format: "csv" | "xlsx",
  { sort: _sort, ...filter }: ListFilter,
  columns: readonly ColumnName[],
): string {
  return address(`/cases/export.${format}`, { ...asQuery(filter), columns: columns.map(exportName).join(",") });
}

/** Where the browser fetches the list as the ledger of one procedure: every column, that procedure's own fields included. */
export const ledgerAddress = (
  format: "csv" | "xlsx",
  { sort: _sort, ...filter }: ListFilter & { readonly procedure: string },
): string => address(`/cases/export.${format}`, asQuery(filter));

/** A file has no lamps: the light's column becomes its colour in words. */
const exportName = (column: ColumnName): string => (column === "light" ? "colour" : column);

const asQuery = (filter: ListFilter): Query => ({ ...filter });
