import type { Static, TObject } from "typebox";
import type { Calendar, Instant } from "../calendar/index.ts";
import type { Actor, CaseEvent, CaseRecord, DeviceRecord, EvidenceReference, Outcome } from "./case.ts";
import { answered, sources, targets } from "./check.ts";
import {
  checkEvidence,
  checkRole,
  invalidInput,
  noRequest,
  notYet,
  notYourTurn,
  requestPending,
  unknownAction,
  wrongState,
} from "./denials.ts";
import { moveClocks } from "./move-clocks.ts";
import type { ActionDefinition, ActView, AnyAction, OpenView, Procedure, Shape, View } from "./definition.ts";
import type { Effect } from "./effect.ts";
import { parse } from "./field.ts";
import type { Reference } from "./reference.ts";
import { accepted, refused, type Refusal, type Result } from "./refusal.ts";
import { advance } from "./replay.ts";
import { holdsTurn, jointUnits, turnsOf } from "./turn.ts";
import { checkWitnesses } from "./witness.ts";

/** Everything an action needs to know besides the case: all injected, so that `apply` is pure. */
export interface ActContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly calendar: Calendar;
  readonly settings: Static<TObject>;
  readonly reference: Reference;
  readonly evidence: readonly EvidenceReference[];
  /** What the phone said; it is sealed in the event, and no rule looks at it. */
  readonly device?: DeviceRecord;
  /** For `system`: the number of the case that asks for this step. */
  readonly asker?: string;
}

export interface Applied {
  readonly record: CaseRecord;
  readonly event: CaseEvent;
  readonly effects: readonly Effect[];
}

/** Opens a case under a number given from outside. */
export function open(
  procedure: Procedure,
  identity: { readonly city: string; readonly no: string },
  action: string,
  input: unknown,
  context: ActContext,
): Result<Applied> {
  const definition = procedure.actions[action];
  if (!definition?.opens) return refused(unknownAction(procedure, action));
  const early = checkRole(procedure, definition, context.actor) ?? checkEvidence(definition, context.evidence);
  if (early) return refused(early);
  const parsed = parse(definition.input, input);
  if (!parsed.ok) return refused(invalidInput(parsed.problems));

  const view: OpenView<Shape, Static<TObject>> = { ...context, input: parsed.value };
  const refusal = checkWitnesses(definition, parsed.value, context) ?? definition.guard?.(view);
  if (refusal) return refused(refusal);
  const to = chosen(definition, view, "");
  const subject = definition.subject(view);
  const facts = definition.set?.(view) ?? {};
  const base: CaseEvent = {
    city: identity.city,
    caseNo: identity.no,
    seq: 1,
    procedure: procedure.id,
    version: procedure.version,
    action,
    at: context.now,
    actor: context.actor,
    input,
    evidence: context.evidence,
    ...some("device", context.device),
    from: null,
    to,
    turns: [],
    waitedSince: context.now,
    outcome: { subject, ...some("facts", facts) },
  };
  return finish(
    procedure,
    undefined,
    base,
    context,
    definition.effects?.(view) ?? [],
    peopleOf(procedure, context.actor),
  );
}

/**
 * Does one action on a case, or says why not. Pure: the same case, input and context give
 * the same event. The case itself is not touched.
 */
export function apply(
  procedure: Procedure,
  record: CaseRecord,
  action: string,
  input: unknown,
  context: ActContext,
): Result<Applied> {
  const definition = procedure.actions[action];
  if (!definition || definition.opens) return refused(unknownAction(procedure, action));
  const early = mayDo(procedure, record, definition, context) ?? checkEvidence(definition, context.evidence);
  if (early) return refused(early);
  const parsed = parse(definition.input, input);
  if (!parsed.ok) return refused(invalidInput(parsed.problems));

  const view: ActView<Shape, Static<TObject>> = { ...viewOf(record, context), input: parsed.value };
  const refusal = checkWitnesses(definition, parsed.value, context) ?? definition.guard?.(view);
  if (refusal) return refused(refusal);
  const to = chosen(definition, view, record.state);
  const facts = definition.set?.(view);
  const amended = definition.amend?.(view);
  const base: CaseEvent = {
    city: record.city,
    caseNo: record.no,
    seq: record.seq + 1,
    procedure: record.procedure,
    version: record.version,
    action,
    at: context.now,
    actor: context.actor,
    input,
    evidence: context.evidence,
    ...some("device", context.device),
    from: record.state,
    to,
    turns: turnsOf(procedure, record),
    waitedSince: record.turnSince,
    outcome: {
      ...some("facts", facts),
      ...some("subject", amended),
      ...(definition.asks === undefined ? {} : { asked: definition.asks }),
      ...(definition.passesOn && context.actor.unit !== undefined ? { passedOn: context.actor.unit } : {}),
      ...(definition.invites === undefined
        ? {}
        : { invitation: { role: definition.invites.role, until: definition.invites.until(view) } }),
      ...(definition.erases === undefined ? {} : { erased: definition.erases }),
      ...some(
        "answered",
        [...answered(definition), ...lapsed(procedure, record, to)].filter((name) => record.requests[name]),
      ),
    },
  };
  const restarts = definition.restarts?.(view) ?? [];
  const effects = definition.effects?.(view) ?? [];
  return finish(procedure, record, base, context, effects, peopleOf(procedure, context.actor), {
    restarts,
    relimits: definition.relimits ?? [],
    ...(definition.extends === undefined ? {} : { extends: definition.extends }),
  });
}

/** Why this actor may not do this now, whatever the input; undefined when they may. */
export function mayDo(
  procedure: Procedure,
  record: CaseRecord,
  definition: ActionDefinition<Shape, TObject>,
  context: ActContext,
): Refusal | undefined {
  if (!sources(definition).includes(record.state)) return wrongState(procedure, record, definition);
  const role = checkRole(procedure, definition, context.actor);
  if (role) return role;
  if (context.actor.role === "system") {
    if (definition.asked && context.asker !== undefined) return definition.unless?.(viewOf(record, context));
    const at = definition.at?.(viewOf(record, context));
    if (at === undefined || at > context.now) return notYet;
  } else if (!mayAct(procedure, record, definition, context)) return notYourTurn;
  if (definition.asks !== undefined && record.requests[definition.asks])
    return requestPending(procedure, definition.asks);
  const answers = answered(definition);
  if (answers.length > 0 && !definition.answersAny && !answers.some((name) => record.requests[name])) return noRequest;
  return definition.unless?.(viewOf(record, context));
}

/** Whether the case is this actor's to act on: theirs by its turn, by their unit's part in it, or by an invitation. */
function mayAct(
  procedure: Procedure,
  record: CaseRecord,
  definition: ActionDefinition<Shape, TObject>,
  { actor, reference, now }: ActContext,
): boolean {
  if (procedure.roles[actor.role]?.guest) return isInvited(record, actor.role, now);
  const within = (unit: string, above: string) => reference.within(unit, above);
  if (holdsTurn(procedure, record, actor, within)) return true;
  const { unit } = actor;
  return (
    definition.joint === true && unit !== undefined && jointUnits(procedure, record).some((one) => within(one, unit))
  );
}

/** Whoever did something may read the case ever after; a guest is nobody in particular, and reads by the link alone. */
function peopleOf(procedure: Procedure, { person, role }: Actor): readonly string[] {
  return procedure.roles[role]?.guest ? [] : [person];
}

/** Whether somebody without an account has been let in as this role, and still is. */
export function isInvited({ invitation }: CaseRecord, role: string, now: Instant): boolean {
  return invitation !== undefined && invitation.role === role && now < invitation.until;
}

function viewOf(record: CaseRecord, context: ActContext): View<Shape> & ActContext {
  return { ...context, case: record, facts: record.facts };
}

function finish(
  procedure: Procedure,
  before: CaseRecord | undefined,
  base: CaseEvent,
  context: ActContext,
  effects: readonly Effect[],
  people: readonly string[],
  clockWishes: Parameters<typeof moveClocks>[4] = { restarts: [], relimits: [] },
): Result<Applied> {
  const moved = advance(before, base);
  const clocks = moveClocks(procedure, moved, viewOf(moved, context), context.now, clockWishes);
  const parties = [
    ...people,
    ...turnsOf(procedure, moved).flatMap((turn) => [turn.unit, turn.person]),
    ...jointUnits(procedure, moved),
  ].filter((one): one is string => one !== undefined && one !== "system" && !moved.parties.includes(one));
  const outcome: Outcome = {
    ...base.outcome,
    ...some("clocks", clocks),
    ...some("parties", [...new Set(parties)]),
    ...(before && before.state === moved.state && !sameTurn(procedure, before, moved) ? { turned: true } : {}),
  };
  const event: CaseEvent = { ...base, outcome };
  return accepted({ record: advance(before, event), event, effects });
}

/** Whether the state's own turn lies with the same unit and person; open requests are turns of their own. */
function sameTurn(procedure: Procedure, one: CaseRecord, other: CaseRecord): boolean {
  const own = (record: CaseRecord) => turnsOf(procedure, record).find((turn) => turn.request === undefined);
  const [before, after] = [own(one), own(other)];
  return before?.role === after?.role && before?.unit === after?.unit && before?.person === after?.person;
}

function chosen(
  definition: AnyAction<Shape>,
  view: ActView<Shape, Static<TObject>> | OpenView<Shape, Static<TObject>>,
  from: string,
): string {
  const among = targets(definition, from);
  const only = among[0];
  if (among.length === 1 && only !== undefined) return only;
  const choose: ((view: never) => string) | undefined = definition.choose;
  const to = choose ? Reflect.apply(choose, definition, [view]) : undefined;
  if (typeof to !== "string" || !among.includes(to))
    throw new Error(`choose led to ${String(to)}, which is not among ${among.join(", ")}`);
  return to;
}

/** Requests that have no one to answer them in the new state fall away with the step. */
function lapsed(procedure: Procedure, record: CaseRecord, to: string): string[] {
  const all: AnyAction<Shape>[] = Object.values(procedure.actions);
  return Object.keys(record.requests).filter(
    (name) => !all.some((action) => answered(action).includes(name) && sources(action).includes(to)),
  );
}

function some<K extends string, V extends object>(key: K, value: V | undefined): { [Key in K]?: V } {
  if (value === undefined || Object.keys(value).length === 0) return {};
  const made: { [Key in K]?: V } = {};
  made[key] = value;
  return made;
}
