import type { City } from "../city.ts";
import {
  along,
  angleBetween,
  directionOf,
  distance,
  dot,
  legsOf,
  leftOf,
  minus,
  profileAt,
  times,
  towards,
  type Arrival,
  type Crossing,
  type Leg,
  type Point,
} from "../network/index.ts";
import type { Direction, Reading } from "../reading.ts";
import { nameOf, type Candidate } from "./candidate.ts";

/** Metres, our own choices: so near a crossing one is at it; off the middle and beyond the kerb from where on that is said. */
const limits = { at: 9, sideFrom: 2.5, setbackFrom: 6, offsetFrom: 4 };
/** What a word costs in metres walked: our own choice of what a local would rather say. */
const costs = { setback: 25, footway: 60, slip: 40, corner: 5, unsure: 100 };

/** A road beside a point and a crossing of it, from which the point may be told. */
export interface Start {
  readonly road: number;
  readonly crossing: Crossing;
  readonly far: number;
  /** At least what a description by it costs. */
  readonly cost: number;
}

/** Crossings of a road not farther than that, with what speaks against each. */
export function startsOn(city: City, at: Point, road: number, off: number, farthest: number): Start[] {
  const starts: Start[] = [];
  for (const crossing of city.network.crossingsOf(road)) {
    const far = distance(crossing.at, at);
    if (far > farthest) continue;
    const other = crossing.roads[0] === road ? crossing.roads[1] : crossing.roads[0];
    const footway = city.network.road(other).halfWidth < 3 ? costs.footway : 0;
    starts.push({ road, crossing, far, cost: far + off * 3 + footway + (1 - crossing.sure) * costs.unsure });
  }
  return starts;
}

/** What may be said of a point from a crossing: at it, at its corner, along the road. */
export function fromCrossing(city: City, at: Point, { road, crossing, far, cost }: Start): Candidate[] {
  const other = crossing.roads[0] === road ? crossing.roads[1] : crossing.roads[0];
  const roads = [nameOf(city.network.road(road).name), nameOf(city.network.road(other).name)];
  const base: Reading = { areas: [], anchor: { kind: "crossing", roads, shape: "meeting" } };
  const found: Candidate[] = [];
  const say = (reading: Reading, more: number) => found.push({ reading, cost: cost + more, from: { crossing, road } });
  if (far <= limits.at) say(base, 0);
  else if (far < crossing.reach + 20) say({ ...base, corner: directionOf(minus(at, crossing.at)) }, costs.corner);
  const walked = walkTo(crossing, road, at, far);
  if (walked === undefined) return found;
  const metres = Math.round(walked.metres);
  const arrival = along(walked.leg, crossing, metres);
  const said = sideOf(city, arrival, at);
  if (metres < limits.offsetFrom) {
    if (said.side !== undefined && said.setback === undefined) say({ ...base, ...said }, costs.corner);
    return found;
  }
  const direction = wordFor(walked.leg, crossing, arrival);
  const more = (said.setback === undefined ? 0 : costs.setback) + (walked.leg.stroke.slip ? costs.slip : 0);
  say({ ...base, offset: { direction, metres, about: false }, ...said }, more);
  return found;
}

/** The leg that leads past a point, and how far along it the point lies. */
function walkTo(crossing: Crossing, road: number, at: Point, far: number): { leg: Leg; metres: number } | undefined {
  let best: { leg: Leg; metres: number; missed: number } | undefined;
  for (const leg of legsOf(crossing)) {
    if (leg.road !== road || leg.reach < far * 0.7) continue;
    let metres = far;
    let here = along(leg, crossing, metres);
    // Each step corrects by what still lies ahead; a bent road takes a few.
    for (let step = 0; step < 4; step += 1) {
      const ahead = dot(minus(at, here), here.along);
      if (Math.abs(ahead) < 0.5) break;
      metres = Math.max(0, metres + ahead);
      here = along(leg, crossing, metres);
    }
    const missed = distance(here, at);
    if (here.left > 0) continue;
    if (best === undefined || missed < best.missed - 15 || (missed < best.missed + 15 && metres < best.metres))
      best = { leg, metres, missed };
  }
  return best;
}

/** The compass's word by which the leg is found again: of where the walk ends, if the leg sets out that way as well. */
function wordFor(leg: Leg, crossing: Crossing, arrival: Arrival): Direction {
  const whole = directionOf(minus(arrival, crossing.at));
  return angleBetween(leg.out, towards(whole)) <= 40 ? whole : directionOf(leg.out);
}

/** In the middle of the road nothing is said; else the side, and how far beyond the kerb where that is much. */
export function sideOf(city: City, on: Arrival, at: Point): Pick<Reading, "side" | "setback"> {
  const left = leftOf(on.along);
  const { leftKerb, rightKerb, middle } = profileAt(on, on.along, on.stroke, city.network.segments);
  const off = dot(minus(at, on), left);
  const kerb = off > middle ? leftKerb : rightKerb;
  if (Math.abs(off - middle) < Math.max(limits.sideFrom, Math.abs(kerb - middle) / 3)) return {};
  const beyond = (off - kerb) * Math.sign(off - middle);
  const side = directionOf(off > middle ? left : times(left, -1));
  return beyond < limits.setbackFrom ? { side } : { side, setback: { metres: Math.round(beyond), about: false } };
}
