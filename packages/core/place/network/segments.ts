import Flatbush from "flatbush";
import { each, type Steps } from "../steps.ts";
import { shareNearest, type Point } from "./geometry.ts";
import type { Stroke } from "./stroke.ts";

/** One straight piece of a stroke. */
export interface Segment {
  readonly stroke: Stroke;
  /** It runs from this point of the stroke to the next. */
  readonly index: number;
}

/** The place of a stroke nearest to some point. */
export interface Near {
  readonly stroke: Stroke;
  readonly metres: number;
  readonly off: number;
}

/** All straight pieces of all strokes, found by where they lie. */
export class Segments {
  readonly #segments: readonly Segment[];
  readonly #index: Flatbush | undefined;

  private constructor(segments: readonly Segment[], index: Flatbush | undefined) {
    this.#segments = segments;
    this.#index = index;
  }

  static *of(strokes: readonly Stroke[]): Steps<Segments> {
    const segments: Segment[] = [];
    yield* each(strokes, (stroke) => {
      for (let index = 0; index + 1 < stroke.points.length; index += 1) segments.push({ stroke, index });
    });
    // An index of nothing is not allowed.
    if (segments.length === 0) return new Segments(segments, undefined);
    const index = new Flatbush(segments.length);
    yield* each(segments, ({ stroke, index: at }) => {
      const [a, b] = [stroke.point(at), stroke.point(at + 1)];
      index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
    });
    index.finish();
    yield;
    return new Segments(segments, index);
  }

  /** Those whose box comes within so many metres of the box around some points. */
  within(points: readonly Point[], metres: number, keep?: (segment: Segment) => boolean): Segment[] {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y } of points) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
    const found: Segment[] = [];
    this.#index?.search(west - metres, south - metres, east + metres, north + metres, (at) => {
      const segment = this.#segments[at];
      if (segment !== undefined && (keep === undefined || keep(segment))) found.push(segment);
      return false;
    });
    return found;
  }

  /** Every stroke that comes within so many metres of a point, at its nearest place, the nearest first. */
  strokesNear(point: Point, metres: number, keep?: (stroke: Stroke) => boolean): Near[] {
    const best = new Map<Stroke, Near>();
    for (const { stroke, index } of this.within([point], metres)) {
      if (keep !== undefined && !keep(stroke)) continue;
      const near = nearOf(point, stroke, index);
      if (near.off <= metres && near.off < (best.get(stroke)?.off ?? Infinity)) best.set(stroke, near);
    }
    return [...best.values()].sort((a, b) => a.off - b.off);
  }
}

function nearOf(point: Point, stroke: Stroke, index: number): Near {
  const [a, b] = [stroke.point(index), stroke.point(index + 1)];
  const share = shareNearest(point, a, b);
  const [x, y] = [a.x + (b.x - a.x) * share - point.x, a.y + (b.y - a.y) * share - point.y];
  const [from, to] = [stroke.at[index] ?? 0, stroke.at[index + 1] ?? 0];
  return { stroke, metres: from + (to - from) * share, off: Math.sqrt(x * x + y * y) };
}
