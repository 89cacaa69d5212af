import type { Actor, CaseEvent, CaseRecord, EvidenceReference, Outcome, RequestRecord, Turn } from "./case.ts";
import type { AnyAction, Procedure, Shape } from "./definition.ts";

/** Who reads: one person with the roles that they hold, in all. */
export interface Reader {
  readonly person: string;
  readonly roles: readonly string[];
}

/** An actor as a reader may see them: always the role, the rest only where it is no secret. */
export type ReadableActor = Pick<Actor, "role"> & Partial<Actor>;

export type ReadableRequest = Omit<RequestRecord, "by"> & { readonly by: ReadableActor };

export type ReadableEvent = Omit<CaseEvent, "actor"> & { readonly actor: ReadableActor };

/** The parts of a case that hold what not everybody may read. */
export interface ReadableRecord {
  readonly subject: CaseRecord["subject"];
  readonly facts: CaseRecord["facts"];
  readonly requests: Readonly<Record<string, ReadableRequest>>;
}

/**
 * A case without what this reader may not know. Whoever has a role of the centre reads it whole;
 * whoever reported it reads what they reported; to all others the fields for the centre alone do
 * not exist (who reported, who verified, who checked). A guest reads what their role names, and no more.
 */
export function redactRecord(procedure: Procedure, record: CaseRecord, reader: Reader): ReadableRecord {
  const guest = guestOf(procedure, reader);
  if (guest)
    return { subject: pick(record.subject, guest.reads), facts: pick(record.facts, guest.reads), requests: {} };
  const whole = readsAll(procedure, reader);
  const reported = procedure.index(record).reporter === reader.person;
  const requests = Object.entries(record.requests).flatMap(([name, request]) =>
    request ? [[name, whole ? request : redactRequest(procedure, request, reader)] as const] : [],
  );
  return {
    subject: whole || reported ? record.subject : readable(procedure.subject, record.subject, reader),
    facts: whole ? record.facts : readable(procedure.facts, record.facts, reader),
    requests: Object.fromEntries(requests),
  };
}

/** A case as anybody may read it, who need not say who they are; undefined where nothing of it is published. */
export function publishedOf(
  procedure: Procedure,
  record: CaseRecord,
): Pick<ReadableRecord, "subject" | "facts"> | undefined {
  if (procedure.confidential || !procedure.publishes?.includes(record.state)) return undefined;
  return {
    subject: published(procedure.subject, record.subject),
    facts: published(procedure.facts, record.facts),
  };
}

/** Only what says of itself that it is public; what lies inside such a field is, unless it says otherwise. */
function published(
  schema: unknown,
  values: Readonly<Record<string, unknown>>,
  inside = false,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = child(child(schema, "properties"), name);
      const audience = child(field, "audience");
      const open = audience === "public" || (inside && field !== undefined && audience === undefined);
      return open ? [[name, publishedValue(field, value)]] : [];
    }),
  );
}

function publishedValue(schema: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => publishedValue(child(schema, "items"), one));
  return isRecord(value) && child(schema, "properties") !== undefined ? published(schema, value, true) : value;
}

/**
 * An event without what this reader may not know: the same rules, and besides the names of those
 * whose action is for the centre, of those whose turn it was where that is a secret, the phone and
 * where it was, which would tell both, and the list of parties, which says who may read the case
 * and is nobody's reading.
 */
export function redactEvent(procedure: Procedure, event: CaseEvent, reader: Reader): ReadableEvent {
  if (readsAll(procedure, reader)) return event;
  const action = procedure.actions[event.action];
  const own = isOwn(event.actor, reader);
  const { device, ...rest } = event;
  if (!own && guestOf(procedure, reader))
    return { ...rest, actor: { role: event.actor.role }, input: {}, evidence: [], turns: [], outcome: {} };
  return {
    ...rest,
    ...(own && device ? { device } : {}),
    evidence: own ? event.evidence : event.evidence.map(withoutPosition),
    actor: redactActor(action, event.actor, reader),
    input: own ? event.input : redactInput(action, event.input, reader),
    turns: redactTurns(procedure, event.from, event.turns, reader),
    outcome: redactOutcome(procedure, event.outcome, reader, own && event.from === null),
  };
}

/** Whom a case waits for in a state, without the names that this reader may not know. */
export function redactTurns(
  procedure: Procedure,
  state: string | null,
  turns: readonly Turn[],
  reader: Reader,
): readonly Turn[] {
  if (readsAll(procedure, reader)) return turns;
  return turns.map(({ person, ...turn }) => {
    const named = turn.request === undefined && state !== null ? procedure.states[state]?.person : undefined;
    const fact = named ?? procedure.roles[turn.role]?.bound?.person;
    const secret = fact === undefined || isForCentre(procedure.facts.properties[fact]);
    return person === undefined || (secret && person !== reader.person) ? turn : { ...turn, person };
  });
}

/** Whether a reader may know by which phone something was done and where that was: the centre, and who did it. */
export function readsDevice(procedure: Procedure, event: Pick<CaseEvent, "actor">, reader: Reader): boolean {
  return readsAll(procedure, reader) || isOwn(event.actor, reader);
}

/** What somebody let in by a link may read; undefined for whoever has an account. */
export function guestOf(procedure: Procedure, reader: Reader) {
  const guests = reader.roles.map((role) => procedure.roles[role]?.guest);
  return guests.every((one) => one !== undefined) ? guests[0] : undefined;
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** Whether the reader holds a role of the centre. */
export function readsAll(procedure: Procedure, reader: Reader): boolean {
  return reader.roles.some((role) => procedure.roles[role]?.side === "centre");
}

function isOwn(actor: Actor, reader: Reader): boolean {
  return actor.person === reader.person || actor.onBehalfOf === reader.person;
}

/** When a picture was taken is no secret; where its taker stood is. */
function withoutPosition({ position: _position, ...reference }: EvidenceReference): EvidenceReference {
  return reference;
}

/** The name goes, and with it the unit, which would tell. An action that is not known any more keeps its secret. */
function redactActor(action: AnyAction<Shape> | undefined, actor: Actor, reader: Reader): ReadableActor {
  const secret = action === undefined || action.actorAudience === "centre";
  return secret && !isOwn(actor, reader) ? { role: actor.role } : actor;
}

function redactInput(action: AnyAction<Shape> | undefined, input: unknown, reader: Reader): unknown {
  return action && isRecord(input) ? readable(action.input, input, reader) : {};
}

function redactRequest(procedure: Procedure, request: RequestRecord, reader: Reader): ReadableRequest {
  const action = procedure.actions[request.action];
  const input = isOwn(request.by, reader) ? request.input : redactInput(action, request.input, reader);
  return { ...request, by: redactActor(action, request.by, reader), input };
}

function redactOutcome(procedure: Procedure, outcome: Outcome, reader: Reader, reported: boolean): Outcome {
  const { parties: _parties, subject, facts, ...rest } = outcome;
  return {
    ...rest,
    ...(subject === undefined ? {} : { subject: reported ? subject : readable(procedure.subject, subject, reader) }),
    ...(facts === undefined ? {} : { facts: readable(procedure.facts, facts, reader) }),
  };
}

/**
 * The fields that the schema names and does not keep for the centre. A field that holds the
 * reader's own id is no secret to them.
 */
function readable(schema: unknown, value: Readonly<Record<string, unknown>>, reader: Reader): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const field = child(child(schema, "properties"), key);
      if (field === undefined || (isForCentre(field) && inner !== reader.person)) return [];
      return [[key, readableValue(field, inner, reader)]];
    }),
  );
}

function readableValue(schema: unknown, value: unknown, reader: Reader): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => readableValue(child(schema, "items"), one, reader));
  return isRecord(value) && child(schema, "properties") !== undefined ? readable(schema, value, reader) : value;
}

function isForCentre(schema: unknown): boolean {
  return child(schema, "audience") === "centre";
}

function child(node: unknown, key: string): unknown {
  return isRecord(node) ? node[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
