import type { City } from "../city.ts";
import {
  along,
  angleBetween,
  distance,
  dot,
  legsOf,
  meanOf,
  plus,
  times,
  towards,
  type Crossing,
  type Point,
} from "../network/index.ts";
import type { CrossingAnchor, Direction, Reading } from "../reading.ts";
import { doubted, nameDoubts, type Answer } from "./answer.ts";
import { cornerOf } from "./corner.ts";
import { offsetFrom, withSide } from "./offset.ts";
import { pairsMeeting, type Pair } from "./pairs.ts";
import { roadsCalled } from "./roads.ts";
import { wholeRoad } from "./stretch.ts";

/** Pairs and crossings that are worth an answer each. */
const most = 6;
/** Metres: how far from a crossing's middle its points may honestly lie. Our own choice, checked by bench/places.ts. */
const radius = { base: 12, guessed: 1.5 };

export function resolveCrossing(city: City, reading: Reading, anchor: CrossingAnchor): Answer[] {
  const [first, second, ...more] = anchor.roads.map((name) => name.text);
  if (first === undefined || second === undefined) return [];
  const answers = pairsMeeting(city, first, second)
    .slice(0, most)
    .flatMap((pair) => atPair(city, reading, anchor, pair, more));
  if (answers.some((answer) => answer.score > 0.4)) return answers;
  return [...answers, ...withoutMeeting(city, first, second)];
}

/** Where a reading leads from one crossing, whatever other crossings its names may mean. */
export function atCrossing(city: City, reading: Reading, crossing: Crossing, first: number): Point {
  return place(city, reading, { at: crossing.at, radius: 0, score: 1, doubts: [] }, crossing, first).at;
}

function atPair(city: City, reading: Reading, anchor: CrossingAnchor, pair: Pair, more: readonly string[]): Answer[] {
  const [first, second] = pair.roads;
  const several = pair.crossings.length > 1;
  return pair.crossings.slice(0, most).map((crossing) => {
    const doubts = pair.roads.flatMap((match, at) => nameDoubts(anchor.roads[at]?.text ?? "", match));
    const wider = doubts.length > 0 ? radius.guessed : 1;
    const base: Answer = {
      at: crossing.at,
      radius: (radius.base + crossing.reach * 0.5) * wider,
      score: pair.quality * crossing.sure * shapeFits(anchor, crossing) * nearThird(city, crossing, more),
      doubts,
    };
    const placed = place(city, reading, base, crossing, first.id);
    if (!several) return placed;
    const about = `${first.name}、${second.name}`;
    return doubted(placed, 0.8, { code: "several-crossings", about });
  });
}

function place(city: City, reading: Reading, base: Answer, crossing: Crossing, first: number): Answer {
  const { offset, side, corner, setback } = reading;
  if (offset !== undefined)
    return offsetFrom(city, base, crossing, first, offset, side ?? reading.towards, setback?.metres);
  if (corner !== undefined) return { ...base, at: cornerOf(city, crossing, corner), radius: base.radius + 5 };
  const direction = side ?? reading.towards;
  return direction === undefined ? base : atSide(city, base, crossing, first, direction);
}

/** 交叉口路南: on that side of the road that runs across the direction, the first-named if both do. */
function atSide(city: City, base: Answer, crossing: Crossing, first: number, side: Direction): Answer {
  const isDiagonal = side === "northEast" || side === "southEast" || side === "southWest" || side === "northWest";
  if (isDiagonal) return { ...base, at: cornerOf(city, crossing, side), radius: base.radius + 5 };
  const wanted = towards(side);
  let best: { leg: ReturnType<typeof legsOf>[number]; cost: number } | undefined;
  for (const leg of legsOf(crossing)) {
    const cost = Math.abs(dot(leg.out, wanted)) + (leg.road === first ? 0 : 0.5);
    if (best === undefined || cost < best.cost) best = { leg, cost };
  }
  if (best === undefined) return { ...base, at: plus(base.at, times(wanted, 6)), radius: base.radius + 5 };
  return withSide(city, { ...base, radius: base.radius + 5 }, along(best.leg, crossing, best.leg.lead), side);
}

/** A word such as 丁字路口 speaks for a crossing with as many legs, a little. */
function shapeFits(anchor: CrossingAnchor, crossing: Crossing): number {
  if (anchor.shape !== "tee" && anchor.shape !== "crossroads") return 1;
  const legs = legsOf(crossing);
  const kept = legs.filter((leg, at) => !legs.slice(0, at).some((other) => angleBetween(other.out, leg.out) < 35));
  return (anchor.shape === "tee") === kept.length <= 3 ? 1 : 0.97;
}

/** A third road of the same crossing tells which one is meant. */
function nearThird(city: City, crossing: Crossing, names: readonly string[]): number {
  let fits = 1;
  for (const name of names) {
    const meets = roadsCalled(city, name).some(({ id }) =>
      crossing.roads.some((road) =>
        city.network.between(road, id).some((other) => distance(other.at, crossing.at) < 120),
      ),
    );
    if (!meets) fits *= 0.6;
  }
  return fits;
}

/** Nearer than this two roads that do not meet still have a place in common, metres. */
const approach = 150;

/** Roads that do not meet, or of which one is unknown: a hint at most. */
function withoutMeeting(city: City, first: string, second: string): Answer[] {
  const [ones, others] = [city.roadNames.exactly(first), city.roadNames.exactly(second)];
  const [one, other] = [ones[0], others[0]];
  if (one !== undefined && other !== undefined && one.id !== other.id) {
    const nearest = nearestApproach(city, one.id, other.id);
    if (nearest === undefined) return [];
    const { at, gap } = nearest;
    const doubt = { code: "roads-do-not-meet", about: `${first}、${second}` } as const;
    return [{ at, radius: gap / 2 + 30, score: 0.29 * (1 - gap / (approach * 2)), doubts: [doubt] }];
  }
  const known = one ?? other;
  if (known === undefined) return [];
  const unknown = one === undefined ? first : second;
  return wholeRoad(city, city.network.road(known.id)).map((answer) => ({
    ...answer,
    score: 0.1,
    doubts: [{ code: "road-not-found", about: unknown }, ...answer.doubts],
  }));
}

function nearestApproach(city: City, one: number, other: number) {
  let best: { at: ReturnType<typeof meanOf>; gap: number } | undefined;
  for (const stroke of city.network.road(one).strokes)
    for (const point of stroke.points)
      for (const near of city.network.segments.strokesNear(point, approach, (some) => some.road === other)) {
        if (best !== undefined && near.off >= best.gap) continue;
        best = { at: meanOf([point, near.stroke.place(near.metres)]), gap: near.off };
      }
  return best;
}
