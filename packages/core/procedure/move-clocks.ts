import type { Instant, Limit } from "../calendar/index.ts";
import type { CaseRecord, ClockRecord } from "./case.ts";
import { extendClock, pauseClock, relimitClock, resumeClock, startClock, stopClock } from "./clocks.ts";
import type { ClockDefinition, Procedure, Shape, View } from "./definition.ts";

const dayMs = 24 * 3600 * 1000;

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
    const before = record.clocks[name];
    const after =
      before && !wishes.restarts.includes(name)
        ? moved(procedure, name, definition, before, record.state, view, now, wishes)
        : (begun(definition, record.state, view, now, wishes.restarts.includes(name)) ??
          (before && stopClock(before, now, view.calendar)));
    if (after && after !== before) changed[name] = after;
  }
  return changed;
}

/**
 * A clock at its beginning; undefined where it has nothing to do or no limit. One that is begun anew
 * while it stands still has spent nothing and will run when its state comes.
 */
function begun(
  definition: ClockDefinition<Shape>,
  state: string,
  view: View<Shape>,
  now: Instant,
  again: boolean,
): ClockRecord | undefined {
  const runs = definition.runsIn.includes(state);
  if (!runs && !(again && definition.pausesIn?.includes(state))) return undefined;
  const limit = limitOf(definition, view, undefined, now);
  if (!limit) return undefined;
  return runs
    ? startClock(limit, now, view.calendar)
    : { status: "paused", limit, base: limit, extensions: 0, segments: [] };
}

/** The limit that a clock is given now; one that runs to a set instant gets what lies until then on top of what it spent. */
function limitOf(
  definition: ClockDefinition<Shape>,
  view: View<Shape>,
  before: ClockRecord | undefined,
  now: Instant,
): Limit | undefined {
  if (definition.until === undefined) return definition.limit?.(view);
  const until = definition.until(view);
  if (until === undefined) return undefined;
  const spent = (before?.segments ?? []).reduce((sum, { from, to = now }) => sum + to - from, 0);
  return { value: Math.max(0, spent + until - now) / dayMs, unit: "urgent_day" };
}

function moved(
  procedure: Procedure,
  name: string,
  definition: ClockDefinition<Shape>,
  before: ClockRecord,
  state: string,
  view: View<Shape>,
  now: Instant,
  wishes: ClockWishes,
): ClockRecord {
  const { calendar } = view;
  let clock = before;
  if (wishes.relimits.includes(name)) {
    const limit = limitOf(definition, view, before, now);
    if (limit) clock = relimitClock(clock, limit, calendar);
  }
  if (wishes.extends === name) clock = extendClock(clock, calendar);
  if (definition.runsIn.includes(state)) {
    const again = definition.again === "setting" ? procedure.clockAgain?.(name, view.settings) : definition.again;
    const anew = clock.status === "stopped" && again === "anew" ? begun(definition, state, view, now, true) : undefined;
    return anew ?? resumeClock(clock, now, calendar);
  }
  return definition.pausesIn?.includes(state) ? pauseClock(clock, now, calendar) : stopClock(clock, now, calendar);
}
