import type { FieldShift } from "@xiuhua/server/api";
import type { ProblemError } from "../../../shared/api/index.ts";
import { waitBefore } from "../../queue/index.ts";
import type { FieldDatabase } from "../../store/index.ts";
import type { Mark } from "./mark.ts";
import { sendTrail, type Round } from "./send.ts";
import { addMark, forgetMarks, marksOf } from "./store.ts";

/** Steps wait so long for each other before they go together. */
const gatherMs = 60_000;

export interface TrailState {
  /** In order of time: what was not sent, and what was sent within a day. */
  readonly marks: readonly Mark[];
  /** Nobody answered the last time. */
  readonly unreachable: boolean;
  /** Why the server did not take what was sent last. */
  readonly refused?: ProblemError;
}

export interface TrailOptions {
  readonly db: FieldDatabase;
  readonly person: string;
  readonly onShift: (shift: FieldShift) => void;
  /** After steps were sent. */
  readonly onSent: () => void;
  /** Asked when the server does not know who we are; answers whether to go on. */
  readonly whoAmI: () => Promise<boolean>;
}

export type Trail = ReturnType<typeof openTrail>;

/** One person's shifts and steps: on the disk first, sent when there is a way, for as long as it is open. */
export function openTrail({ db, person, onShift, onSent, whoAmI }: TrailOptions) {
  let state: TrailState = { marks: [], unreachable: false };
  let closed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const tabs = new BroadcastChannel(`xiuhua-trail-${person}`);
  const become = (next: TrailState): void => {
    state = next;
    for (const tell of listeners) tell();
  };
  const reload = async (): Promise<void> => become({ ...state, marks: await marksOf(db, person) });
  const changed = async (): Promise<void> => {
    await reload();
    tabs.postMessage("changed");
  };

  const sendIn = (milliseconds: number): void => {
    timer ??= setTimeout(() => void sendNow(), milliseconds);
  };
  async function sendNow(again = true): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (closed || !state.marks.some(({ sent }) => !sent)) return;
    // One tab sends at a time.
    const round = await navigator.locks.request(`xiuhua-trail-${person}`, (): Promise<Round> =>
      sendTrail(db, person, { onShift, onRefused: (refused) => become({ ...state, refused }) }),
    );
    if (closed) return;
    failures = round.kind === "rest" ? 0 : failures + 1;
    become({ ...state, unreachable: round.kind === "later" });
    await changed();
    if (round.kind === "rest") return onSent();
    if (round.kind === "loggedOut" && again && (await whoAmI())) return sendNow(false);
    sendIn(round.kind === "later" && round.after !== undefined ? round.after : waitBefore(failures - 1, Math.random));
    return undefined;
  }
  const poke = (): void => void sendNow();
  const seen = () => document.visibilityState === "visible" && poke();
  tabs.addEventListener("message", () => void reload());
  addEventListener("online", poke);
  document.addEventListener("visibilitychange", seen);
  void forgetMarks(db, Date.now()).then(reload).then(poke);

  return {
    get: (): TrailState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Keeps a mark; a shift goes at once, steps wait for each other. Resolves once it is on the disk. */
    async add(mark: Mark): Promise<void> {
      if (!(await addMark(db, mark))) return;
      if (mark.kind !== "step") {
        const { refused: _before, ...rest } = state;
        state = rest;
      }
      await changed();
      if (mark.kind === "step") sendIn(gatherMs);
      else poke();
    },
    close(): void {
      closed = true;
      clearTimeout(timer);
      removeEventListener("online", poke);
      document.removeEventListener("visibilitychange", seen);
      tabs.close();
    },
  };
}
