import { isLate, type CaseRecord } from "@xiuhua/core/procedure";

/** 提前解决, 按期解决, 超期解决; `open` while nobody has solved it, `merged` where another number goes on. */
export type SolvedWhen = "early" | "inTime" | "late" | "open" | "merged";

/** How a problem of an enterprise was solved against its date: early is on an earlier day than the one agreed on. */
export function solvedWhen(
  record: Pick<CaseRecord, "state" | "facts" | "clocks">,
  dayOf: (at: number) => string,
): SolvedWhen {
  if (record.state === "merged") return "merged";
  const { solvedAt, dueAt } = record.facts;
  if (typeof solvedAt !== "number") return "open";
  const clock = record.clocks["solve"];
  if (clock && isLate(clock, solvedAt)) return "late";
  return typeof dueAt === "number" && dayOf(solvedAt) < dayOf(dueAt) ? "early" : "inTime";
}
