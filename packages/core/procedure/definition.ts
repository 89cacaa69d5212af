import type { Static, TObject } from "typebox";
import type { Calendar, Instant, Limit } from "../calendar/index.ts";
import type { Actor, CaseRecord, EvidenceKind, EvidenceReference } from "./case.ts";
import type { Effect } from "./effect.ts";
import type { Reference } from "./reference.ts";
import type { Refusal } from "./refusal.ts";
import type { Words } from "./words.ts";

/** The literal types of one procedure, bundled, so that one parameter carries them all. */
export interface Shape {
  readonly subject: TObject;
  readonly facts: TObject;
  readonly settings: TObject;
  readonly state: string;
  readonly role: string;
  readonly clock: string;
  readonly request: string;
}

export type CaseOf<P extends Shape> = CaseRecord<
  P["state"],
  Static<P["subject"]>,
  Static<P["facts"]>,
  P["clock"],
  P["request"]
>;

/** A city's settings. A procedure without any has the type of an empty record: typebox's own would fit no general code. */
export type SettingsOf<P extends Shape> = keyof P["settings"]["properties"] extends never
  ? Readonly<Record<string, unknown>>
  : Static<P["settings"]>;

/** What a procedure's callback sees of the world. */
export interface View<P extends Shape> {
  readonly case: CaseOf<P>;
  readonly facts: Partial<Static<P["facts"]>>;
  readonly settings: SettingsOf<P>;
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly reference: Reference;
}

export interface ActView<P extends Shape, Input> extends View<P> {
  readonly actor: Actor;
  readonly input: Input;
  readonly evidence: readonly EvidenceReference[];
}

export type OpenView<P extends Shape, Input> = Omit<ActView<P, Input>, "case" | "facts">;

export type Patch<Facts> = { readonly [K in keyof Facts]?: Facts[K] | null };

/**
 * Where a role stands. `centre` sees who reported; the others do not. `bound` names the
 * facts that tie the role to one unit or person: a department's officer acts on the
 * department's own cases only. `guest` is somebody without an account, let in by a link
 * to one case: the fields that they may read (none but these), and the action that is
 * done by their opening the link, so that every use is on record.
 */
export interface RoleDefinition<P extends Shape> {
  readonly title: Words;
  readonly side: "centre" | "field" | "department" | "outside";
  readonly bound?: {
    readonly unit?: keyof Static<P["facts"]> & string;
    readonly person?: keyof Static<P["facts"]> & string;
  };
  readonly guest?: {
    readonly reads: readonly ((keyof Static<P["subject"]> | keyof Static<P["facts"]>) & string)[];
    readonly opens: string;
  };
}

export interface StateDefinition<P extends Shape> {
  readonly title: Words;
  /** Whose move it is. Absent in final states and where only time moves the case. */
  readonly waitsFor?: P["role"];
  /** The fact that names the one person of that role, where there is one. */
  readonly person?: keyof Static<P["facts"]> & string;
  /** The fact that says until when the case may rest here. */
  readonly heldUntil?: keyof Static<P["facts"]> & string;
  readonly final?: true;
}

export interface ClockDefinition<P extends Shape> {
  readonly title: Words;
  /** The article, standard or city rule that this deadline rests on; shown wherever the deadline is. */
  readonly basis: Words;
  readonly runsIn: readonly P["state"][];
  readonly pausesIn?: readonly P["state"][];
  /** Coming back after it stopped: go on with what was left, or begin again. */
  readonly again: "resume" | "anew" | "setting";
  /** How long it may run. */
  limit?(view: View<P>): Limit | undefined;
  /** In place of a limit: the instant that somebody set. */
  until?(view: View<P>): Instant | undefined;
}

export interface RequestDefinition<P extends Shape> {
  readonly title: Words;
  /** Who answers. */
  readonly waitsFor: P["role"];
}

interface ActionBase<P extends Shape> {
  readonly title: Words;
  /** Who may; `system` acts on time alone. */
  readonly by: readonly (P["role"] | "system")[];
  /** How many files of each kind there must be; none of a kind that is only offered. */
  readonly evidence?: Partial<Readonly<Record<EvidenceKind, number>>>;
  /** Names of those who did this are for the centre only (who reported, who checked). */
  readonly actorAudience?: "centre";
  /** How many others must have stood by; the form asks who. */
  readonly witnesses?: number;
  /** How the console offers it: the step everybody expects, an ordinary one, or one to think about twice. */
  readonly weight?: "main" | "plain" | "grave";
}

/** An action that opens a case. */
export interface OpeningDefinition<P extends Shape, Input extends TObject> extends ActionBase<P> {
  readonly opens: true;
  readonly to: P["state"] | readonly P["state"][];
  readonly input: Input;
  choose?(view: OpenView<P, Static<Input>>): P["state"];
  guard?(view: OpenView<P, Static<Input>>): Refusal | undefined;
  subject(view: OpenView<P, Static<Input>>): Static<P["subject"]>;
  set?(view: OpenView<P, Static<Input>>): Patch<Static<P["facts"]>>;
  effects?(view: OpenView<P, Static<Input>>): readonly Effect[];
}

/** An action on a case. */
export interface ActionDefinition<P extends Shape, Input extends TObject> extends ActionBase<P> {
  readonly opens?: never;
  readonly from: P["state"] | readonly P["state"][];
  /** The state it leads to; `same` stays; several need `choose`. */
  readonly to: P["state"] | "same" | readonly P["state"][];
  readonly input: Input;
  choose?(view: ActView<P, Static<Input>>): P["state"];
  /** Why it cannot be done now, whatever the input. It is asked before the form is offered. */
  unless?(view: View<P> & { readonly actor: Actor }): Refusal | undefined;
  /** What is wrong with this input. */
  guard?(view: ActView<P, Static<Input>>): Refusal | undefined;
  set?(view: ActView<P, Static<Input>>): Patch<Static<P["facts"]>>;
  /** Corrected fields of the subject. */
  amend?(view: ActView<P, Static<Input>>): Partial<Static<P["subject"]>>;
  readonly asks?: P["request"];
  readonly answers?: P["request"] | readonly P["request"][];
  /** Answers the request only if there is one; the action may also be done unasked. */
  readonly answersAny?: true;
  /** Open to the units that handle jointly, not to the lead alone. */
  readonly joint?: true;
  /** Whoever does this gives the matter back or hands it on; it counts for their unit (推). */
  readonly passesOn?: true;
  /** Lets somebody without an account in by a link, until then. A new invitation ends the one before. */
  readonly invites?: { readonly role: P["role"]; until(view: ActView<P, Static<Input>>): Instant };
  /** Fields taken out of the case and of every earlier event of it, for good. */
  readonly erases?: readonly ((keyof Static<P["subject"]> | keyof Static<P["facts"]>) & string)[];
  /** For `system`: done because an action on another case asks for it. */
  readonly asked?: true;
  /** Clocks that begin anew. */
  restarts?(view: ActView<P, Static<Input>>): readonly P["clock"][];
  /** Clocks that take their limit anew and keep the time spent. */
  readonly relimits?: readonly P["clock"][];
  /** The clock that gets its first limit once more. */
  readonly extends?: P["clock"];
  effects?(view: ActView<P, Static<Input>>): readonly Effect[];
  /** For `system`: the instant at which it is done by itself. */
  at?(view: View<P>): Instant | undefined;
}

export type AnyAction<P extends Shape> = OpeningDefinition<P, TObject> | ActionDefinition<P, TObject>;

/** Everything of a procedure but its actions. */
export interface ProcedureBase<P extends Shape> {
  readonly id: string;
  readonly version: number;
  readonly title: Words;
  readonly roles: Readonly<Record<P["role"], RoleDefinition<P>>>;
  /** What was reported. */
  readonly subject: P["subject"];
  /** What was found out and decided since; every one may be absent. */
  readonly facts: P["facts"];
  /** What a city sets for itself; each with its default. */
  readonly settings: P["settings"];
  readonly states: Readonly<Record<P["state"], StateDefinition<P>>>;
  readonly clocks: Readonly<Record<P["clock"], ClockDefinition<P>>>;
  readonly requests: Readonly<Record<P["request"], RequestDefinition<P>>>;
  /** Read by its own roles and by whom it lay with; not by the centre at large. Its `index` names no place: nothing confidential is on the map. */
  readonly confidential?: true;
  /** States in which anybody may read the fields whose audience is `public`. */
  readonly publishes?: readonly P["state"][];
  /**
   * In which states a case counts for its unit, and as what: work that it was sent, work of its own finding, or praise.
   * Of its own work no more counts than this share of all that counts (`countedOwnWork`).
   */
  readonly counts?: {
    readonly as: "sent" | "own" | "praise";
    readonly in: readonly P["state"][];
    mostShare?(settings: SettingsOf<P>): number;
  };
  /** 合办: the fact that names the one lead unit, and the fact that lists those who join in. */
  readonly joint?: {
    readonly lead: keyof Static<P["facts"]> & string;
    readonly units: keyof Static<P["facts"]> & string;
  };
  /** For a clock with `again: "setting"`: what this city chose. */
  clockAgain?(clock: P["clock"], settings: SettingsOf<P>): "resume" | "anew";
  /** What lists and maps show and search of a case. */
  index(record: CaseOf<P>): CaseIndex;
}

/** The columns a case is found by, whatever its procedure. */
export interface CaseIndex {
  readonly title: string;
  readonly type?: string;
  readonly place?: {
    readonly text: string;
    readonly lng: number;
    readonly lat: number;
    readonly area?: string;
    readonly cell?: string;
  };
  readonly department?: string;
  readonly reporter?: string;
  readonly source?: string;
  /** Code of the component it is about. */
  readonly component?: string;
}

export interface Procedure<P extends Shape = Shape, Action extends string = string> extends ProcedureBase<P> {
  readonly actions: Readonly<Record<Action, AnyAction<P>>>;
}
