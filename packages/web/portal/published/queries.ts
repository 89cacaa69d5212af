import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { PublicPage, PublicProcedure } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";

export const usePublished = () =>
  useQuery({
    queryKey: ["published"],
    staleTime: Infinity,
    queryFn: ({ signal }) => get<PublicProcedure[]>("/public/procedures", {}, signal),
  });

export const usePublishedCases = (procedure: string, q: string) =>
  useInfiniteQuery({
    queryKey: ["published", procedure, q],
    queryFn: ({ pageParam, signal }) => get<PublicPage>("/public/cases", { procedure, q, after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
