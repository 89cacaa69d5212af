import type { Instant } from "../calendar/index.ts";
import { jointUnits, turnsOf, type CaseRecord, type Procedure } from "../procedure/index.ts";

/**
 * 四个决不, as a unit's word is measured: what must be done is not dragged out (拖: past its limit), what can be done is
 * not pushed away (推: given back or handed on), what is hard is not dropped (放: idle, or at rest for too long), what is
 * done jointly is not shirked (合办: several units and no lead). The measures are our own; the page gives the words.
 */
export const pledges = ["dragged", "pushed", "dropped", "shirked"] as const;
export type Pledge = (typeof pledges)[number];

/** After how many days; each a city's own setting. */
export interface PledgeLimits {
  /** With whose turn it is, and nothing done. */
  readonly idleDays: number;
  /** At rest (挂账, 工程暂停). */
  readonly heldDays: number;
  /** Several units, and none named as lead. */
  readonly leadDays: number;
}

/** A pledge that a unit has not kept in one matter. The centre's own posts stand under the empty unit. */
export interface BrokenPledge {
  readonly pledge: Pledge;
  readonly unit: string;
}

const day = 24 * 3600 * 1000;

/** The pledges not kept in an unfinished case, as of now; none in a finished one. */
export function brokenPledges(
  procedure: Procedure,
  record: CaseRecord,
  limits: PledgeLimits,
  now: Instant,
): readonly BrokenPledge[] {
  const state = procedure.states[record.state];
  if (!state || state.final) return [];
  const turn = turnsOf(procedure, record).find((one) => one.request === undefined);
  const held = state.heldUntil !== undefined && typeof record.facts[state.heldUntil] === "number";
  const unit = turn ? (turn.unit ?? "") : (procedure.index(record).department ?? "");
  const idle = (now - record.turnSince) / day;
  const broken: BrokenPledge[] = [];
  if (turn && runsOver(record, now)) broken.push({ pledge: "dragged", unit });
  for (const one of record.passedOn ?? []) broken.push({ pledge: "pushed", unit: one });
  if (held ? idle > limits.heldDays : turn !== undefined && idle > limits.idleDays)
    broken.push({ pledge: "dropped", unit });
  const joint = jointUnits(procedure, record);
  const lead = procedure.joint && record.facts[procedure.joint.lead];
  if (lead === undefined && idle > limits.leadDays)
    for (const one of joint) broken.push({ pledge: "shirked", unit: one });
  return broken;
}

/** Whether the clock that runs out first has run out. */
function runsOver({ clocks }: CaseRecord, now: Instant): boolean {
  return Object.values(clocks).some(
    (clock) => clock?.status === "running" && clock.due !== undefined && clock.due < now,
  );
}
