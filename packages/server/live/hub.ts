/** A case that moved, as listeners are told of it. */
export interface LiveMessage {
  readonly no: string;
  readonly seq: number;
  readonly state: string;
}

/** Tells every open screen which cases moved. What may be read of them is asked afterwards, by the rules. */
export interface LiveHub {
  publish(messages: readonly LiveMessage[]): void;
  /** Returns how to stop listening. */
  listen(hear: (messages: readonly LiveMessage[]) => void): () => void;
}

export function makeLiveHub(): LiveHub {
  const listeners = new Set<(messages: readonly LiveMessage[]) => void>();
  return {
    publish(messages) {
      for (const hear of listeners) hear(messages);
    },
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
