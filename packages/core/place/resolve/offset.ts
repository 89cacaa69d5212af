import type { City } from "../city.ts";
import {
  along,
  beyond,
  legsOf,
  missBy,
  plus,
  times,
  towards,
  type Arrival,
  type Crossing,
  type Leg,
} from "../network/index.ts";
import type { Offset, Direction } from "../reading.ts";
import { doubted, type Answer } from "./answer.ts";
import { onMiddle, onSide } from "./side.ts";

/** Degrees: half of a direction's share of the compass, and how far a leg may be from the word at most (codes.md §5). */
const octant = 22.5;
const widest = 45;
/** Degrees by which the second road's leg must fit better; and what a leg that is too short is worse by. Our own choice. */
const penalties = { second: octant, short: 30 };

/** Along the leg that leads in the direction, on the first-named road if it has one. */
export function offsetFrom(
  city: City,
  base: Answer,
  crossing: Crossing,
  first: number,
  offset: Offset,
  side: Direction | undefined,
  setback?: number,
): Answer {
  const chosen = legTowards(crossing, first, offset);
  const further = offset.metres * (offset.about ? 0.25 : 0.06);
  if (chosen === undefined) {
    const at = plus(crossing.at, times(towards(offset.direction), offset.metres));
    const answer = { ...base, at, radius: base.radius + further + offset.metres * 0.3 };
    return doubted(answer, 0.5, { code: "no-leg-in-direction", about: offset.direction });
  }
  const arrival = along(chosen.leg, crossing, offset.metres);
  let answer = withSide(city, { ...base, radius: base.radius + further }, arrival, side, setback);
  // A road that turns by an eighth as it goes is not worth a word; a word that fits no road is.
  if (chosen.miss > octant + 4)
    answer = doubted(answer, 1 - (chosen.miss - octant) / 120, {
      code: "no-leg-in-direction",
      about: offset.direction,
    });
  return answer;
}

/** At the side, or in the middle of the road where none is said; straight on where the road has ended. */
export function withSide(
  city: City,
  answer: Answer,
  arrival: Arrival,
  side: Direction | undefined,
  setback?: number,
): Answer {
  const placed = side === undefined ? onMiddle(city, arrival) : onSide(city, arrival, side, setback);
  const at = placed ?? onMiddle(city, arrival);
  if (arrival.left > 0) {
    const over = beyond(arrival);
    const past = { x: at.x + over.x - arrival.x, y: at.y + over.y - arrival.y };
    const told = { ...answer, at: past, radius: answer.radius + arrival.left };
    return doubted(told, arrival.left > 20 ? 0.5 : 0.8, { code: "beyond-road-end" });
  }
  if (placed === undefined) return doubted({ ...answer, at }, 0.85, { code: "vague", ...(side && { about: side }) });
  return { ...answer, at };
}

function legTowards(crossing: Crossing, first: number, offset: Offset): { leg: Leg; miss: number } | undefined {
  let best: { leg: Leg; miss: number; cost: number } | undefined;
  for (const leg of legsOf(crossing)) {
    const miss = missBy(leg, crossing, offset.direction, offset.metres);
    if (miss > widest + 1) continue;
    const short = leg.reach < offset.metres ? penalties.short : 0;
    const cost = miss + short + (leg.road === first ? 0 : penalties.second) + (leg.stroke.slip ? 10 : 0);
    if (best === undefined || cost < best.cost) best = { leg, miss, cost };
  }
  return best;
}
