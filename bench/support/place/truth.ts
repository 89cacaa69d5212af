/**
 * Where a description truly lies, straight from a network's lines: written apart from the gazetteer, by other means
 * (shared coordinates, plain loops over all lines), so that an error of the one is no error of the other.
 */
import type { Position, RoadLine } from "../../../packages/core/place/index.ts";

export type Vector = readonly [east: number, north: number];

export interface Meet {
  readonly roads: readonly [string, string];
  readonly at: Vector;
  /** Metres from its middle to the farthest of its points. */
  readonly reach: number;
}

/** A walk from a crossing along one road. */
export interface Walked {
  readonly at: Vector;
  /** The course there, one metre long. */
  readonly along: Vector;
}

const earth = 6_371_008.8;
const radian = Math.PI / 180;

export class Truth {
  readonly lines: ReadonlyMap<string, readonly (readonly Vector[])[]>;
  readonly halfWidths = new Map<string, number>();
  readonly meets: readonly Meet[];
  readonly #origin: Position;

  constructor(roads: readonly RoadLine[], halfWidthOf: (road: RoadLine) => number) {
    this.#origin = roads[0]?.line[0] ?? [0, 0];
    const lines = new Map<string, (readonly Vector[])[]>();
    for (const road of roads) {
      if (road.name === "") continue;
      lines.set(road.name, [...(lines.get(road.name) ?? []), road.line.map((position) => this.vector(position))]);
      this.halfWidths.set(road.name, halfWidthOf(road));
    }
    this.lines = lines;
    this.meets = meetsOf(lines);
  }

  vector([lng, lat]: Position): Vector {
    const [lng0, lat0] = this.#origin;
    return [(lng - lng0) * radian * earth * Math.cos(lat0 * radian), (lat - lat0) * radian * earth];
  }

  position([east, north]: Vector): Position {
    const [lng0, lat0] = this.#origin;
    return [lng0 + east / (radian * earth * Math.cos(lat0 * radian)), lat0 + north / (radian * earth)];
  }

  /** Every way in which a road leaves a crossing, walked so far; none that ends before. */
  walks(meet: Meet, road: string, metres: number): Walked[] {
    const found: Walked[] = [];
    for (const line of this.lines.get(road) ?? []) {
      const start = closest(line, meet.at);
      if (start.off > meet.reach + 5) continue;
      for (const forward of [true, false]) {
        const walked = this.#walk(road, line, start.index, start.point, forward, metres, meet.at);
        if (walked !== undefined && apart(walked.at, meet.at) > metres * 0.5) found.push(walked);
      }
    }
    return found;
  }

  #walk(
    road: string,
    first: readonly Vector[],
    index: number,
    from: Vector,
    forward: boolean,
    metres: number,
    middle: Vector,
  ): Walked | undefined {
    // Points still ahead, the nearest last.
    let ahead = (forward ? first.slice(index + 1) : first.slice(0, index + 1).reverse()).reverse();
    let here = from;
    let line = first;
    // What lies between the middle and the road's own beginning counts where it leads the same way.
    const next = ahead.at(-1) ?? here;
    let left = metres - Math.max(0, dot(minus(here, middle), unit(minus(next, here))));
    for (let pieces = 0; pieces < 400; pieces += 1) {
      const to = ahead.pop();
      if (to === undefined) {
        const on = this.#straightOn(road, line, here, forward);
        if (on === undefined) return undefined;
        line = on.line;
        forward = on.forward;
        ahead = (forward ? line.slice(1) : line.slice(0, -1).reverse()).reverse();
        continue;
      }
      const step = apart(here, to);
      if (step >= left) return { at: plus(here, times(unit(minus(to, here)), left)), along: unit(minus(to, here)) };
      left -= step;
      here = to;
    }
    return undefined;
  }

  /** The line of the same road that begins where one ended, and leads on most straightly. */
  #straightOn(road: string, line: readonly Vector[], end: Vector, forward: boolean) {
    const before = (forward ? line.at(-2) : line[1]) ?? end;
    let best: { line: readonly Vector[]; forward: boolean; turn: number } | undefined;
    for (const other of this.lines.get(road) ?? []) {
      if (other === line) continue;
      for (const way of [true, false]) {
        const [start, second] = way ? [other[0], other[1]] : [other.at(-1), other.at(-2)];
        if (start === undefined || second === undefined || apart(start, end) > 0.5) continue;
        const turn = dot(unit(minus(end, before)), unit(minus(second, start)));
        if (turn > 0.5 && turn > (best?.turn ?? -1)) best = { line: other, forward: way, turn };
      }
    }
    return best;
  }

  /** Offsets of a road's parallel lines across a course, to the left positive; neighbours at most 50 m apart. */
  across(road: string, { at, along }: Walked): { readonly low: number; readonly high: number } {
    const left: Vector = [-along[1], along[0]];
    const offs = [0];
    for (const line of this.lines.get(road) ?? [])
      for (let index = 1; index < line.length; index += 1) {
        const [a, b] = [line[index - 1] ?? at, line[index] ?? at];
        const [one, other] = [dot(minus(a, at), along), dot(minus(b, at), along)];
        if (one * other > 0 || one === other) continue;
        if (Math.abs(dot(unit(minus(b, a)), along)) < 0.866) continue;
        const off = dot(minus(plus(a, times(minus(b, a), one / (one - other))), at), left);
        if (Math.abs(off) <= 100) offs.push(off);
      }
    offs.sort((one, other) => one - other);
    let [low, high] = [0, 0];
    for (const off of offs) if (off > high && off - high <= 50) high = off;
    for (const off of offs.toReversed()) if (off < low && low - off <= 50) low = off;
    return { low, high };
  }

  /** The middle of the road, or its kerb on the left (1) or right (-1). */
  kerb(road: string, walked: Walked, side: -1 | 0 | 1): Vector {
    const { low, high } = this.across(road, walked);
    const half = this.halfWidths.get(road) ?? 6;
    const off = side === 0 ? (low + high) / 2 : side === 1 ? high + half : low - half;
    return plus(walked.at, times([-walked.along[1], walked.along[0]], off));
  }
}

export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1]];
export const times = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1];
export const apart = (a: Vector, b: Vector): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const unit = (a: Vector): Vector => times(a, 1 / (Math.hypot(...a) || 1));

/** The point of a line nearest to another. */
export function closest(line: readonly Vector[], to: Vector): { point: Vector; index: number; off: number } {
  let best = { point: to, index: 0, off: Infinity };
  for (let index = 0; index + 1 < line.length; index += 1) {
    const [a, b] = [line[index] ?? to, line[index + 1] ?? to];
    const way = minus(b, a);
    const share = Math.max(0, Math.min(1, dot(minus(to, a), way) / (dot(way, way) || 1)));
    const point = plus(a, times(way, share));
    if (apart(point, to) < best.off) best = { point, index, off: apart(point, to) };
  }
  return best;
}

/** Points that lines of two roads share, those within 60 m of each other as one at their middle. */
function meetsOf(lines: ReadonlyMap<string, readonly (readonly Vector[])[]>): Meet[] {
  const namesAt = new Map<string, { at: Vector; names: Set<string> }>();
  for (const [name, all] of lines)
    for (const at of all.flat()) {
      const key = at.map((figure) => figure.toFixed(1)).join();
      const here = namesAt.get(key) ?? { at, names: new Set() };
      namesAt.set(key, here);
      here.names.add(name);
    }
  const byPair = new Map<string, Vector[]>();
  for (const { at, names } of namesAt.values()) {
    const sorted = [...names].sort();
    for (const [index, one] of sorted.entries())
      for (const other of sorted.slice(index + 1)) {
        const key = `${one}|${other}`;
        byPair.set(key, [...(byPair.get(key) ?? []), at]);
      }
  }
  return [...byPair].flatMap(([key, points]) => {
    const [one = "", other = ""] = key.split("|");
    return groups(points).map((group): Meet => {
      const at = times(group.reduce(plus, [0, 0]), 1 / group.length);
      return { roads: [one, other], at, reach: Math.max(...group.map((point) => apart(point, at))) };
    });
  });
}

function groups(points: readonly Vector[]): Vector[][] {
  let found: Vector[][] = [];
  for (const point of points) {
    const near = found.filter((group) => group.some((other) => apart(other, point) <= 60));
    found = [...found.filter((group) => !near.includes(group)), [...near.flat(), point]];
  }
  return found;
}
