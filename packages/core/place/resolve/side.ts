import type { City } from "../city.ts";
import { dot, leftOf, plus, profileAt, times, towards, type Arrival, type Point } from "../network/index.ts";
import type { Direction } from "../reading.ts";

/** A side that lies within this of the road's own course is no side of it: the cosine of 75 degrees. Our own choice. */
const leastAcross = Math.cos((75 * Math.PI) / 180);

/** On the middle of the whole road, all its carriageways together. */
export function onMiddle(city: City, on: Arrival): Point {
  const { middle } = profileAt(on, on.along, on.stroke, city.network.segments);
  return plus(on, times(leftOf(on.along), middle));
}

/** At the kerb on one side, or so far beyond it; undefined where the road runs in that very direction. */
export function onSide(city: City, on: Arrival, side: Direction, setback = 0): Point | undefined {
  const left = leftOf(on.along);
  const across = dot(left, towards(side));
  if (Math.abs(across) < leastAcross) return undefined;
  const { leftKerb, rightKerb } = profileAt(on, on.along, on.stroke, city.network.segments);
  return plus(on, times(left, across > 0 ? leftKerb + setback : rightKerb - setback));
}
