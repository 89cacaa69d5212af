import { each, type Steps } from "../steps.ts";
import { angleBetween, cross, distance, meanOf, minus, type Point } from "./geometry.ts";
import type { Line } from "./line.ts";

/** A small ring that roads lead into: they meet at its middle, whoever bears the ring's name. */
export interface Roundabout {
  readonly middle: Point;
  readonly radius: number;
  readonly nodes: ReadonlySet<number>;
  readonly lines: ReadonlySet<Line>;
}

/** Our own choice, metres and degrees: what is larger is a loop road, what turns more sharply is a block of houses. */
const limits = { perimeter: 420, smallest: 6, largest: 65, turn: 62, unevenness: 0.3, lines: 14 };

/** Rings of one closed line or of lines that bend on into each other, always to the same side. */
export function* roundaboutsOf(lines: readonly Line[]): Steps<Roundabout[]> {
  const found: Roundabout[] = [];
  const taken = new Set<Line>();
  const starting = new Map<number, { line: Line; turned: boolean }[]>();
  const short: Line[] = [];
  yield* each(lines, (line) => {
    if (sizeOf(line.points) <= limits.perimeter) short.push(line);
  });
  const keep = (node: number | undefined, line: Line, turned: boolean) => {
    if (node === undefined) return;
    const list = starting.get(node);
    if (list === undefined) starting.set(node, [{ line, turned }]);
    else list.push({ line, turned });
  };
  yield* each(short, (line) => {
    if (line.closed) return;
    keep(line.nodes[0], line, false);
    keep(line.nodes.at(-1), line, true);
  });
  yield* each(short, (line) => {
    if (taken.has(line)) return;
    const ring = line.closed ? [line] : ringFrom(line, starting);
    const roundabout = ring === undefined ? undefined : roundaboutOf(ring);
    if (roundabout === undefined) return;
    for (const one of roundabout.lines) taken.add(one);
    found.push(roundabout);
  });
  return found;
}

/** Follows the gentlest bend to one side until it comes back; Chinese traffic turns left round the middle, a map may draw it either way. */
function ringFrom(
  start: Line,
  starting: ReadonlyMap<number, readonly { line: Line; turned: boolean }[]>,
): Line[] | undefined {
  const ring = [start];
  const home = start.nodes[0];
  let points = start.points;
  let node = start.nodes.at(-1);
  let size = sizeOf(points);
  let side = bendOf(points);
  if (side === undefined) return undefined;
  while (node !== home) {
    const into = minus(points.at(-1) ?? { x: 0, y: 0 }, points.at(-2) ?? { x: 0, y: 0 });
    let best: { line: Line; points: readonly Point[]; turned: boolean; turn: number } | undefined;
    for (const { line, turned } of starting.get(node ?? 0) ?? []) {
      if (ring.includes(line)) continue;
      const course = turned ? line.points.toReversed() : line.points;
      const out = minus(course[1] ?? { x: 0, y: 0 }, course[0] ?? { x: 0, y: 0 });
      const turn = angleBetween(into, out);
      const bend = bendOf(course);
      if (turn > limits.turn || bend === undefined || bend * side < 0) continue;
      if (turn > 3 && Math.sign(cross(into, out)) * side < 0) continue;
      if (best === undefined || turn < best.turn) best = { line, points: course, turned, turn };
    }
    if (best === undefined || ring.length >= limits.lines) return undefined;
    size += sizeOf(best.points);
    if (size > limits.perimeter) return undefined;
    ring.push(best.line);
    points = best.points;
    node = best.turned ? best.line.nodes[0] : best.line.nodes.at(-1);
    if (side === 0) side = bendOf(points) ?? 0;
  }
  return ring.length > 1 ? ring : undefined;
}

/** 1 where all bends go left, -1 right, 0 straight, undefined where it winds or turns sharply. */
function bendOf(points: readonly Point[]): number | undefined {
  let side = 0;
  for (let at = 1; at + 1 < points.length; at += 1) {
    const [a, b, c] = [points[at - 1], points[at], points[at + 1]];
    if (a === undefined || b === undefined || c === undefined) continue;
    const [into, out] = [minus(b, a), minus(c, b)];
    const turn = angleBetween(into, out);
    if (turn > limits.turn) return undefined;
    if (turn < 3) continue;
    const here = Math.sign(cross(into, out));
    if (side !== 0 && here !== side) return undefined;
    side = here;
  }
  return side;
}

function roundaboutOf(ring: readonly Line[]): Roundabout | undefined {
  const points = ring.flatMap((line) => line.points);
  const first = ring[0]?.points[0];
  if (first === undefined || points.length < 6) return undefined;
  const middle = middleOf(points);
  const radii = points.map((point) => distance(point, middle));
  const radius = radii.reduce((sum, one) => sum + one, 0) / radii.length;
  if (radius < limits.smallest || radius > limits.largest) return undefined;
  if (radii.some((one) => Math.abs(one - radius) > radius * limits.unevenness)) return undefined;
  if (ring.length === 1 && bendOf(points) === undefined) return undefined;
  return { middle, radius, nodes: new Set(ring.flatMap((line) => line.nodes)), lines: new Set(ring) };
}

/** The middle of the box and the mean of the points differ where points are unevenly spread; the box is fairer to a circle. */
function middleOf(points: readonly Point[]): Point {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const low = { x: Math.min(...xs), y: Math.min(...ys) };
  const high = { x: Math.max(...xs), y: Math.max(...ys) };
  return meanOf([low, high]);
}

function sizeOf(points: readonly Point[]): number {
  let size = 0;
  for (let at = 1; at < points.length; at += 1) {
    const [a, b] = [points[at - 1], points[at]];
    if (a !== undefined && b !== undefined) size += distance(a, b);
  }
  return size;
}
