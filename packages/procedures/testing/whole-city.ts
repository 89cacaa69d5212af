import { Value } from "typebox/value";
import {
  apply,
  evidenceKinds,
  mayDo,
  nextTimed,
  open,
  openings,
  sources,
  targets,
  system,
  type ActContext,
  type Actor,
  type Applied,
  type CaseEvent,
  type CaseRecord,
  type Effect,
  type EvidenceReference,
  type Procedure,
  type Refusal,
  type Result,
} from "@xiuhua/core/procedure";
import { sample, type Around } from "./sample.ts";
import type { Chooser } from "./inputs.ts";
import { at, calendar, reference } from "./world.ts";

const hour = 3600 * 1000;

/** Units in which each post is held, so that a case can lie with one and not with the other; the city is above all. */
const seats = ["sanitation", "sanitation-east", "parks", "jiefang", "city"] as const;

export interface Step {
  readonly city: WholeCity;
  readonly procedure: Procedure;
  readonly before: CaseRecord | undefined;
  readonly after: CaseRecord;
  readonly event: CaseEvent;
}

/**
 * A city that runs many procedures at once, with somebody for each role at several units; an actor is written
 * `role@unit`. What a case asks of another is done at once, as the server does it from the outbox.
 */
export class WholeCity {
  now: number;
  readonly cases = new Map<string, CaseRecord>();
  readonly events = new Map<string, CaseEvent[]>();
  /** What the last action wanted done outside its case. */
  effects: readonly Effect[] = [];
  /** Why a step that a case asked of another was not taken. */
  readonly unheard: Refusal[] = [];
  see: (step: Step) => void = () => undefined;
  private current = "";

  readonly procedures: ReadonlyMap<string, Procedure>;
  private readonly settings: ReadonlyMap<string, ActContext["settings"]>;

  constructor(
    procedures: ReadonlyMap<string, Procedure>,
    begin = "2022-08-02 07:00",
    settings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
  ) {
    this.procedures = procedures;
    this.settings = new Map([...procedures].map(([id, one]) => [id, settingsOf(one, settings[id])]));
    this.now = at(begin);
  }

  get case(): CaseRecord {
    return this.of(this.current);
  }

  of(no: string): CaseRecord {
    const found = this.cases.get(no);
    if (!found) throw new Error(`There is no case ${no}`);
    return found;
  }

  get log(): readonly CaseEvent[] {
    return this.events.get(this.current) ?? [];
  }

  turnTo(no: string): this {
    this.current = no;
    return this;
  }

  goTo(time: string): this {
    this.pass(at(time) - this.now);
    return this;
  }

  /** Lets time pass; what falls due meanwhile is done at its hour. */
  pass(wait: number): void {
    const end = this.now + wait;
    for (;;) {
      const due = [...this.cases.values()]
        .flatMap((record) => {
          const procedure = this.procedureOf(record);
          if (procedure.states[record.state]?.final) return [];
          const timed = nextTimed(procedure, record, this.context(procedure, system));
          return timed && timed.at <= end ? [{ record, ...timed }] : [];
        })
        .toSorted((one, other) => one.at - other.at)[0];
      if (!due) break;
      this.now = Math.max(this.now, due.at);
      const result = this.step(due.record, due.action, {}, this.context(this.procedureOf(due.record), system));
      if (!result.ok) throw new Error(`time may not ${due.action}: ${result.refusal.message.en}`);
    }
    this.now = end;
  }

  open(procedure: string, action: string, who: string, input: unknown, evidence?: readonly EvidenceReference[]): this {
    return this.demand(this.tryOpen(procedure, action, who, input, evidence), `${who} may not ${action}`);
  }

  act(action: string, who: string, input: unknown = {}, evidence?: readonly EvidenceReference[]): this {
    return this.demand(this.tryAct(action, who, input, evidence), `${who} may not ${action} in ${this.case.state}`);
  }

  refusal(action: string, who: string, input: unknown = {}, evidence?: readonly EvidenceReference[]): Refusal {
    const result = this.tryAct(action, who, input, evidence);
    if (result.ok) throw new Error(`${who} did ${action}, which should have been refused`);
    return result.refusal;
  }

  tryOpen(
    id: string,
    action: string,
    who: string,
    input: unknown,
    evidence?: readonly EvidenceReference[],
  ): Result<Applied> {
    const procedure = this.named(id);
    const no = `JZ-${this.cases.size + 1}`;
    const files = evidence ?? filesFor(procedure, action);
    const result = open(procedure, { city: "410800", no }, action, input, this.context(procedure, actorOf(who), files));
    if (result.ok) this.keep(procedure, undefined, result.value);
    return result;
  }

  tryAct(action: string, who: string, input: unknown, evidence?: readonly EvidenceReference[]): Result<Applied> {
    const procedure = this.procedureOf(this.case);
    const files = evidence ?? filesFor(procedure, action);
    return this.step(this.case, action, input, this.context(procedure, actorOf(who), files));
  }

  /**
   * A random step: time, a new case, or something that somebody may do.
   * @param tried how often each way was gone so far, and a little for each attempt: every other step takes the one gone
   *   least, so that walks get everywhere; it is counted on here
   * @param crowd how many cases there may be
   */
  wander(pick: Chooser, only: readonly Procedure[], tried: Map<string, number>, crowd = 5): void {
    this.pass(pick([0, 0, 0, 0.2, 1, 5, 20, 70, 24 * 12, 24 * 190, 24 * 380]) * hour);
    const here = [...this.cases.values()].filter((one) => only.includes(this.procedureOf(one)));
    const [first, ...rest] = here;
    if (first === undefined || (here.length < crowd && pick([0, 1, 2, 3]) === 3)) return this.begin(pick, only);
    const looked = here.length <= 5 ? here : Array.from({ length: 5 }, () => pick([first, ...rest]));
    const all = looked.flatMap((record) => this.moves(record, pick));
    const often = (one: Move) => Math.min(...one.arrows.map((arrow) => tried.get(arrow) ?? 0));
    const least = Math.min(...all.map(often));
    const [move, ...others] = pick([true, false]) ? all.filter((one) => often(one) === least) : all;
    if (!move) return;
    const chosen = pick([move, ...others]);
    this.turnTo(chosen.no).attempt(chosen, pick);
    for (const arrow of chosen.arrows)
      tried.set(arrow, (tried.get(arrow) ?? 0) + (arrow.endsWith(` ${this.of(chosen.no).state}`) ? 1 : 1 / 8));
  }

  /** Whether somebody can act on a case now, or time will. */
  goesOn(record: CaseRecord): boolean {
    const procedure = this.procedureOf(record);
    return (
      this.moves(record, (among) => among[0]).length > 0 ||
      nextTimed(procedure, record, this.context(procedure, system)) !== undefined
    );
  }

  context(procedure: Procedure, actor: Actor, evidence: readonly EvidenceReference[] = []): ActContext {
    const known = reference(this.cases, (state) => procedure.states[state]?.final === true);
    return {
      now: this.now,
      actor,
      calendar,
      settings: this.settings.get(procedure.id) ?? {},
      reference: { ...known, person: (id) => personOf(id) },
      evidence,
    };
  }

  procedureOf(record: CaseRecord): Procedure {
    return this.named(record.procedure);
  }

  private named(id: string): Procedure {
    const procedure = this.procedures.get(id);
    if (!procedure) throw new Error(`There is no procedure ${id}`);
    return procedure;
  }

  private begin(pick: Chooser, only: readonly Procedure[]): void {
    const beginnings = only.flatMap((procedure) =>
      holdersIn(procedure).flatMap((who) =>
        openings(procedure, [actorOf(who).role]).map(({ action }) => ({ procedure, who, action })),
      ),
    );
    const [first, ...rest] = beginnings;
    if (!first) return;
    const { procedure, who, action } = pick([first, ...rest]);
    const input = sample(procedure.actions[action]?.input, this.around(pick, undefined));
    accepted(this.tryOpen(procedure.id, action, who, input), action, who);
  }

  /** What may be done with a case; of those who may do it, one that `pick` comes to first. */
  private moves(record: CaseRecord, pick: Chooser): readonly Move[] {
    const procedure = this.procedureOf(record);
    const holders = holdersIn(procedure);
    const first = pick([0, ...holders.keys()]);
    const contexts = [...holders.slice(first), ...holders.slice(0, first)].map((who) =>
      this.context(procedure, actorOf(who)),
    );
    return Object.entries(procedure.actions).flatMap(([action, definition]) => {
      if (definition.opens || !sources(definition).includes(record.state)) return [];
      const who = contexts.find(
        (one) => definition.by.includes(one.actor.role) && mayDo(procedure, record, definition, one) === undefined,
      )?.actor.person;
      const arrows = targets(definition, record.state).map((to) => `${procedure.id} ${action} ${to}`);
      const move = { no: record.no, action, arrows };
      const share = { main: 4, plain: 2, grave: 1 }[definition.weight ?? "plain"];
      return who === undefined ? [] : Array.from({ length: share }, () => ({ ...move, who }));
    });
  }

  private attempt({ action, who }: Move, pick: Chooser): void {
    const procedure = this.procedureOf(this.case);
    const input = sample(procedure.actions[action]?.input, this.around(pick, this.case));
    accepted(this.tryAct(action, who, input), action, who);
  }

  private around(pick: Chooser, record: CaseRecord | undefined): Around {
    const people = [...this.procedures.values()].flatMap(holdersIn);
    return {
      pick,
      now: this.now,
      others: [...this.cases.keys()].filter((no) => no !== record?.no),
      holders: (role) => people.filter((one) => role === undefined || actorOf(one).role === role),
      said: (name) => stringsNamed(name, [record?.subject, record?.facts]),
    };
  }

  private step(record: CaseRecord, action: string, input: unknown, context: ActContext): Result<Applied> {
    const procedure = this.procedureOf(record);
    const result = apply(procedure, record, action, input, context);
    if (result.ok) this.keep(procedure, record, result.value);
    return result;
  }

  private keep(procedure: Procedure, before: CaseRecord | undefined, { record, event, effects }: Applied): void {
    this.current = record.no;
    this.cases.set(record.no, record);
    this.events.set(record.no, [...(this.events.get(record.no) ?? []), event]);
    this.see({ city: this, procedure, before, after: record, event });
    for (const effect of effects) if (effect.kind === "act") this.carry(effect, record.no);
    this.current = record.no;
    this.effects = effects;
  }

  /** What one case asks of another. */
  private carry(effect: Effect & { readonly kind: "act" }, asker: string): void {
    const record = this.cases.get(effect.on);
    if (!record) return;
    const context = this.context(this.procedureOf(record), system, effect.evidence);
    const result = this.step(record, effect.action, effect.input, { ...context, asker });
    if (!result.ok) this.unheard.push(result.refusal);
  }

  private demand(result: Result<Applied>, what: string): this {
    if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.refusal)}`);
    return this;
  }
}

/** Something that somebody may do now, and each way that it can lead, by which it is counted. */
interface Move {
  readonly no: string;
  readonly action: string;
  readonly who: string;
  readonly arrows: readonly string[];
}

/** What a city may set: the default, or the least that is allowed, so that limits are met as well as not. */
export function someSettings(procedures: ReadonlyMap<string, Procedure>, pick: Chooser) {
  return Object.fromEntries(
    [...procedures].map(([id, { settings }]) => [
      id,
      Object.fromEntries(
        Object.entries(settings.properties).flatMap(([name, schema]) =>
          "minimum" in schema && pick([true, false, false]) ? [[name, schema.minimum]] : [],
        ),
      ),
    ]),
  );
}

function settingsOf(procedure: Procedure, own: Readonly<Record<string, unknown>> = {}): ActContext["settings"] {
  const settings = Value.Default(procedure.settings, { ...own });
  if (!Value.Check(procedure.settings, settings)) throw new Error(`These settings do not fit ${procedure.id}`);
  return settings;
}

/** Only what the input itself decides may be refused to somebody whom the action was offered to. */
function accepted(result: Result<Applied>, action: string, who: string): void {
  if (result.ok || (result.refusal.code === "rule" && result.refusal.problems !== undefined)) return;
  if (result.refusal.code === "missing-evidence" || isMismatch(result.refusal)) return;
  throw new Error(`${action} was offered to ${who} and refused: ${JSON.stringify(result.refusal)}`);
}

/** A list may have to hold more different names than there are. */
const isMismatch = ({ problems }: Refusal) => problems?.every(({ field }) => field === "/witnesses") === true;

function actorOf(who: string): Actor {
  const [role = "", unit] = who.split("@");
  return { person: who, role, ...(unit === undefined ? {} : { unit }) };
}

function personOf(id: string) {
  const { role, unit } = actorOf(id);
  return unit === undefined ? undefined : { id, name: { zh: id, en: id }, active: true, grants: [{ role, unit }] };
}

/** Everybody who can have a part in a procedure. */
function holdersIn(procedure: Procedure): string[] {
  return Object.entries(procedure.roles).flatMap(([role, { guest }]) =>
    guest ? [role] : seats.map((unit) => `${role}@${unit}`),
  );
}

/** As many files of each kind as an action asks for. */
function filesFor(procedure: Procedure, action: string): readonly EvidenceReference[] {
  return Object.entries(procedure.actions[action]?.evidence ?? {}).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, at) => ({ hash: String(at).repeat(64), kind: kindOf(kind) })),
  );
}

function kindOf(kind: string): EvidenceReference["kind"] {
  return evidenceKinds.find((one) => one === kind) ?? "document";
}

function stringsNamed(name: string, values: readonly unknown[]): string[] {
  return values.flatMap((value): string[] =>
    typeof value !== "object" || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]): string[] =>
          key === name && typeof inner === "string" ? [inner] : stringsNamed(name, [inner]),
        ),
  );
}
