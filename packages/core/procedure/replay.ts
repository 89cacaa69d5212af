import type { CaseEvent, CaseRecord } from "./case.ts";
import { without } from "./erase.ts";

/**
 * The case after one more event. It only adds up what the event says: no rule, calendar or
 * setting is asked, so an old log gives the same case for ever.
 */
export function advance(record: CaseRecord | undefined, event: CaseEvent): CaseRecord {
  const before = record ?? blank(event);
  const { outcome } = event;
  return {
    ...before,
    seq: event.seq,
    state: event.to,
    since: event.to === before.state && record ? before.since : event.at,
    turnSince: event.to === before.state && record && !outcome.turned ? before.turnSince : event.at,
    changedAt: event.at,
    subject: without(outcome.subject ? { ...before.subject, ...outcome.subject } : before.subject, outcome.erased),
    facts: without(outcome.facts ? patched(before.facts, outcome.facts) : before.facts, outcome.erased),
    clocks: outcome.clocks ? { ...before.clocks, ...outcome.clocks } : before.clocks,
    requests: requestsAfter(before, event),
    counts: { ...before.counts, [event.action]: (before.counts[event.action] ?? 0) + 1 },
    parties: outcome.parties ? [...new Set([...before.parties, ...outcome.parties])] : before.parties,
    ...(outcome.passedOn === undefined
      ? {}
      : { passedOn: [...new Set([...(before.passedOn ?? []), outcome.passedOn])] }),
    ...(outcome.invitation === undefined ? {} : { invitation: { ...outcome.invitation, seq: event.seq } }),
  };
}

/** The case that a log of events adds up to; undefined for an empty log. */
export function replay(events: Iterable<CaseEvent>): CaseRecord | undefined {
  let record: CaseRecord | undefined;
  for (const event of events) record = advance(record, event);
  return record;
}

function blank(event: CaseEvent): CaseRecord {
  return {
    city: event.city,
    no: event.caseNo,
    procedure: event.procedure,
    version: event.version,
    seq: 0,
    state: event.to,
    since: event.at,
    turnSince: event.at,
    openedAt: event.at,
    changedAt: event.at,
    subject: {},
    facts: {},
    clocks: {},
    requests: {},
    counts: {},
    parties: [],
  };
}

function patched(
  before: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null && value !== undefined),
  );
}

function requestsAfter(before: CaseRecord, event: CaseEvent): CaseRecord["requests"] {
  const { asked, answered } = event.outcome;
  if (asked === undefined && answered === undefined) return before.requests;
  const kept = Object.entries(before.requests).filter(([name]) => !answered?.includes(name));
  const next = Object.fromEntries(kept);
  if (asked !== undefined) next[asked] = { at: event.at, by: event.actor, action: event.action, input: event.input };
  return next;
}
