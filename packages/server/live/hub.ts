/** A case that moved, as listeners are told of it. */
export interface LiveMessage {
  readonly no: string;
  readonly seq: number;
  readonly state: string;
}

/** Tells every open screen which cases moved. What may be read of them is asked afterwards, by the rules. */
export interface LiveHub {
  publish(messages: readonly LiveMessage[]): void;
  /** Tells some people's screens that there is something new for them: a notice, a word from the centre, an alarm. */
  tell(people: readonly string[]): void;
  /** Tells some people's screens that somebody moved in the street, or began or ended a shift. */
  stir(people: readonly string[]): void;
  /** Returns how to stop listening. */
  listen(person: string, ear: LiveEar): () => void;
}

export interface LiveEar {
  readonly cases: (messages: readonly LiveMessage[]) => void;
  readonly news: () => void;
  readonly street: () => void;
}

export function makeLiveHub(): LiveHub {
  const listeners = new Map<LiveEar, string>();
  const each = (people: readonly string[], tell: (ear: LiveEar) => void) => {
    const told = new Set(people);
    for (const [ear, person] of listeners) if (told.has(person)) tell(ear);
  };
  return {
    publish(messages) {
      for (const ear of listeners.keys()) ear.cases(messages);
    },
    tell: (people) => each(people, (ear) => ear.news()),
    stir: (people) => each(people, (ear) => ear.street()),
    listen(person, ear) {
      listeners.set(ear, person);
      return () => void listeners.delete(ear);
    },
  };
}
