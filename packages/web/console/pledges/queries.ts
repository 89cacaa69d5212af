import { queryOptions } from "@tanstack/react-query";
import type { PledgeBoard, UnitWork } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";

export const pledgesQuery = (procedure: string | undefined) =>
  queryOptions({
    queryKey: ["cases", "pledges", procedure],
    queryFn: ({ signal }) => get<PledgeBoard>("/pledges", { procedure }, signal),
  });

export const workQuery = (month: string | undefined) =>
  queryOptions({
    queryKey: ["cases", "unit-work", month],
    queryFn: ({ signal }) => get<UnitWork>("/unit-work", { month }, signal),
  });
