import type { City } from "../city.ts";
import {
  dot,
  distance,
  meanOf,
  minus,
  towards,
  walk,
  type Arrival,
  type Crossing,
  type Road,
} from "../network/index.ts";
import type { Direction, Reading, StretchAnchor } from "../reading.ts";
import type { Match } from "../names/index.ts";
import { doubted, nameDoubts, type Answer } from "./answer.ts";
import { withSide } from "./offset.ts";
import { pairsMeeting } from "./pairs.ts";
import { roadsCalled } from "./roads.ts";
import { shareOfWay } from "./way.ts";

/** Longer than any road is walked, metres. */
const farthest = 100_000;
/** 北段 is the northern third of a road, and its middle a sixth from the end. Our own choice. */
const sixth = 1 / 6;
/** Roads that are worth an answer each. */
const most = 4;

export function resolveStretch(city: City, reading: Reading, anchor: StretchAnchor): Answer[] {
  if (anchor.between !== undefined) {
    const answers = betweenCrossings(city, reading, anchor, anchor.between[0].text, anchor.between[1].text);
    if (answers.length > 0) return answers;
  }
  return roadsCalled(city, anchor.road.text)
    .slice(0, most)
    .flatMap((match) => {
      const doubts = nameDoubts(anchor.road.text, match);
      const road = city.network.road(match.id);
      const side = reading.side ?? reading.towards;
      const fromEnd = fromItsEnd(city, reading, road, anchor.part);
      return (fromEnd ?? wholeRoad(city, road, anchor.part, side)).map((answer) => ({
        ...answer,
        score: answer.score * match.quality * (anchor.between === undefined ? 1 : 0.4),
        doubts: [...doubts, ...answer.doubts],
      }));
    });
}

/** From end to end over every piece that the longest one leads to. */
interface Course {
  readonly from: Arrival;
  readonly to: Arrival;
  readonly length: number;
}

function courseOf(road: Road): Course | undefined {
  const [longest] = road.strokes;
  if (longest === undefined) return undefined;
  const from = walk(longest, 0, -1, farthest);
  const to = walk(from.stroke, from.metres, turned(from.way), farthest);
  return { from, to, length: farthest - to.left };
}

const turned = (way: 1 | -1): 1 | -1 => (way === 1 ? -1 : 1);

/** A road as a whole, or its northern, its middle part. */
export function wholeRoad(city: City, road: Road, part?: Direction | "middle", side?: Direction): Answer[] {
  const course = courseOf(road);
  if (course === undefined) return [];
  const share = shareOf(course, part);
  const arrival = walk(course.from.stroke, course.from.metres, turned(course.from.way), course.length * share);
  const whole = part === undefined;
  const base: Answer = {
    at: arrival,
    radius: Math.max(15, course.length * (whole ? 0.5 : sixth)),
    score: whole ? 0.55 : 0.75,
    doubts: [],
  };
  const answer = withSide(city, base, arrival, side);
  return [
    course.length * (whole ? 0.5 : sixth) > 60 ? doubted(answer, 1, { code: "vague", about: road.name }) : answer,
  ];
}

function shareOf({ from, to }: Course, part: Direction | "middle" | undefined): number {
  if (part === undefined || part === "middle") return 0.5;
  const wanted = towards(part);
  return dot(minus(to, from), wanted) > 0 ? 1 - sixth : sixth;
}

/** A road's end towards a direction, and which way it is walked from there. */
export function endOf(road: Road, part: Direction): Arrival | undefined {
  const course = courseOf(road);
  if (course === undefined) return undefined;
  const { from, to } = course;
  return dot(minus(to, from), towards(part)) > 0 ? to : from;
}

/** 星河路北端往南30米: along the road from that end. */
function fromItsEnd(
  city: City,
  { offset, side, setback }: Reading,
  road: Road,
  part: Direction | "middle" | undefined,
): Answer[] | undefined {
  if (offset === undefined || part === undefined || part === "middle") return undefined;
  const end = endOf(road, part);
  if (end === undefined) return undefined;
  const arrival = walk(end.stroke, end.metres, turned(end.way), offset.metres);
  const radius = 15 + offset.metres * (offset.about ? 0.25 : 0.06);
  return [withSide(city, { at: arrival, radius, score: 0.95, doubts: [] }, arrival, side, setback?.metres)];
}

interface Stretch {
  readonly road: Match;
  readonly ends: readonly [Match, Match];
  readonly from: Crossing;
  readonly to: Crossing;
  readonly quality: number;
}

function betweenCrossings(
  city: City,
  reading: Reading,
  anchor: StretchAnchor,
  first: string,
  second: string,
): Answer[] {
  const [starts, ends] = [pairsMeeting(city, anchor.road.text, first), pairsMeeting(city, anchor.road.text, second)];
  const stretches: Stretch[] = [];
  for (const start of starts)
    for (const end of ends) {
      const [road, other] = start.roads;
      if (end.roads[0].id !== road.id || end.roads[1].id === other.id) continue;
      for (const from of start.crossings)
        for (const to of end.crossings) {
          const quality = (start.quality * end.roads[1].quality * (from.sure + to.sure)) / 2;
          stretches.push({ road, ends: [other, end.roads[1]], from, to, quality });
        }
    }
  // Of several crossings the two nearest to each other bound the stretch.
  return stretches
    .sort((a, b) => b.quality - a.quality || distance(a.from.at, a.to.at) - distance(b.from.at, b.to.at))
    .slice(0, most)
    .map((stretch, at) => {
      const written = [anchor.road.text, first, second];
      const matches = [stretch.road, ...stretch.ends];
      const doubts = matches.flatMap((match, index) => nameDoubts(written[index] ?? "", match));
      const answer = midway(city, stretch, reading.side ?? reading.towards, anchor.part);
      const score = answer.score * stretch.quality * (at === 0 ? 1 : 0.9);
      return { ...answer, score, doubts: [...doubts, ...answer.doubts] };
    });
}

function midway(city: City, { road, from, to }: Stretch, side?: Direction, part?: Direction | "middle"): Answer {
  const share =
    part === undefined || part === "middle" ? 0.5 : dot(minus(to.at, from.at), towards(part)) > 0 ? 1 - sixth : sixth;
  const found = shareOfWay(city, road.id, from.at, to.at, share);
  if (found === undefined) {
    const at = meanOf([from.at, to.at]);
    const [near] = city.network.segments.strokesNear(at, 400, (stroke) => stroke.road === road.id);
    const radius = distance(from.at, to.at) / 2 + 20;
    const base: Answer = { at, radius, score: 0.7, doubts: [{ code: "vague", about: road.name }] };
    // Where the road is interrupted, as when it is set off at a crossing, the middle lies on neither piece.
    const on = near !== undefined && near.metres > 0 && near.metres < near.stroke.length ? near : undefined;
    return on === undefined ? base : withSide(city, base, walk(on.stroke, on.metres, 1, 0), side);
  }
  const { arrival, length } = found;
  return withSide(city, { at: arrival, radius: Math.max(15, length / 2), score: 0.97, doubts: [] }, arrival, side);
}
