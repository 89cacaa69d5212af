import type { Queryable } from "../store/index.ts";
import type { PushKeys } from "./keys.ts";
import { pushKeys } from "./keys.ts";
import { claimPush, dropOldPush, putOffPush, settlePush } from "./queue.ts";
import { makeSend, type SendPush } from "./send.ts";
import { makeSubscriptions } from "./subscriptions.ts";

export interface PushOptions {
  readonly db: Queryable;
  readonly city: string;
  /** Whether messages are sent at all; a city without a way to the internet turns it off. */
  readonly enabled: boolean;
  /** Whom a push service may write to about us. */
  readonly contact: string;
  readonly now: () => number;
  readonly log: (message: string, error: unknown) => void;
  /** Sends one message; a test brings its own. */
  readonly send?: (keys: PushKeys, contact: string) => SendPush;
}

/** Messages at once. */
const batch = 50;

/** Tells people's devices, by Web Push. */
export function makePush(options: PushOptions) {
  const { db, city, enabled, now, log } = options;
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let sender: SendPush | undefined;

  async function work(): Promise<void> {
    try {
      do {
        again = false;
        while (!closed && (await sendDue()) > 0);
      } while (again && !closed);
    } catch (error) {
      // The rows are still there; the next message or the clock tries again.
      log("Push messages could not be sent", error);
    }
  }

  /** One batch. Returns how many were taken by their services. */
  async function sendDue(): Promise<number> {
    const due = await claimPush(db, city, now(), batch);
    if (due.length === 0) return 0;
    sender ??= (options.send ?? makeSend)(await pushKeys(db, city, now()), options.contact);
    const send = sender;
    const outcomes = await Promise.all(due.map(async (one) => ({ one, sent: await send(one) })));
    const done = outcomes.filter(({ sent }) => sent === "sent");
    const failed = outcomes.flatMap(({ one, sent }) =>
      typeof sent === "string" ? [] : [{ id: one.id, tries: one.tries, ...sent }],
    );
    await settlePush(
      db,
      city,
      done.map(({ one }) => one.id),
      [...new Set(outcomes.flatMap(({ one, sent }) => (sent === "gone" ? [one.subscription] : [])))],
    );
    if (failed.length > 0) await putOffPush(db, city, failed, now());
    return done.length;
  }

  return {
    enabled,
    subscriptions: makeSubscriptions(db, city, now),
    /** The public key that devices subscribe to. */
    key: async () => (await pushKeys(db, city, now())).publicKey,
    /** Something was queued; look soon. */
    wake(): void {
      if (!enabled || closed) return;
      again = true;
      running ??= work().finally(() => (running = undefined));
    },
    /** Resolves when nothing is due any more. */
    async drain(): Promise<void> {
      this.wake();
      while (running) await running;
    },
    /** Begins nothing more, and waits for what is under way. */
    async close(): Promise<void> {
      closed = true;
      await running;
    },
    sweep: () => dropOldPush(db, city, now()),
  };
}

export type Push = ReturnType<typeof makePush>;
