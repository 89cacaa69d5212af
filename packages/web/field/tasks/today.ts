import type { CaseSummary } from "@xiuhua/server/api";
import { cityTime } from "../../shared/time/index.ts";

interface Today {
  /** Whether anything is due today. */
  readonly today: boolean;
  readonly tasks: readonly CaseSummary[];
}

/** What the route goes through: what is due by the end of the city's day; where nothing is, all of it. */
export function forToday(tasks: readonly CaseSummary[], now: number): Today {
  const end = cityTime(now).endOf("day").valueOf();
  const due = tasks.filter(({ dueAt }) => dueAt !== undefined && Date.parse(dueAt) <= end);
  return due.length > 0 ? { today: true, tasks: due } : { today: false, tasks };
}
