import type { Instant, Limit } from "../calendar/index.ts";

/** Who acts. A program acts as `system`; a substitute names whom they stand in for. */
export interface Actor {
  readonly person: string;
  readonly role: string;
  readonly unit?: string;
  readonly onBehalfOf?: string;
}

export const system: Actor = { person: "system", role: "system" };

/** Where a device believed itself to be: WGS 84 degrees, the accuracy a radius in metres, `at` the fix's own time. */
export interface DevicePosition {
  readonly lng: number;
  readonly lat: number;
  readonly accuracy: number;
  readonly at: Instant;
}

/**
 * What the phone said of the moment in which something was done on it, by its own clock. The event's `at` is when the
 * server heard of it, so `deviceNow - at` is how far the phone's clock was off.
 */
export interface DeviceRecord {
  readonly id: string;
  readonly appVersion: string;
  /** When the person did it. */
  readonly capturedAt: Instant;
  /** When the phone sent it. */
  readonly deviceNow: Instant;
  readonly position?: DevicePosition;
  /** Done without a network, and sent later. */
  readonly offline: boolean;
}

/** A file that proves something: its SHA-256 address, what it shows, and what the phone noted when it was taken. */
export interface EvidenceReference {
  readonly hash: string;
  readonly kind: EvidenceKind;
  readonly capturedAt?: Instant;
  readonly position?: DevicePosition;
}

export const evidenceKinds = ["near", "far", "reference", "before", "after", "check", "audio", "document"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A stretch of time in which a clock ran; open while it runs. */
export interface Segment {
  readonly from: Instant;
  readonly to?: Instant;
}

/**
 * A deadline as it stands. Only raw instants are kept; colour and lateness are derived
 * from them (`lateness`, `colour`).
 */
export interface ClockRecord {
  readonly status: "running" | "paused" | "stopped";
  /** The limit in force, extensions included. */
  readonly limit: Limit;
  /** The limit as first set; an extension adds it once more. */
  readonly base: Limit;
  readonly extensions: number;
  readonly segments: readonly Segment[];
  /** When the limit runs out; absent while the clock is paused in time. */
  readonly due?: Instant;
  /** When the light turns yellow. */
  readonly warn?: Instant;
}

/** A door for somebody without an account: their role, the event that opened it, and until when it stands open. */
export interface Invitation {
  readonly role: string;
  readonly seq: number;
  readonly until: Instant;
}

/** Something asked and not yet answered, beside the case's own state. */
export interface RequestRecord {
  readonly at: Instant;
  readonly by: Actor;
  readonly action: string;
  readonly input: unknown;
}

/** Whom a case waits for: a role, perhaps at one unit, perhaps one person. */
export interface Turn {
  readonly role: string;
  readonly unit?: string;
  readonly person?: string;
  /** The request this turn answers; absent for the case's own state. */
  readonly request?: string;
}

/** A case: what its events add up to. Generic code reads it; a procedure's callbacks get it typed. */
export interface CaseRecord<
  State extends string = string,
  Subject = Readonly<Record<string, unknown>>,
  Facts = Readonly<Record<string, unknown>>,
  Clock extends string = string,
  Request extends string = string,
> {
  readonly city: string;
  readonly no: string;
  readonly procedure: string;
  /** Version of the procedure the case began under and ends under. */
  readonly version: number;
  /** Number of its last event, from 1; a writer must have seen it. */
  readonly seq: number;
  readonly state: State;
  /** Since when the case is in this state. */
  readonly since: Instant;
  /** Since when it waits for whom it waits for now: a case given to another person begins to wait anew. */
  readonly turnSince: Instant;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  readonly subject: Subject;
  readonly facts: Partial<Facts>;
  readonly clocks: Partial<Readonly<Record<Clock, ClockRecord>>>;
  readonly requests: Partial<Readonly<Record<Request, RequestRecord>>>;
  /** How often each action was done. */
  readonly counts: Readonly<Record<string, number>>;
  /** Units and persons the case has ever waited for or been reported by: they may read it. */
  readonly parties: readonly string[];
  /** Units that gave it back or handed it on, each once, in order; absent where none did. */
  readonly passedOn?: readonly string[];
  readonly invitation?: Invitation;
}

/** What one action changed, complete enough that replaying needs neither rules nor calendar. */
export interface Outcome {
  readonly subject?: Readonly<Record<string, unknown>>;
  /** New values; `null` takes a fact away. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly clocks?: Readonly<Record<string, ClockRecord>>;
  readonly asked?: string;
  readonly answered?: readonly string[];
  readonly parties?: readonly string[];
  /** The state stayed and the turn went to another unit or person. */
  readonly turned?: true;
  /** The unit that gave it back or handed it on. */
  readonly passedOn?: string;
  readonly invitation?: Pick<Invitation, "role" | "until">;
  /** Fields of subject and facts that are gone for good, from this event on and from those before it. */
  readonly erased?: readonly string[];
}

/** One thing that was done to a case. The log of these is the truth. */
export interface CaseEvent {
  readonly city: string;
  readonly caseNo: string;
  readonly seq: number;
  readonly procedure: string;
  readonly version: number;
  readonly action: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly input: unknown;
  readonly evidence: readonly EvidenceReference[];
  /** Absent where it was not done on a phone. */
  readonly device?: DeviceRecord;
  readonly from: string | null;
  readonly to: string;
  /** Whose turn it was before, and since when: the difference to `at` is whom the work waited for. */
  readonly turns: readonly Turn[];
  readonly waitedSince: Instant;
  readonly outcome: Outcome;
}
