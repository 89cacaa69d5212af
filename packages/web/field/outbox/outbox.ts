import {
  changeEntry,
  decide,
  enqueue,
  entriesOf,
  forgetSent,
  removeEntry,
  startSender,
  transportOf,
  type Decision,
  type Device,
  type Done,
  type Entry,
  type Pause,
} from "../queue/index.ts";
import type { FieldDatabase } from "../store/index.ts";

/** The queue as the screens see it. */
export interface Outgoing {
  readonly entries: readonly Entry[];
  /** The entry that is being sent at this moment, in this tab. */
  readonly sending?: string;
  /** How much of the file under way has gone, 0 to 1. */
  readonly share?: number;
  /** Why nothing is being sent. */
  readonly pause?: Pause;
}

export type Outbox = ReturnType<typeof openOutbox>;

/** One person's queue, kept sending while it is open. Other tabs hear of its changes and tell of theirs. */
export function openOutbox(db: FieldDatabase, person: string, device: Device, whoAmI: () => Promise<boolean>) {
  let state: Outgoing = { entries: [] };
  const listeners = new Set<() => void>();
  const tabs = new BroadcastChannel(`xiuhua-field-${person}`);
  const become = (next: Outgoing): void => {
    state = next;
    for (const tell of listeners) tell();
  };
  const reload = async (): Promise<void> => {
    const entries = await entriesOf(db, person);
    become({ ...state, entries });
  };
  const changed = async (): Promise<void> => {
    await reload();
    tabs.postMessage("changed");
  };

  const sizes = (file: string): number =>
    state.entries.flatMap((entry) => entry.files).find((one) => one.id === file)?.bytes ?? 1;
  const sender = startSender({
    db,
    person,
    transport: transportOf(device, Date.now, (file, sent) => become({ ...state, share: sent / sizes(file) })),
    onChange(sending) {
      const { sending: _before, share: _share, pause: _pause, ...rest } = state;
      become({ ...rest, ...(sending === undefined ? {} : { sending }) });
      if (sending === undefined) void changed();
    },
    whoAmI,
    onPause: (pause) => become({ ...state, pause }),
  });
  tabs.addEventListener("message", () => {
    void reload();
    // The tab that had something new may have been closed on the spot.
    sender.poke();
  });
  void forgetSent(db, Date.now()).then(reload);

  return {
    get: (): Outgoing => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Saves what was done; resolves once it is on the disk. */
    async add(done: Done, draft?: string): Promise<Entry> {
      const entry = await enqueue(db, done, draft);
      await changed();
      sender.poke();
      return entry;
    },
    async decide(id: string, decision: Decision): Promise<void> {
      await changeEntry(db, id, (entry) => decide(entry, decision));
      await changed();
      sender.poke();
    },
    async remove(id: string): Promise<void> {
      await removeEntry(db, id);
      await changed();
    },
    /** Tries at once. */
    send: () => sender.poke(),
    close(): void {
      sender.stop();
      tabs.close();
    },
  };
}
