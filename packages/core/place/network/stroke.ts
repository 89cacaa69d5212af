import { between, length, minus, shareNearest, type Point } from "./geometry.ts";

/** Where a walk goes on after the end of a stroke. */
export interface Onward {
  readonly stroke: Stroke;
  /** Where on it, metres from its beginning, and which way: with its course (1) or against it (-1). */
  readonly from: number;
  readonly way: 1 | -1;
  /** Metres of no line in between. */
  readonly gap: number;
}

/** A place on a stroke or on the straight line from its end to the next. */
export interface Spot extends Point {
  /** The course there, one metre long, in the direction of the stroke. */
  readonly along: Point;
}

/** One unbroken course of a road: its lines joined where they meet end to end. A carriageway is a stroke of its own. */
export class Stroke {
  readonly road: number;
  readonly points: readonly Point[];
  /** Metres from the beginning to each point. */
  readonly at: readonly number[];
  readonly length: number;
  readonly halfWidth: number;
  readonly slip: boolean;
  /** Known to be driven both ways: then it is no carriageway of a wider road. */
  readonly twoWay: boolean;
  /** Over or under other roads by bridge or tunnel, in stretches of metres from the beginning. */
  readonly lifted: readonly (readonly [number, number])[];
  /** What follows before its beginning and after its end. */
  before: Onward | undefined;
  after: Onward | undefined;

  constructor(
    road: number,
    points: readonly Point[],
    halfWidth: number,
    slip: boolean,
    twoWay: boolean,
    lifted: readonly (readonly [number, number])[],
  ) {
    this.road = road;
    this.points = points;
    this.halfWidth = halfWidth;
    this.slip = slip;
    this.twoWay = twoWay;
    this.lifted = lifted;
    const at: number[] = [0];
    for (let index = 1; index < points.length; index += 1)
      at.push((at[index - 1] ?? 0) + length(minus(this.point(index), this.point(index - 1))));
    this.at = at;
    this.length = at.at(-1) ?? 0;
  }

  point(index: number): Point {
    const point = this.points[index];
    if (point === undefined) throw new Error(`A stroke of ${this.points.length} points has none at ${index}`);
    return point;
  }

  /** The place so many metres from the beginning, kept within the stroke. */
  place(metres: number): Point {
    const index = this.#pieceAt(metres);
    const [from, to] = [this.at[index] ?? 0, this.at[index + 1] ?? 0];
    const share = to === from ? 0 : Math.max(0, Math.min(1, (metres - from) / (to - from)));
    return between(this.point(index), this.point(index + 1), share);
  }

  /** The same with the course there, smoothed over some metres: a hand-drawn line trembles. */
  spot(metres: number, smooth = 5): Spot {
    const index = this.#pieceAt(metres);
    const [a, b] = [this.point(index), this.point(index + 1)];
    const [from, to] = [this.at[index] ?? 0, this.at[index + 1] ?? 0];
    const size = to - from;
    const share = size === 0 ? 0 : Math.max(0, Math.min(1, (metres - from) / size));
    const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
    const [back, ahead] = [Math.max(0, metres - smooth), Math.min(this.length, metres + smooth)];
    // Most pieces are long, and straight in themselves.
    if (back < from || ahead > to) {
      const course = minus(this.place(ahead), this.place(back));
      const far = length(course);
      // A hairpin's chord may vanish; the piece itself has a course then.
      if (far > 0.1) return { x, y, along: { x: course.x / far, y: course.y / far } };
    }
    return { x, y, along: { x: (b.x - a.x) / size, y: (b.y - a.y) / size } };
  }

  /** The place nearest to a point: metres from the beginning, and how far off it is. */
  nearest(point: Point): { readonly metres: number; readonly off: number } {
    let [metres, off] = [0, Infinity];
    for (let index = 0; index + 1 < this.points.length; index += 1) {
      const [a, b] = [this.point(index), this.point(index + 1)];
      const share = shareNearest(point, a, b);
      const [x, y] = [a.x + (b.x - a.x) * share - point.x, a.y + (b.y - a.y) * share - point.y];
      const here = x * x + y * y;
      if (here >= off) continue;
      off = here;
      const [from, to] = [this.at[index] ?? 0, this.at[index + 1] ?? 0];
      metres = from + (to - from) * share;
    }
    return { metres, off: Math.sqrt(off) };
  }

  isLifted(metres: number): boolean {
    return this.lifted.some(([from, to]) => metres >= from && metres <= to);
  }

  /** The piece of line that holds the place. */
  #pieceAt(metres: number): number {
    let [low, high] = [0, this.points.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.at[middle] ?? 0) <= metres) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
