import type { Crossing } from "./crossing.ts";
import { angleBetween, dot, minus, towards, unit, type Point } from "./geometry.ts";
import type { Stroke } from "./stroke.ts";
import type { Direction } from "../reading.ts";
import { walk, type Arrival } from "./walk.ts";

/** A road leading away from a crossing. */
export interface Leg {
  readonly road: number;
  readonly stroke: Stroke;
  readonly from: number;
  readonly way: 1 | -1;
  /** Metres from the crossing's middle to where the leg begins, in its own direction. */
  readonly lead: number;
  /** Where the leg leads as it sets out, one metre long. */
  readonly out: Point;
  /** Metres until the road ends, as far as anybody asks. */
  readonly reach: number;
}

/** How far out a leg's direction is judged beyond the crossing itself, and how much of a road makes a leg; metres, our own choice. */
const limits = { judged: 25, least: 10, farthest: 6000 };

const legsByCrossing = new WeakMap<Crossing, Leg[]>();

/** All legs of both roads, worked out at the first question. */
export function legsOf(crossing: Crossing): readonly Leg[] {
  const known = legsByCrossing.get(crossing);
  if (known !== undefined) return known;
  const legs = crossing.strokes.flatMap((stroke) => {
    const { metres } = stroke.nearest(crossing.at);
    return ([1, -1] as const).flatMap((way) => legOf(crossing, stroke, metres, way) ?? []);
  });
  legsByCrossing.set(crossing, legs);
  return legs;
}

function legOf(crossing: Crossing, stroke: Stroke, from: number, way: 1 | -1): Leg | undefined {
  const judged = crossing.reach + limits.judged;
  const start = stroke.place(from);
  const far = walk(stroke, from, way, judged);
  // Not from the crossing's middle: beside it lie carriageways that lead the same way.
  const out = unit(minus(far, start));
  const lead = Math.max(0, dot(minus(start, crossing.at), out));
  const end = walk(stroke, from, way, limits.farthest);
  const reach = limits.farthest - end.left + lead;
  // What ends within the crossing is its own other carriageway, not a leg.
  if (reach - lead < limits.least || reach < crossing.reach + limits.least) return undefined;
  if (dot(out, far.along) < 0) return undefined;
  return { road: stroke.road, stroke, from, way, lead, out, reach };
}

/** So many metres from the crossing's middle along a leg. */
export function along(leg: Leg, crossing: Crossing, metres: number): Arrival {
  if (metres >= leg.lead) return walk(leg.stroke, leg.from, leg.way, metres - leg.lead);
  const start = leg.stroke.place(leg.from);
  const share = leg.lead === 0 ? 0 : metres / leg.lead;
  const x = crossing.at.x + (start.x - crossing.at.x) * share;
  const y = crossing.at.y + (start.y - crossing.at.y) * share;
  return { x, y, stroke: leg.stroke, metres: leg.from, way: leg.way, along: leg.out, left: 0 };
}

/**
 * Degrees between a leg and a direction: as it sets out, by where the walk ends, or by where that lies from the
 * crossing's middle, whichever fits best. On a wide road people mean one, on a bent one another.
 */
export function missBy(leg: Leg, crossing: Crossing, direction: Direction, metres: number): number {
  const wanted = towards(direction);
  const first = angleBetween(leg.out, wanted);
  if (first <= sure) return first;
  const end = along(leg, crossing, metres);
  const walked =
    metres < crossing.reach + limits.judged ? 180 : angleBetween(minus(end, leg.stroke.place(leg.from)), wanted);
  return Math.min(first, walked, angleBetween(minus(end, crossing.at), wanted) + beside);
}

/** Degrees: a leg that sets out so is the one; and what a direction from the middle is worse by. Our own choice. */
const sure = 22.5;
const beside = 10;
