import { infiniteQueryOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { ComponentDetail, ComponentPage, ComponentState } from "@xiuhua/server/api";
import { get, type Query } from "../../shared/api/index.ts";

const root = "components";

export const componentStates = [
  "intact",
  "damaged",
  "missing",
  "abandoned",
  "removed",
] as const satisfies ComponentState[];

/** What a list of components is narrowed by. */
export interface ComponentFilter {
  readonly text?: string;
  readonly type?: string;
  readonly state?: ComponentState;
}

const paged = (path: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: [root, path, query],
    queryFn: ({ signal, pageParam }) =>
      get<ComponentPage>(path, { ...query, ...(pageParam === "" ? {} : { after: pageParam }) }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });

export const componentListQuery = (filter: ComponentFilter) => paged("/components", { ...filter });

/** Inspections that are due, the longest overdue first. */
export const componentDueQuery = (mine: boolean) => paged("/components/due", mine ? { mine } : {});

export const componentQuery = (code: string) =>
  queryOptions({
    queryKey: [root, "one", code],
    queryFn: ({ signal }) => get<ComponentDetail>(`/components/${encodeURIComponent(code)}`, undefined, signal),
  });

export const forgetComponents = (client: QueryClient) => client.invalidateQueries({ queryKey: [root] });
