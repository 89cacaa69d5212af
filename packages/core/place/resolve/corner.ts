import type { City } from "../city.ts";
import {
  along,
  angleBetween,
  cross,
  dot,
  legsOf,
  length,
  leftOf,
  minus,
  plus,
  profileAt,
  times,
  towards,
  unit,
  type Crossing,
  type Leg,
  type Point,
} from "../network/index.ts";
import type { Direction } from "../reading.ts";

/** How far out the kerbs are looked at, beyond the crossing itself; the farthest a corner may lie, metres. Our own choice. */
const limits = { out: 15, farthest: 60, sameLeg: 35 };

/** Where the kerbs of two neighbouring legs meet, in the sector between legs that the corner's direction points into. */
export function cornerOf(city: City, crossing: Crossing, corner: Direction): Point {
  const wanted = towards(corner);
  const sector = sectorOf(bundlesOf(legsOf(crossing)), wanted);
  if (sector === undefined) return plus(crossing.at, times(wanted, crossing.reach + 8));
  const [[right], [left]] = sector;
  // Seen from the crossing, the sector lies to the left of its right leg and to the right of its left one.
  const [rightNormal, leftNormal] = [leftOf(right.out), times(leftOf(left.out), -1)];
  const outermost = (bundle: Bundle, side: 1 | -1, normal: Point): number =>
    Math.max(
      ...bundle
        .filter(({ stroke }) => stroke.slip === bundle[0].stroke.slip)
        .map((leg) => kerb(city, crossing, leg, side, normal)),
    );
  const [rightKerb, leftKerb] = [outermost(sector[0], 1, rightNormal), outermost(sector[1], -1, leftNormal)];
  const turn = cross(rightNormal, leftNormal);
  const middle = unit(plus(rightNormal, leftNormal));
  const far = Math.max(rightKerb, leftKerb);
  if (Math.abs(turn) < 0.35) return plus(crossing.at, times(length(middle) > 0 ? middle : wanted, far));
  // The point that lies so far out from both legs.
  const x = (rightKerb * leftNormal.y - leftKerb * rightNormal.y) / turn;
  const y = (leftKerb * rightNormal.x - rightKerb * leftNormal.x) / turn;
  const size = Math.hypot(x, y);
  return plus(crossing.at, times({ x, y }, size > limits.farthest ? limits.farthest / size : 1));
}

/** How far the kerb lies from the crossing's middle, across the leg. */
function kerb(city: City, crossing: Crossing, leg: Leg, side: 1 | -1, normal: Point): number {
  const on = along(leg, crossing, crossing.reach + limits.out);
  const { leftKerb, rightKerb } = profileAt(on, on.along, on.stroke, city.network.segments);
  const at = plus(on, times(leftOf(on.along), side === 1 ? leftKerb : rightKerb));
  return Math.max(2, dot(minus(at, crossing.at), normal));
}

/** Legs that lead the same way, the main one first: two carriageways, or the two halves of a staggered road. */
type Bundle = readonly [Leg, ...Leg[]];

function bundlesOf(legs: readonly Leg[]): Bundle[] {
  const bundles: [Leg, ...Leg[]][] = [];
  for (const leg of legs.toSorted((a, b) => Number(a.stroke.slip) - Number(b.stroke.slip) || b.reach - a.reach)) {
    const bundle = bundles.find(([main]) => angleBetween(main.out, leg.out) < limits.sameLeg);
    if (bundle === undefined) bundles.push([leg]);
    else bundle.push(leg);
  }
  return bundles.sort(([a], [b]) => Math.atan2(a.out.y, a.out.x) - Math.atan2(b.out.y, b.out.x));
}

/** The neighbouring legs, right one first, between which the direction lies. */
function sectorOf(bundles: readonly Bundle[], wanted: Point): readonly [Bundle, Bundle] | undefined {
  if (bundles.length < 2) return undefined;
  const turnTo = (to: Point, from: Point) => (Math.atan2(cross(from, to), dot(from, to)) + 2 * Math.PI) % (2 * Math.PI);
  for (const [at, right] of bundles.entries()) {
    const left = bundles[(at + 1) % bundles.length];
    const out = right[0].out;
    if (left !== undefined && turnTo(wanted, out) <= turnTo(left[0].out, out)) return [right, left];
  }
  return undefined;
}
