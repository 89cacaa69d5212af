/**
 * Work on something large that may be put down after each step: finished at once, or in slices between which a server answers
 * others. A step takes a few milliseconds of a large city's network at most, but for the sorting of one index.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Takes all steps without a pause. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** So many things a step, where each costs some microseconds. */
const usual = 200;

/** Visits things, some a step. */
export function* each<Thing>(things: Iterable<Thing>, visit: (thing: Thing) => void, some = usual): Steps<void> {
  let visited = 0;
  for (const thing of things) {
    visit(thing);
    visited += 1;
    if (visited % some === 0) yield;
  }
}

/** As `flatMap`, some things a step. */
export function* flatMapEach<Thing, Result>(
  things: readonly Thing[],
  make: (thing: Thing, index: number) => readonly Result[],
): Steps<Result[]> {
  const made: Result[] = [];
  let index = 0;
  yield* each(things, (thing) => {
    for (const one of make(thing, index)) made.push(one);
    index += 1;
  });
  return made;
}
