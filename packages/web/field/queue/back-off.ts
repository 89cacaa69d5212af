const shortest = 2_000;
const longest = 5 * 60_000;

/**
 * Milliseconds before the next attempt: doubling from two seconds to five minutes, with jitter, so that three hundred
 * phones that come back at once do not come back together (our own choice).
 */
export function waitBefore(attempt: number, random: () => number): number {
  const wait = Math.min(longest, shortest * 2 ** Math.min(attempt, 12));
  return Math.round(wait / 2 + (wait / 2) * random());
}
