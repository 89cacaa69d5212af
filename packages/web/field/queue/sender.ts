import type { FieldDatabase } from "../store/index.ts";
import { waitBefore } from "./back-off.ts";
import { drain, type Pause, type Transport } from "./drain.ts";

export interface SenderOptions {
  readonly db: FieldDatabase;
  readonly person: string;
  readonly transport: Transport;
  readonly onChange: (sending: string | undefined) => void;
  /** Asked when the server does not know who we are; answers whether to go on. */
  readonly whoAmI: () => Promise<boolean>;
  readonly onPause: (pause: Pause) => void;
}

export interface Sender {
  /** Something new is there, or the network may be back. */
  poke(): void;
  stop(): void;
}

/** One tab sends at a time; the lock goes with the tab that dies. */
const lockName = "xiuhua-field-send";

/** Sends whenever there is something to send and a way to send it, until told to stop. */
export function startSender({ whoAmI, onPause, ...work }: SenderOptions): Sender {
  let stopped = false;
  let poked = false;
  let wake: (() => void) | undefined;
  let failures = 0;
  let before: Pause["kind"] | undefined;

  const poke = () => {
    poked = true;
    wake?.();
  };
  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = milliseconds === Infinity ? undefined : setTimeout(() => wake?.(), milliseconds);
      wake = () => {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      };
      if (poked || stopped) wake();
    });
  const once = () =>
    navigator.locks.request(lockName, () =>
      drain({ ...work, now: Date.now, random: Math.random, stopped: () => stopped }),
    );
  const run = async () => {
    while (!stopped) {
      poked = false;
      const pause = await once();
      onPause(pause);
      failures = pause.kind === "unreachable" || pause.kind === "loggedOut" ? failures + 1 : 0;
      const again = before !== "loggedOut";
      before = pause.kind;
      // A session that was renewed in another tab: once more at once, and no oftener.
      if (pause.kind === "loggedOut" && (await whoAmI()) && again) continue;
      await sleep(patience(pause, failures));
    }
  };
  const seen = () => document.visibilityState === "visible" && poke();
  addEventListener("online", poke);
  document.addEventListener("visibilitychange", seen);
  void run();

  return {
    poke,
    stop() {
      stopped = true;
      removeEventListener("online", poke);
      document.removeEventListener("visibilitychange", seen);
      wake?.();
    },
  };
}

function patience(pause: Pause, failures: number): number {
  switch (pause.kind) {
    case "rest":
      return Infinity;
    case "wait":
      return Math.max(0, pause.until - Date.now());
    case "unreachable":
    case "loggedOut":
      return waitBefore(failures - 1, Math.random);
  }
}
