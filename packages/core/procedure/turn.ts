import type { Actor, CaseRecord, Turn } from "./case.ts";
import type { Procedure } from "./definition.ts";

/** Whom a case waits for now: the state's own turn, and one for each open request. */
export function turnsOf(procedure: Procedure, record: CaseRecord): readonly Turn[] {
  const turns: Turn[] = [];
  const state = procedure.states[record.state];
  if (state?.waitsFor !== undefined) turns.push(turnOf(procedure, record, state.waitsFor, state.person));
  for (const [name, request] of Object.entries(procedure.requests))
    if (record.requests[name]) turns.push({ ...turnOf(procedure, record, request.waitsFor), request: name });
  return turns;
}

function turnOf(procedure: Procedure, record: CaseRecord, role: string, personFact?: string): Turn {
  const bound = procedure.roles[role]?.bound;
  const unit = text(bound?.unit === undefined ? undefined : record.facts[bound.unit]);
  const personName = personFact ?? bound?.person;
  const person = text(personName === undefined ? undefined : record.facts[personName]);
  return { role, ...(unit === undefined ? {} : { unit }), ...(person === undefined ? {} : { person }) };
}

/** The units that handle it jointly with the lead (协办单位). */
export function jointUnits(procedure: Procedure, record: CaseRecord): readonly string[] {
  const named = procedure.joint === undefined ? undefined : record.facts[procedure.joint.units];
  return Array.isArray(named) ? named.filter((one): one is string => typeof one === "string") : [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * Whether the case lies with this actor as far as units and persons go. A role that is bound to a
 * unit acts on the cases of its unit and the units below; while a case lies with no unit, on none.
 * Whoever is named in person may also stand in a unit below the one that the case lies with: a
 * brigade's case, a squadron's handler. A state may name the one person.
 */
export function holdsTurn(
  procedure: Procedure,
  record: CaseRecord,
  actor: Actor,
  within: (unit: string, above: string) => boolean,
): boolean {
  const state = procedure.states[record.state];
  const turn = turnOf(procedure, record, actor.role, state?.waitsFor === actor.role ? state.person : undefined);
  const named = turn.person !== undefined && (turn.person === actor.person || turn.person === actor.onBehalfOf);
  if (turn.person !== undefined && !named) return false;
  if (procedure.roles[actor.role]?.bound?.unit === undefined) return true;
  if (turn.unit === undefined || actor.unit === undefined) return false;
  return within(turn.unit, actor.unit) || (named && within(actor.unit, turn.unit));
}
