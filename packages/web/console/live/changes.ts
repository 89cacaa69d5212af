import { useSyncExternalStore } from "react";
import type { LiveCase } from "@xiuhua/server/api";

export interface Changes {
  /** The last news of each case since the lists were read. */
  readonly cases: ReadonlyMap<string, LiveCase>;
  /** The stream was cut for a while: anything may have changed. */
  readonly missed: boolean;
}

const none: Changes = { cases: new Map(), missed: false };

/** News that the lists have not shown yet: rows never jump under the mouse, a pill tells of them. */
export function makeChanges() {
  let current = none;
  const listeners = new Set<() => void>();
  const set = (next: Changes) => {
    current = next;
    for (const tell of listeners) tell();
  };
  return {
    get: () => current,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (news: LiveCase) => set({ ...current, cases: new Map(current.cases).set(news.no, news) }),
    miss: () => set({ ...current, missed: true }),
    clear: () => {
      if (current !== none) set(none);
    },
  };
}

export const changes = makeChanges();
export const useChanges = (): Changes => useSyncExternalStore(changes.subscribe, changes.get);

interface Row {
  readonly no: string;
  readonly seq: number;
}

/** How many changes concern a list: newer news of its rows, and others that moved into a state it wants. */
export function concerning(news: Changes["cases"], rows: readonly Row[], wants: (state: string) => boolean): number {
  const known = new Map(rows.map((row) => [row.no, row.seq]));
  let count = 0;
  for (const one of news.values()) {
    const seq = known.get(one.no);
    if (seq === undefined ? wants(one.state) : one.seq > seq) count += 1;
  }
  return count;
}
