import { between, dot, times, unit, minus, type Point } from "./geometry.ts";
import type { Onward, Stroke } from "./stroke.ts";

/** Where a walk along a road has come to. */
export interface Arrival extends Point {
  readonly stroke: Stroke;
  readonly metres: number;
  readonly way: 1 | -1;
  /** The course of the walk there, one metre long. */
  readonly along: Point;
  /** Metres that were left when the road ended; 0 where it did not. */
  readonly left: number;
}

/** Ends of strokes that one walk may pass: more would be a ring walked round and round. */
const mostStrokes = 64;

/** Along the road's course, over bends and from piece to piece. */
export function walk(from: Stroke, metres: number, way: 1 | -1, steps: number): Arrival {
  let [stroke, at, heading, left] = [from, metres, way, steps];
  for (let strokes = 0; strokes < mostStrokes; strokes += 1) {
    const room = heading === 1 ? stroke.length - at : at;
    if (left <= room) return arrival(stroke, at + heading * left, heading, 0);
    left -= room;
    const onward: Onward | undefined = heading === 1 ? stroke.after : stroke.before;
    if (onward === undefined) break;
    if (left < onward.gap) return overGap(stroke, heading, onward, left);
    left -= onward.gap;
    [stroke, at, heading] = [onward.stroke, onward.from, onward.way];
  }
  return arrival(stroke, heading === 1 ? stroke.length : 0, heading, left);
}

function arrival(stroke: Stroke, metres: number, way: 1 | -1, left: number): Arrival {
  const { x, y, along } = stroke.spot(metres);
  return { x, y, stroke, metres, way, along: way === 1 ? along : times(along, -1), left };
}

function overGap(stroke: Stroke, way: 1 | -1, onward: Onward, metres: number): Arrival {
  const last = way === 1 ? stroke.length : 0;
  const [end, start] = [stroke.place(last), onward.stroke.place(onward.from)];
  const along = unit(minus(start, end));
  return { ...between(end, start, metres / onward.gap), stroke, metres: last, way, along, left: 0 };
}

/** The straight line on from where a road ended. */
export const beyond = (end: Arrival): Point => ({
  x: end.x + end.along.x * end.left,
  y: end.y + end.along.y * end.left,
});

/** How far a point lies ahead of another in a direction, metres. */
export const ahead = (from: Point, to: Point, direction: Point): number => dot(minus(to, from), direction);
