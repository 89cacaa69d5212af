import { useSuspenseQuery } from "@tanstack/react-query";
import type { Me } from "@xiuhua/server/api";
import { meQuery } from "../../shared/api/index.ts";

/** The person who is logged in. Only below `RequireMe`, which has waited for it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export const rolesOf = (me: Me): readonly string[] => [...new Set(me.grants.map((grant) => grant.role))];
export const isAdministrator = (me: Me): boolean => rolesOf(me).includes("administrator");
