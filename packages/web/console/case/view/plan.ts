import type { CaseDetail } from "@xiuhua/server/api";

/** A stretch of the plan's axis, and a point on it; both in milliseconds since the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface PlanStep {
  readonly name: string;
  readonly at: number;
  readonly reachedAt?: number;
  /** Neither reached nor still ahead. */
  readonly late: boolean;
}

export interface Plan {
  readonly start: number;
  readonly end: number;
  readonly steps: readonly PlanStep[];
  /** When the work stood still. */
  readonly holds: readonly Stretch[];
  /** Reported done. */
  readonly doneAt?: number;
  /** What the axis spans: all of the above, and now while it is not over. */
  readonly axis: Stretch;
}

/**
 * The plan of a matter that has one: facts `startAt`, `endAt` and a list `milestones` of `name`, `at`, `reachedAt`. Holds
 * are the stretches that the log shows in a state whose turn waits for nobody.
 * @param rests whether a state is one in which the work stands still
 */
export function planOf(
  { facts, timeline, final }: Pick<CaseDetail, "facts" | "timeline" | "final">,
  rests: (state: string) => boolean,
  now: number,
): Plan | undefined {
  const start = facts["startAt"];
  const end = facts["endAt"];
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  const done = facts["doneAt"];
  const steps = stepsOf(facts["milestones"], now);
  const holds: Stretch[] = [];
  let since: number | undefined;
  for (const { at, to } of timeline) {
    const instant = Date.parse(at);
    if (rests(to)) since ??= instant;
    else if (since !== undefined) {
      holds.push({ from: since, to: instant });
      since = undefined;
    }
  }
  if (since !== undefined) holds.push({ from: since, to: now });
  const doneAt = typeof done === "number" ? done : undefined;
  const points = [
    start,
    end,
    ...steps.flatMap(({ at, reachedAt }) => (reachedAt === undefined ? [at] : [at, reachedAt])),
    ...holds.flatMap(({ from, to }) => [from, to]),
    ...(doneAt === undefined ? [] : [doneAt]),
    ...(final ? [] : [now]),
  ];
  return {
    start,
    end,
    steps,
    holds,
    ...(doneAt === undefined ? {} : { doneAt }),
    axis: { from: Math.min(...points), to: Math.max(...points) },
  };
}

function stepsOf(value: unknown, now: number): PlanStep[] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    const name = part(one, "name");
    const at = part(one, "at");
    const reachedAt = part(one, "reachedAt");
    if (typeof name !== "string" || typeof at !== "number") return [];
    return typeof reachedAt === "number"
      ? [{ name, at, reachedAt, late: reachedAt > at }]
      : [{ name, at, late: at < now }];
  });
}

function part(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
