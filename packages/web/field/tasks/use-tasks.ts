import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CaseSummary } from "@xiuhua/server/api";
import { useOutgoing } from "../outbox/index.ts";
import { useFix } from "../phone/index.ts";
import type { Point } from "../pack/index.ts";
import { taskOf, type Task } from "./order.ts";
import { tasksQuery } from "./queries.ts";
import { standOf, type Stand } from "./stand.ts";

export interface Tasks {
  /** Whether the server has told once. */
  readonly known: boolean;
  /** What still is to be done; the same list for as long as nothing changes. */
  readonly waiting: readonly CaseSummary[];
  /** The same, with how far each is from here. */
  readonly open: readonly Task[];
  /** Done here, or to be decided: what the server does not know yet. */
  readonly settled: readonly { readonly task: Task; readonly stand: Stand }[];
  /** Where the phone is. */
  readonly here: Point | undefined;
  /** Whether the server could be asked just now, and when it last told. */
  readonly fresh: boolean;
  readonly at: number;
}

/** What waits for this person, less what they have done on this phone. */
export function useTasks(): Tasks {
  const { data, isError, dataUpdatedAt } = useQuery(tasksQuery);
  const { entries } = useOutgoing();
  const fix = useFix();
  const here = fix.kind === "fixed" ? fix.position : undefined;
  const stood = useMemo(
    () => (data?.items ?? []).map((summary) => ({ summary, stand: standOf(summary, entries) })),
    [data, entries],
  );
  const waiting = useMemo(
    () => stood.filter(({ stand }) => stand.kind === "open").map(({ summary }) => summary),
    [stood],
  );
  return {
    known: data !== undefined,
    waiting,
    open: waiting.map((one) => taskOf(one, here)),
    settled: stood
      .filter(({ stand }) => stand.kind === "waiting" || stand.kind === "asking")
      .map(({ summary, stand }) => ({ task: taskOf(summary, here), stand })),
    here,
    fresh: !isError,
    at: dataUpdatedAt,
  };
}
