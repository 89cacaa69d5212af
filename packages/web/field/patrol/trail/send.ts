import type { FieldShift, TrackResult } from "@xiuhua/server/api";
import { ProblemError, send } from "../../../shared/api/index.ts";
import { outcomeOf } from "../../queue/index.ts";
import type { FieldDatabase } from "../../store/index.ts";
import type { Mark, Move, Step } from "./mark.ts";
import { markSent, marksOf } from "./store.ts";

/** Steps in one request, as many as the server takes. */
const batch = 500;
const answerMs = 30_000;

/** How a round of sending ended: all is sent, or when to come again. */
export type Round =
  { readonly kind: "rest" } | { readonly kind: "later"; readonly after?: number } | { readonly kind: "loggedOut" };

export interface TrailWay {
  readonly move: (move: Move) => Promise<FieldShift>;
  readonly steps: (steps: readonly Step[]) => Promise<TrackResult>;
}

export const trailWay: TrailWay = {
  move: ({ kind, at, key }) =>
    send("POST", "/field/shift", { action: kind, at: iso(at) }, key, AbortSignal.timeout(answerMs)),
  steps: (steps) =>
    send(
      "POST",
      "/field/track",
      { points: steps.map(({ position }) => position) },
      crypto.randomUUID(),
      AbortSignal.timeout(answerMs),
    ),
};

export interface TrailNews {
  /** What the server says of the shift once it has heard. */
  readonly onShift: (shift: FieldShift) => void;
  /** A shift that is against a rule: sending it again would change nothing. */
  readonly onRefused: (error: ProblemError) => void;
}

/**
 * Sends what waits. Shifts go first, in their order: a step is taken only where the server knows a shift around it, so
 * that none goes while a shift before it has not arrived.
 */
export async function sendTrail(
  db: FieldDatabase,
  person: string,
  { onShift, onRefused }: TrailNews,
  way = trailWay,
): Promise<Round> {
  const waiting = (await marksOf(db, person)).filter(({ sent }) => !sent);
  for (const move of waiting.filter(isMove)) {
    const round = await attempt(async () => onShift(await way.move(move)), onRefused);
    if (round) return round;
    await markSent(db, [move]);
  }
  const steps = waiting.filter(isStep);
  for (let from = 0; from < steps.length; from += batch) {
    const some = steps.slice(from, from + batch);
    // A batch against a rule is settled too: the phone has nothing better to send.
    const round = await attempt(() => way.steps(some), onRefused);
    if (round) return round;
    await markSent(db, some);
  }
  return { kind: "rest" };
}

const isMove = (mark: Mark): mark is Move => mark.kind !== "step";
const isStep = (mark: Mark): mark is Step => mark.kind === "step";

/** Undefined where it is settled, one way or the other. */
async function attempt(
  work: () => Promise<unknown>,
  onRefused: (error: ProblemError) => void,
): Promise<Round | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem, after } = error;
    const outcome = outcomeOf({ problem, acting: false, ...(after === undefined ? {} : { after }) });
    if (outcome.kind === "loggedOut") return outcome;
    if (outcome.kind === "unreachable") return { kind: "later" };
    if (outcome.kind === "busy") return { kind: "later", ...(outcome.after ? { after: outcome.after } : {}) };
    onRefused(error);
    return undefined;
  }
}

const iso = (at: number): string => new Date(at).toISOString();
