import { directions, type Direction } from "../reading.ts";

/** Metres in a city's plane: x to the east, y to the north. Also a vector. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
export const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
export const times = (a: Point, by: number): Point => ({ x: a.x * by, y: a.y * by });
export const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;
export const cross = (a: Point, b: Point): number => a.x * b.y - a.y * b.x;
export const length = (a: Point): number => Math.sqrt(a.x * a.x + a.y * a.y);
export const distance = (a: Point, b: Point): number => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
export const between = (a: Point, b: Point, share = 0.5): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});
/** A quarter turn to the left. */
export const leftOf = (a: Point): Point => ({ x: -a.y, y: a.x });

export function unit(a: Point): Point {
  const size = length(a);
  return size === 0 ? { x: 0, y: 0 } : { x: a.x / size, y: a.y / size };
}

/** Degrees between two vectors, 0 to 180. */
export function angleBetween(a: Point, b: Point): number {
  const sizes = length(a) * length(b);
  return sizes === 0 ? 180 : (Math.acos(Math.max(-1, Math.min(1, dot(a, b) / sizes))) * 180) / Math.PI;
}

export function meanOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / points.length, y: y / points.length };
}

const diagonal = Math.SQRT1_2;
const compass: Readonly<Record<Direction, Point>> = {
  north: { x: 0, y: 1 },
  northEast: { x: diagonal, y: diagonal },
  east: { x: 1, y: 0 },
  southEast: { x: diagonal, y: -diagonal },
  south: { x: 0, y: -1 },
  southWest: { x: -diagonal, y: -diagonal },
  west: { x: -1, y: 0 },
  northWest: { x: -diagonal, y: diagonal },
};

/** One metre in a direction of the compass. */
export const towards = (direction: Direction): Point => compass[direction];

/** The compass's direction that a vector comes nearest to. */
export function directionOf({ x, y }: Point): Direction {
  const eighth = Math.round((Math.atan2(x, y) * 4) / Math.PI);
  return directions[(eighth + 8) % 8] ?? "north";
}

/** Where two pieces of line cross, or undefined; shares of each piece within `slack` beyond its ends count as on it. */
export function crossingOf(a: Point, b: Point, c: Point, d: Point, slack = 0): Point | undefined {
  const [ab, cd] = [minus(b, a), minus(d, c)];
  const turn = cross(ab, cd);
  if (Math.abs(turn) < 1e-9) return undefined;
  const ac = minus(c, a);
  const [onFirst, onSecond] = [cross(ac, cd) / turn, cross(ac, ab) / turn];
  if (onFirst < -slack || onFirst > 1 + slack || onSecond < -slack || onSecond > 1 + slack) return undefined;
  return between(a, b, onFirst);
}

/** The place on the piece of line a–b nearest to a point, as a share of its length. */
export function shareNearest(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const size = dx * dx + dy * dy;
  if (size === 0) return 0;
  return Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / size));
}
