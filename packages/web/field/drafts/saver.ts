import { isDiskFull } from "../phone/index.ts";
import type { FieldDatabase } from "../store/index.ts";
import type { Draft } from "./draft.ts";
import { saveValues } from "./store.ts";

export interface Saver {
  save(draft: Draft): void;
  /** Writes nothing more. What is being written at this moment comes before whatever is done to the draft next. */
  stop(): void;
}

/** Writes a draft at every change: at once, or as soon as the change before is on the disk. No timer that a kill could beat. */
export function makeSaver(db: FieldDatabase): Saver {
  let next: Draft | undefined;
  let writing = false;
  let stopped = false;
  const write = async () => {
    writing = true;
    for (let draft = next; draft !== undefined && !stopped; draft = next) {
      next = undefined;
      await saveValues(db, draft).catch((error: unknown) => {
        // A few words more on a full disk: they stand on the screen, and the disk is told about there.
        if (!isDiskFull(error)) throw error;
      });
    }
    writing = false;
  };
  return {
    save(draft) {
      next = draft;
      if (!writing && !stopped) void write();
    },
    stop() {
      stopped = true;
    },
  };
}
