import type { City } from "../city.ts";
import type { Match } from "../names/index.ts";
import type { Crossing } from "../network/index.ts";
import { roadsBeside, roadsCalled } from "./roads.ts";

/** Two roads that a text may mean, and where they meet. */
export interface Pair {
  readonly roads: readonly [Match, Match];
  readonly crossings: readonly Crossing[];
  readonly quality: number;
}

/**
 * Where both names are written like roads that never meet, another pair is a guess against the writing: hardly an
 * answer when a character was changed for it (十 for 四 by ear, too); more of one where they only differ by 路 and 街.
 */
const againstWriting = { character: 0.34, suffix: 0.6 };

/** Pairs that really meet, the likeliest first: the names are judged together. */
export function pairsMeeting(city: City, first: string, second: string): Pair[] {
  const exact = [city.roadNames.exactly(first), city.roadNames.exactly(second)] as const;
  const written = meeting(city, ...exact);
  if (written.length > 0) return written;
  const beside = besides(city, ...exact);
  if (beside.length > 0) return beside;
  const called = [roadsCalled(city, first), roadsCalled(city, second)] as const;
  const named = meeting(city, ...called);
  const loose = named.length > 0 ? named : besides(city, ...called);
  if (exact.some((matches) => matches.length === 0)) return loose;
  return loose.map((pair) => {
    const kept = pair.roads.every(({ likeness }) => ["name", "alias", "suffix"].includes(likeness));
    return { ...pair, quality: pair.quality * (kept ? againstWriting.suffix : againstWriting.character) };
  });
}

/** Pairs of which one road is the side road of the one that was named, or the other way round. */
function besides(city: City, first: readonly Match[], second: readonly Match[]): Pair[] {
  const other = (matches: readonly Match[]) => matches.flatMap((one) => roadsBeside(city, one));
  return [...meeting(city, other(first), second), ...meeting(city, first, other(second))];
}

function meeting(city: City, first: readonly Match[], second: readonly Match[]): Pair[] {
  const pairs: Pair[] = [];
  for (const one of first)
    for (const other of second) {
      if (one.id === other.id) continue;
      const crossings = city.network.between(one.id, other.id);
      if (crossings.length > 0) pairs.push({ roads: [one, other], crossings, quality: one.quality * other.quality });
    }
  return pairs.sort((a, b) => b.quality - a.quality);
}
