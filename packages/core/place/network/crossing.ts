import { each, type Steps } from "../steps.ts";
import { between, distance, length, minus, type Point } from "./geometry.ts";
import type { Meeting } from "./meetings.ts";
import type { Stroke } from "./stroke.ts";

/** One meeting of two roads as people count them, whatever number of points their carriageways give it. */
export interface Crossing {
  readonly id: number;
  /** The lower number first. */
  readonly roads: readonly [number, number];
  readonly at: Point;
  /** How far its points lie from its middle, metres. */
  readonly reach: number;
  readonly sure: number;
  readonly strokes: readonly Stroke[];
}

/**
 * Points of one pair of roads nearer than this belong to one crossing, metres: the carriageways of a boulevard lie up
 * to this far apart, two streets into the same road hardly so near. And the widest that a crossing can be. Our own choice.
 */
const fold = { near: 60, widest: 160 };
/** A point this much less sure than the best one of a crossing does not move its middle. */
const muchLessSure = 0.02;

/** Folds meetings into crossings, pair by pair. */
export function* crossingsOf(meetings: readonly Meeting[]): Steps<Crossing[]> {
  const byPair = new Map<string, Meeting[]>();
  yield* each(meetings, (meeting) => {
    const key = pairOf(meeting).join();
    const list = byPair.get(key);
    if (list === undefined) byPair.set(key, [meeting]);
    else list.push(meeting);
  });
  const crossings: Crossing[] = [];
  yield* each(byPair.values(), (list) => {
    for (const cluster of clustersOf(list)) crossings.push(crossingFrom(cluster, crossings.length));
  });
  return crossings;
}

function pairOf({ strokes: [one, other] }: Meeting): [number, number] {
  return one.road < other.road ? [one.road, other.road] : [other.road, one.road];
}

function clustersOf(meetings: readonly Meeting[]): Meeting[][] {
  // The surest first, so that a doubtful point joins a sure crossing rather than the other way round.
  const clusters: Meeting[][] = [];
  for (const meeting of meetings.toSorted((a, b) => b.weight - a.weight || b.sure - a.sure)) {
    const near = clusters.filter((cluster) => cluster.some((one) => distance(one.at, meeting.at) <= fold.near));
    const [first, ...others] = near.filter((cluster) =>
      cluster.every((one) => distance(one.at, meeting.at) <= fold.widest),
    );
    if (first === undefined) {
      clusters.push([meeting]);
      continue;
    }
    first.push(meeting);
    for (const other of others) {
      if (!other.every((one) => first.every((two) => distance(one.at, two.at) <= fold.widest))) continue;
      first.push(...other);
      clusters.splice(clusters.indexOf(other), 1);
    }
  }
  return clusters;
}

function crossingFrom(cluster: readonly Meeting[], id: number): Crossing {
  const heavy = Math.max(...cluster.map((one) => one.weight));
  const main = cluster.filter((one) => one.weight >= heavy / 2);
  const sure = Math.max(...main.map((one) => one.sure));
  const telling: Meeting[] = [];
  for (const one of main) {
    if (one.sure < sure - muchLessSure) continue;
    // Several strokes through one point are one point.
    if (!telling.some((other) => distance(other.at, one.at) < 3)) telling.push(one);
  }
  const at = middleOf(telling.map((one) => one.at));
  const reach = Math.max(...telling.map((one) => length(minus(one.at, at))));
  const strokes = [...new Set(cluster.flatMap((one) => one.strokes))];
  const [first] = cluster;
  return { id, roads: first === undefined ? [0, 0] : pairOf(first), at, reach, sure, strokes };
}

/** The middle of the box would follow the compass, the mean the more finely drawn side: between the two farthest points. */
function middleOf(points: readonly Point[]): Point {
  let best: { a: Point; b: Point; far: number } | undefined;
  for (const a of points)
    for (const b of points) {
      const far = distance(a, b);
      if (best === undefined || far > best.far) best = { a, b, far };
    }
  return best === undefined ? { x: 0, y: 0 } : between(best.a, best.b);
}
