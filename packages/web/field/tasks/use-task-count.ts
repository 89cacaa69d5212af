import { useQuery } from "@tanstack/react-query";
import { useOutgoing } from "../outbox/index.ts";
import { tasksQuery } from "./queries.ts";
import { standOf } from "./stand.ts";

/** How many wait yet for this person, for the menu. */
export function useTaskCount(): number {
  const { data } = useQuery(tasksQuery);
  const { entries } = useOutgoing();
  return (data?.items ?? []).filter((one) => standOf(one, entries).kind === "open").length;
}
