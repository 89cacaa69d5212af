import { queryOptions } from "@tanstack/react-query";
import type { Duplicates } from "@xiuhua/server/api";
import { get } from "../../../shared/api/index.ts";

/** Unfinished cases that may be about the same as this one. Forgotten with the case whenever one moves. */
export const caseDuplicatesQuery = (no: string) =>
  queryOptions({
    queryKey: ["case", no, "duplicates"],
    queryFn: ({ signal }) => get<Duplicates>(`/cases/${encodeURIComponent(no)}/duplicates`, undefined, signal),
    retry: false,
  });
