import { ERRORS, type Lock, type Locker } from "@tus/server";

/** Milliseconds after which one who waits for an upload is told to come back. */
const patience = 10_000;

interface Holder {
  /** Asks who holds the lock to come to an end. */
  readonly release: () => void;
  readonly waiting: (() => void)[];
}

/**
 * One request at a time for each upload. A phone whose line died comes back while its old request still seems to live:
 * the old one is asked to end, the new one waits its turn. (The library's own locker spins while it waits.)
 */
export function makeLocker(): Locker {
  const held = new Map<string, Holder>();

  function lockOf(id: string): Lock {
    return {
      lock: (signal, release) =>
        new Promise((resolve, reject) => {
          const take = () => {
            clearTimeout(timer);
            held.set(id, { release: () => void release(), waiting: held.get(id)?.waiting ?? [] });
            resolve();
          };
          const holder = held.get(id);
          const timer = setTimeout(() => leave(ERRORS.ERR_LOCK_TIMEOUT), patience);
          const leave = (why: unknown) => {
            clearTimeout(timer);
            const at = holder?.waiting.indexOf(take) ?? -1;
            if (at >= 0) holder?.waiting.splice(at, 1);
            reject(why);
          };
          if (holder === undefined) return take();
          holder.waiting.push(take);
          signal.addEventListener("abort", () => leave(ERRORS.ABORTED), { once: true });
          holder.release();
        }),
      async unlock() {
        const next = held.get(id)?.waiting.shift();
        if (next === undefined) held.delete(id);
        else next();
      },
    };
  }

  return { newLock: lockOf };
}
