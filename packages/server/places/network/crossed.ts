import Flatbush from "flatbush";
import type { Position } from "@xiuhua/core/place";
import type { Line } from "./shape.ts";

/** Where a closed ring crosses itself; undefined where it does not. Its sides are compared by their boxes first. */
export function crossedAt(ring: Line): Position | undefined {
  const sides = ring.length - 1;
  if (sides < 4) return undefined;
  const tree = new Flatbush(sides);
  for (let at = 0; at < sides; at += 1) {
    const [a, b] = sideOf(ring, at);
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  tree.finish();
  for (let at = 0; at < sides; at += 1) {
    const [a, b] = sideOf(ring, at);
    const near = tree.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      // Neighbours share a corner.
      (other) => other > at + 1 && !(at === 0 && other === sides - 1),
    );
    for (const other of near) {
      const [c, d] = sideOf(ring, other);
      if (cross(a, b, c, d)) return a;
    }
  }
  return undefined;
}

function sideOf(ring: Line, at: number): readonly [Position, Position] {
  const [a, b] = [ring[at], ring[at + 1]];
  if (!a || !b) throw new RangeError(`No side ${at}`);
  return [a, b];
}

/** Whether two sides truly cross: touching is not crossing, and files of real borders do touch themselves. */
function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  const [one, other] = [turn(a, b, c), turn(a, b, d)];
  const [third, fourth] = [turn(c, d, a), turn(c, d, b)];
  return one * other < 0 && third * fourth < 0;
}

const turn = (a: Position, b: Position, c: Position) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
