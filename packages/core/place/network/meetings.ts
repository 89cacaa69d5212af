import { each, type Steps } from "../steps.ts";
import { crossingOf, length, minus, plus, times, unit, type Point } from "./geometry.ts";
import { nodeOf } from "./line.ts";
import type { Roundabout } from "./roundabout.ts";
import type { Segments } from "./segments.ts";
import { endDirection } from "./stitch.ts";
import type { Stroke } from "./stroke.ts";

/** One point where a stroke of one road meets a stroke of another. */
export interface Meeting {
  readonly at: Point;
  readonly strokes: readonly [Stroke, Stroke];
  /** How surely they meet there, 0 to 1. */
  readonly sure: number;
  /** How much it says about the middle of the crossing. */
  readonly weight: number;
}

/**
 * How surely two roads meet, and over what gap (metres); our own choices. Many a hand-drawn stem stops at the kerb of
 * the road it leads to, a few metres before its centre line; some stop before a service lane, and lead there all the same.
 */
const sure = { shared: 1, crossed: 0.97, kerb: 0.95, over: 0.8, ahead: 0.78 };
const gaps = { kerb: 15, ahead: 40 };
const weights = { roundabout: 20, usual: 1, slip: 0.1 };

export function* meetingsOf(
  strokes: readonly Stroke[],
  segments: Segments,
  roundabouts: readonly Roundabout[],
  namedRings: ReadonlyMap<Roundabout, readonly Stroke[]>,
): Steps<Meeting[]> {
  const byNode = yield* strokesByNode(strokes);
  const meetings = roundaboutMeetings(byNode, roundabouts, namedRings);
  yield* sharedMeetings(byNode, meetings);
  yield* each(strokes, (stroke) => {
    crossedMeetings(stroke, segments, byNode, meetings);
    for (const last of [false, true]) endMeetings(stroke, last, segments, byNode, meetings);
  });
  return meetings;
}

function* strokesByNode(strokes: readonly Stroke[]): Steps<Map<number, Stroke[]>> {
  const byNode = new Map<number, Stroke[]>();
  yield* each(strokes, (stroke) => {
    for (const point of stroke.points) {
      const node = nodeOf(point);
      const list = byNode.get(node);
      if (list === undefined) byNode.set(node, [stroke]);
      else if (!list.includes(stroke)) list.push(stroke);
    }
  });
  return byNode;
}

function meet(at: Point, one: Stroke, other: Stroke, how: number, weight: number = weights.usual): Meeting {
  return { at, strokes: [one, other], sure: how, weight: one.slip || other.slip ? weights.slip : weight };
}

function* sharedMeetings(byNode: ReadonlyMap<number, readonly Stroke[]>, into: Meeting[]): Steps<void> {
  yield* each(byNode, ([node, strokes]) => {
    if (strokes.length < 2) return;
    const at = strokes[0]?.points.find((point) => nodeOf(point) === node);
    if (at === undefined) return;
    for (const [one, other] of pairs(strokes)) into.push(meet(at, one, other, sure.shared));
  });
}

/** Every two roads that touch a ring meet at its middle; so does the road whose name the ring bears with the others. */
function roundaboutMeetings(
  byNode: ReadonlyMap<number, readonly Stroke[]>,
  roundabouts: readonly Roundabout[],
  namedRings: ReadonlyMap<Roundabout, readonly Stroke[]>,
): Meeting[] {
  return roundabouts.flatMap((ring) => {
    const strokes = new Set([...ring.nodes].flatMap((node) => byNode.get(node) ?? []));
    for (const own of namedRings.get(ring) ?? []) strokes.add(own);
    return pairs([...strokes]).map(([one, other]) => ({
      at: ring.middle,
      strokes: [one, other] as const,
      sure: sure.shared,
      weight: weights.roundabout,
    }));
  });
}

function* pairsOf(strokes: readonly Stroke[]): Generator<[Stroke, Stroke]> {
  for (const [at, one] of strokes.entries())
    for (const other of strokes.slice(at + 1)) if (one.road !== other.road) yield [one, other];
}
const pairs = (strokes: readonly Stroke[]): [Stroke, Stroke][] => [...pairsOf(strokes)];

/** Lines that cross without a shared point: a hand-drawn map, or one passes over the other. */
function crossedMeetings(
  stroke: Stroke,
  segments: Segments,
  byNode: ReadonlyMap<number, readonly Stroke[]>,
  into: Meeting[],
): void {
  for (let index = 0; index + 1 < stroke.points.length; index += 1) {
    const [a, b] = [stroke.point(index), stroke.point(index + 1)];
    for (const other of segments.within([a, b], 0, (one) => one.stroke.road > stroke.road)) {
      const [c, d] = [other.stroke.point(other.index), other.stroke.point(other.index + 1)];
      const at = crossingOf(a, b, c, d);
      if (at === undefined) continue;
      const shared = [a, b].find((point) => byNode.get(nodeOf(point))?.includes(other.stroke));
      if (shared !== undefined && length(minus(shared, at)) < 1) continue;
      const own = (stroke.at[index] ?? 0) + length(minus(at, a));
      const others = (other.stroke.at[other.index] ?? 0) + length(minus(at, c));
      const lifted = stroke.isLifted(own) || other.stroke.isLifted(others);
      into.push(meet(at, stroke, other.stroke, lifted ? sure.over : sure.crossed));
    }
  }
}

/** An end that meets nothing: what lies within a kerb's reach of it, or straight ahead a little farther. */
function endMeetings(
  stroke: Stroke,
  last: boolean,
  segments: Segments,
  byNode: ReadonlyMap<number, readonly Stroke[]>,
  into: Meeting[],
): void {
  const end = stroke.point(last ? stroke.points.length - 1 : 0);
  const others = byNode.get(nodeOf(end)) ?? [];
  const onward = last ? stroke.after : stroke.before;
  if (others.some((other) => other.road !== stroke.road) || onward !== undefined) return;
  const near = segments.strokesNear(end, gaps.kerb, (other) => other.road !== stroke.road);
  for (const one of near) into.push(meet(one.stroke.place(one.metres), stroke, one.stroke, sure.kerb));
  if (near.length > 0) return;
  const far = plus(end, times(unit(endDirection(stroke.points, last)), gaps.ahead));
  let hit: { at: Point; stroke: Stroke } | undefined;
  for (const other of segments.within([end, far], 0, (one) => one.stroke.road !== stroke.road)) {
    const at = crossingOf(end, far, other.stroke.point(other.index), other.stroke.point(other.index + 1));
    if (at === undefined) continue;
    if (hit === undefined || length(minus(at, end)) < length(minus(hit.at, end))) hit = { at, stroke: other.stroke };
  }
  if (hit !== undefined) into.push(meet(hit.at, stroke, hit.stroke, sure.ahead));
}
