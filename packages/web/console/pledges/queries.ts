import { queryOptions } from "@tanstack/react-query";
import type { PledgeBoard } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";

export const pledgesQuery = (procedure: string | undefined) =>
  queryOptions({
    queryKey: ["cases", "pledges", procedure],
    queryFn: ({ signal }) => get<PledgeBoard>("/pledges", { procedure }, signal),
  });
