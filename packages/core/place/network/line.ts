import type { RoadLine } from "../feature.ts";
import { each, type Steps } from "../steps.ts";
import type { Point } from "./geometry.ts";
import type { Plane } from "./plane.ts";

/** A road's line in the plane, with what tells whether it shares a point with another. */
export interface Line {
  readonly source: RoadLine;
  readonly points: readonly Point[];
  /** One number a point: lines that share it meet there. */
  readonly nodes: readonly number[];
  readonly closed: boolean;
}

/** Points nearer than this are one, metres: sources repeat a shared point to the last figure. */
const grain = 0.1;
const span = 2 ** 26;

export const nodeOf = ({ x, y }: Point): number => Math.round(x / grain) * span + Math.round(y / grain);

/** Lines in the plane; repeated points, lines without length and lines given twice are left out. */
export function* linesOf(roads: readonly RoadLine[], plane: Plane): Steps<Line[]> {
  const lines: Line[] = [];
  const seen = new Set<string>();
  yield* each(roads, (source) => {
    const points: Point[] = [];
    const nodes: number[] = [];
    for (const position of source.line) {
      const point = plane.point(position);
      const node = nodeOf(point);
      if (!Number.isFinite(node) || node === nodes.at(-1)) continue;
      points.push(point);
      nodes.push(node);
    }
    if (points.length < 2) return;
    const [first = 0, last = 0] = [nodes[0], nodes.at(-1)];
    const course = first <= last ? nodes.join() : nodes.toReversed().join();
    const key = `${source.name}|${course}`;
    if (seen.has(key)) return;
    seen.add(key);
    lines.push({ source, points, nodes, closed: first === last });
  });
  return lines;
}
