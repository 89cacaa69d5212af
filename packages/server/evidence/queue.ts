/** Runs jobs in the order they came, a few at a time. */
export interface Queue {
  run<T>(job: () => Promise<T>): Promise<T>;
}

/**
 * For work that takes memory while it runs: the rest waits, whatever many ask at once.
 * @param places jobs under way at once
 */
export function makeQueue(places: number): Queue {
  let free = places;
  const waiting: (() => void)[] = [];

  async function run<T>(job: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await job();
    } finally {
      // A place is handed on, not freed and fought for: that keeps the order.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  }

  return { run };
}
