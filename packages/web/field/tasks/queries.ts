import { queryOptions } from "@tanstack/react-query";
import type { CasePage } from "@xiuhua/server/api";
import { caseQuery, get } from "../../shared/api/index.ts";
import { kept } from "../kept/index.ts";

/** As many as one answer holds: nobody has more in a day. */
const most = 200;

/** What waits for this person, in any procedure. */
export const tasksQuery = queryOptions({
  queryKey: ["cases", "mine"],
  queryFn: ({ signal }) => get<CasePage>("/cases", { queue: "mine", limit: most }, signal),
  meta: kept,
});

/** One task with its forms and its story, kept so that it can be done without a network. */
export const taskQuery = (no: string) => queryOptions({ ...caseQuery(no), meta: kept, retry: false });
