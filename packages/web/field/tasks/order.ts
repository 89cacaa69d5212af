import type { CaseSummary } from "@xiuhua/server/api";
import { colourAt } from "../../shared/time/index.ts";
import { metresBetween, type Point } from "../pack/index.ts";

/** A task with how far it is from here, in metres as the crow flies; undefined where either place is not known. */
export interface Task {
  readonly summary: CaseSummary;
  readonly metres: number | undefined;
}

export const taskOf = (summary: CaseSummary, here: Point | undefined): Task => ({
  summary,
  metres: here && summary.place ? metresBetween(here, summary.place) : undefined,
});

const bands = { red: 0, yellow: 1, green: 2 } as const;

/** What ran over first, then what is about to, then the rest; the nearest first among those alike. */
export function byClock(tasks: readonly Task[], now: number): Task[] {
  const band = ({ summary }: Task) => (summary.dueAt === undefined ? 3 : bands[colourAt(now, summary)]);
  return tasks.toSorted((one, other) => band(one) - band(other) || far(one) - far(other) || due(one) - due(other));
}

/** The nearest first, what has no place last. */
export const byDistance = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted((one, other) => far(one) - far(other) || due(one) - due(other));

/** Not infinite: two that are equally unknown must compare as equal. */
const far = ({ metres }: Task): number => metres ?? Number.MAX_SAFE_INTEGER;
const due = ({ summary }: Task): number =>
  summary.dueAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(summary.dueAt);
