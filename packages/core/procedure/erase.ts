import type { CaseEvent, Outcome } from "./case.ts";

/**
 * An event as it stands in the log once a later one erased these fields: they are gone from what was filled in and
 * from what came of it. Who did what and when stays. Replaying erased events gives the same case as replaying the
 * events as they were, because the erasing event takes the same fields out of the case.
 */
export function erased(event: CaseEvent, fields: readonly string[]): CaseEvent {
  const { input } = event;
  const { subject, facts } = event.outcome;
  const outcome: Outcome = {
    ...event.outcome,
    ...(subject === undefined ? {} : { subject: without(subject, fields) }),
    ...(facts === undefined ? {} : { facts: without(facts, fields) }),
  };
  const told = typeof input === "object" && input !== null && !Array.isArray(input) ? without(input, fields) : input;
  return { ...event, input: told, outcome };
}

/** The values but for the named ones. */
export function without<T extends object>(
  values: T,
  fields: readonly string[] | undefined,
): T | Readonly<Record<string, unknown>> {
  return fields === undefined
    ? values
    : Object.fromEntries(Object.entries(values).filter(([name]) => !fields.includes(name)));
}
