import type { DevicePosition, EvidenceReference, Problem, Words } from "@xiuhua/server/api";

/** One photo or recording of an entry. Its bytes lie beside it in the store, under `id`. */
export interface QueuedFile {
  readonly id: string;
  readonly kind: EvidenceReference["kind"];
  /** SHA-256 in hex, computed at the capture: what proves later that this is the picture. */
  readonly hash: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
  /** Milliseconds of the phone's own clock; absent for a picture that was not taken here but chosen. */
  readonly capturedAt?: number;
  readonly position?: DevicePosition;
  /** A small picture for lists. */
  readonly thumbnail?: Blob;
  /** Where a cut upload goes on. */
  readonly uploadUrl?: string;
  /** The server has it. */
  readonly stored: boolean;
}

/** What is asked of the server. */
export type Doing =
  | { readonly kind: "open"; readonly procedure: string; readonly action: string }
  | {
      readonly kind: "act";
      readonly no: string;
      readonly action: string;
      /** The case as the person saw it: another number means that somebody acted meanwhile. */
      readonly seq: number;
    };

/**
 * `waiting` to be sent (perhaps half sent); `sent`; `refused` by a rule; in `conflict` with what somebody else did
 * meanwhile; `kept` on this phone as a note. What is being sent at this moment is not stored: a record that says so
 * would lie after a power cut.
 */
export type EntryState = "waiting" | "sent" | "refused" | "conflict" | "kept";

/** One report or action, saved before anything else is done with it. */
export interface Entry {
  /** Also the idempotency key: fixed for ever, so that it is carried out once. */
  readonly id: string;
  /** Whose it is. Nobody else sees or sends it. */
  readonly person: string;
  /** Rising: the order in which things were done on this phone. */
  readonly order: number;
  /** What must stay in order among itself: a case's number; an opening stands alone. */
  readonly lane: string;
  readonly doing: Doing;
  /** What was done, in words: the action's title. */
  readonly title: Words;
  /** What it is about, as the person wrote it. */
  readonly summary: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly files: readonly QueuedFile[];
  readonly capturedAt: number;
  readonly position?: DevicePosition;
  /** Whether it was done without a network, or nobody answered when it was first sent. */
  readonly offline: boolean;
  readonly state: EntryState;
  /** How often the server asked to come again later. */
  readonly tries: number;
  /** Not before this time, in milliseconds. */
  readonly notBefore: number;
  /** Why it was refused, or what it ran into. */
  readonly problem?: Problem;
  readonly answer?: Answer;
  readonly sentAt?: number;
}

/** The case as it stands once the entry is carried out. */
export interface Answer {
  readonly no: string;
  readonly seq: number;
  readonly state: string;
}

/** What the person did, before it has its place in the queue. */
export type Done = Omit<Entry, "order" | "lane" | "state" | "tries" | "notBefore" | "problem" | "answer" | "sentAt">;

/** The entry made of what the person did. */
export function entryOf(done: Done, order: number): Entry {
  const lane = done.doing.kind === "act" ? done.doing.no : done.id;
  return { ...done, order, lane, state: "waiting", tries: 0, notBefore: 0 };
}

/** Whether it still has a way to go. */
export const isOpen = ({ state }: Entry): boolean => state !== "sent" && state !== "kept";
/** Whether the person has to decide something. */
export const needsPerson = ({ state }: Entry): boolean => state === "refused" || state === "conflict";
