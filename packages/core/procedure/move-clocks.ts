import type { Instant } from "../calendar/index.ts";
import type { CaseRecord, ClockRecord } from "./case.ts";
import { extendClock, pauseClock, relimitClock, resumeClock, startClock, stopClock } from "./clocks.ts";
import type { ClockDefinition, Procedure, Shape, View } from "./definition.ts";

/** What an action asks of the clocks beyond what the state does to them. */
export interface ClockWishes {
  readonly restarts: readonly string[];
  readonly relimits: readonly string[];
  readonly extends?: string;
}

/** The clocks that changed with a step, as they stand after it. */
export function moveClocks(
  procedure: Procedure,
  record: CaseRecord,
  view: View<Shape>,
  now: Instant,
  wishes: ClockWishes,
): Record<string, ClockRecord> {
  const changed: Record<string, ClockRecord> = {};
  for (const [name, definition] of Object.entries(procedure.clocks)) {
    const before = wishes.restarts.includes(name) ? undefined : record.clocks[name];
    const after = moved(procedure, name, definition, before, record.state, view, now, wishes);
    if (after && after !== record.clocks[name]) changed[name] = after;
  }
  return changed;
}

function moved(
  procedure: Procedure,
  name: string,
  definition: ClockDefinition<Shape>,
  before: ClockRecord | undefined,
  state: string,
  view: View<Shape>,
  now: Instant,
  wishes: ClockWishes,
): ClockRecord | undefined {
  const { calendar } = view;
  const runs = definition.runsIn.includes(state);
  const fresh = () => {
    const limit = definition.limit(view);
    return limit && startClock(limit, now, calendar);
  };
  if (!before) {
    if (runs) return fresh();
    // Begun anew while it stands still: nothing is spent, and it will run when its state comes.
    const limit =
      wishes.restarts.includes(name) && definition.pausesIn?.includes(state) ? definition.limit(view) : undefined;
    return limit && { status: "paused", limit, base: limit, extensions: 0, segments: [] };
  }
  let clock = before;
  if (wishes.relimits.includes(name)) {
    const limit = definition.limit(view);
    if (limit) clock = relimitClock(clock, limit, calendar);
  }
  if (wishes.extends === name) clock = extendClock(clock, calendar);
  if (runs) {
    const again = definition.again === "setting" ? procedure.clockAgain?.(name, view.settings) : definition.again;
    return clock.status === "stopped" && again === "anew" ? fresh() : resumeClock(clock, now, calendar);
  }
  return definition.pausesIn?.includes(state) ? pauseClock(clock, now, calendar) : stopClock(clock, now, calendar);
}
