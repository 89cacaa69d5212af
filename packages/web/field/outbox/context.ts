import { createContext, use, useSyncExternalStore } from "react";
import type { Outbox, Outgoing } from "./outbox.ts";

const Context = createContext<Outbox | undefined>(undefined);

export const OutboxProvider = Context.Provider;

export function useOutbox(): Outbox {
  const outbox = use(Context);
  if (!outbox) throw new Error("There is no outbox above this screen");
  return outbox;
}

export function useOutgoing(): Outgoing {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.get);
}
