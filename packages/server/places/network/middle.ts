import type { Position } from "@xiuhua/core/place";
import type { Line, Polygon } from "./shape.ts";

/** The point half-way along a line, in degrees as if they were equally long: good enough to stand for a named line. */
export function middleOfLine(line: Line): Position {
  const lengths = line.slice(1).map((to, at) => distance(line[at] ?? to, to));
  let rest = lengths.reduce((sum, one) => sum + one, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [line[at], line[at + 1]];
    if (from && to && rest <= length && length > 0) return between(from, to, rest / length);
    rest -= length;
  }
  return line[0] ?? [0, 0];
}

/** A point inside the largest of the polygons: its centre of gravity, or the middle of the widest stretch beside that. */
export function middleOf(polygons: readonly Polygon[]): Position {
  const largest = polygons.reduce<Line>((best, [outer = []]) => (area(outer) > area(best) ? outer : best), []);
  const centre = centreOf(largest);
  return widestStretchAt(largest, centre[1], centre[0]) ?? centre;
}

/** At this latitude: the given longitude if it lies inside, else the middle of the widest stretch that does. */
function widestStretchAt(ring: Line, lat: number, lng: number): Position | undefined {
  const crossings: number[] = [];
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [a, b] = [ring[at], ring[at + 1]];
    if (a && b && a[1] > lat !== b[1] > lat) crossings.push(a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
  }
  crossings.sort((one, other) => one - other);
  let widest: readonly [number, number] | undefined;
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [west = 0, east = 0] = [crossings[at], crossings[at + 1]];
    if (west <= lng && lng <= east) return [lng, lat];
    if (!widest || east - west > widest[1] - widest[0]) widest = [west, east];
  }
  return widest && [(widest[0] + widest[1]) / 2, lat];
}

function centreOf(ring: Line): Position {
  const [ox, oy] = ring[0] ?? [0, 0];
  let [sum, x, y] = [0, 0, 0];
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [a, b] = [ring[at], ring[at + 1]];
    if (!a || !b) continue;
    // Relative to the first corner: the products of whole degrees would drown the metres.
    const [ax, ay, bx, by] = [a[0] - ox, a[1] - oy, b[0] - ox, b[1] - oy];
    const part = ax * by - bx * ay;
    sum += part;
    x += (ax + bx) * part;
    y += (ay + by) * part;
  }
  return sum === 0 ? [ox, oy] : [ox + x / (3 * sum), oy + y / (3 * sum)];
}

function area(ring: Line): number {
  const [ox, oy] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [a, b] = [ring[at], ring[at + 1]];
    if (a && b) sum += (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy);
  }
  return Math.abs(sum);
}

const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const between = (a: Position, b: Position, share: number): Position => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
