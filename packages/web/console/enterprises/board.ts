import { queryOptions } from "@tanstack/react-query";
import type { EnterpriseBoard, Me, SolvedCounts } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";

export const outcomes = ["early", "inTime", "late", "open", "merged"] as const;
export type Outcome = (typeof outcomes)[number];
export const hearts = ["easier", "safer", "smoother", "rooted"] as const;
export type Counts = SolvedCounts;

export const boardQuery = queryOptions({
  queryKey: ["cases", "enterprises"],
  queryFn: ({ signal }) => get<EnterpriseBoard>("/enterprises", undefined, signal),
});

/** Whose board it is: the ledger's keeper and the leaders. */
export const mayReadEnterprises = (me: Pick<Me, "grants">): boolean =>
  me.grants.some(({ role }) => role === "enterpriseOfficer" || role === "leader");

/** Where the cases behind a figure are listed. */
export function listOf(conditions: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams({ procedure: "enterprise-help" });
  for (const [name, value] of Object.entries(conditions)) if (value !== undefined) params.set(name, value);
  return `/cases?${params.toString()}`;
}
