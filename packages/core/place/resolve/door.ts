import type { City, Door } from "../city.ts";
import { spell } from "../names/index.ts";
import { between, distance, dot, leftOf, minus, plus, times, type Point } from "../network/index.ts";
import type { DoorAnchor } from "../reading.ts";
import { doubted, nameDoubts, type Answer } from "./answer.ts";
import { roadsCalled } from "./roads.ts";
import { wholeRoad } from "./stretch.ts";

/** Metres, our own choices: a door is a building's; a number stands for so much of a road; doors lie this near their road. */
const metres = { door: 12, perNumber: 7, fromRoad: 120, same: 60 };
/** Numbers beyond the last known one that are still told from it. */
const farthestNumber = 40;
/** So far beyond, the steps of the last two doors still tell the place. */
const nearNumber = 6;

export function resolveDoor(city: City, anchor: DoorAnchor): Answer[] {
  const written = anchor.road.text;
  const exact = city.roadNames.exactly(written);
  const matches = exact.length > 0 ? exact : roadsCalled(city, written);
  const answers = matches.flatMap((match) => {
    const doors = doorsOn(city, match.id);
    const doubts = nameDoubts(written, match);
    return atNumber(city, match.id, doors, anchor).map((answer) => ({
      ...answer,
      score: answer.score * match.quality,
      doubts: [...doubts, ...answer.doubts],
    }));
  });
  // Doors may bear the name of a road that has no line.
  if (matches.length === 0) return atNumber(city, undefined, city.doors.get(spell(written)) ?? [], anchor);
  if (answers.length > 0) return answers;
  const [match] = matches;
  if (match === undefined) return [];
  return wholeRoad(city, city.network.road(match.id)).map((answer) =>
    doubted({ ...answer, score: 0.28 * match.quality, doubts: nameDoubts(written, match) }, 1, {
      code: "number-out-of-range",
      about: String(anchor.number),
    }),
  );
}

function doorsOn(city: City, road: number): readonly Door[] {
  const { name, aliases } = city.network.road(road);
  const lists = [name, ...aliases].flatMap((one) => city.doors.get(spell(one)) ?? []);
  return lists.toSorted((a, b) => a.plate.number - b.plate.number);
}

function atNumber(city: City, road: number | undefined, doors: readonly Door[], anchor: DoorAnchor): Answer[] {
  if (doors.length === 0) return [];
  const same = doors.filter(({ plate }) => plate.number === anchor.number);
  const exact = same.filter(({ plate }) => plate.annex === anchor.annex);
  const found = exact.length > 0 ? exact : same;
  if (found.length > 0) {
    const apart = found.filter(
      (door, at) => !found.slice(0, at).some((one) => distance(one.at, door.at) < metres.same),
    );
    return apart.map(({ at }) => {
      const score = exact.length > 0 ? 0.97 : 0.9;
      const answer: Answer = { at, radius: metres.door * (exact.length > 0 ? 1 : 2), score, doubts: [] };
      if (apart.length === 1) return answer;
      return doubted(answer, 0.8, { code: "several-places", about: String(anchor.number) });
    });
  }
  return amongNeighbours(city, road, doors, anchor.number);
}

/** Between the nearest lower and higher number, on the same side of the road if both have neighbours there. */
function amongNeighbours(city: City, road: number | undefined, doors: readonly Door[], number: number): Answer[] {
  const about = String(number);
  const sameSide = doors.filter(({ plate }) => (plate.number - number) % 2 === 0);
  const [own] = sameSide.toSorted((a, b) => Math.abs(a.plate.number - number) - Math.abs(b.plate.number - number));
  for (const list of [sameSide, doors]) {
    const low = list.findLast(({ plate }) => plate.number < number);
    const high = list.find(({ plate }) => plate.number > number);
    if (low === undefined || high === undefined) continue;
    const share = (number - low.plate.number) / (high.plate.number - low.plate.number);
    const across = list === doors ? own : undefined;
    const at = alongRoad(city, road, low.at, high.at, share, across?.at);
    const gap = distance(low.at, high.at);
    const answer: Answer = { at, radius: Math.max(15, gap * 0.3), score: list === doors ? 0.64 : 0.8, doubts: [] };
    const instead = `${low.plate.number}–${high.plate.number}`;
    return [doubted(answer, gap > 400 ? 0.7 : 1, { code: "number-interpolated", about, instead })];
  }
  return beyondLast(sameSide.length > 0 ? sameSide : doors, number);
}

/** Before the first or behind the last known number: on by the steps of the last two doors, as long as that is not far. */
function beyondLast(doors: readonly Door[], number: number): Answer[] {
  const [last, before] = doors.toSorted(
    (a, b) => Math.abs(a.plate.number - number) - Math.abs(b.plate.number - number),
  );
  if (last === undefined) return [];
  const off = Math.abs(last.plate.number - number);
  const numbers = before === undefined ? 0 : last.plate.number - before.plate.number;
  const step = numbers === 0 || off > nearNumber ? 0 : (number - last.plate.number) / numbers;
  const at = before === undefined ? last.at : plus(last.at, times(minus(last.at, before.at), step));
  const answer: Answer = { at, radius: 20 + off * metres.perNumber, score: 0.5, doubts: [] };
  const doubt = { code: "number-out-of-range", about: String(number), instead: String(last.plate.number) } as const;
  return [doubted(answer, off > farthestNumber ? 0.4 : 1 - off / 80, doubt)];
}

/** A share of the way from door to door along the road's bends, with their distance from it, or with a third door's. */
function alongRoad(
  city: City,
  road: number | undefined,
  low: Point,
  high: Point,
  share: number,
  across?: Point,
): Point {
  const near = city.network.segments.strokesNear(low, metres.fromRoad, (stroke) => stroke.road === road);
  const way = near
    .map(({ stroke, metres: from }) => ({ stroke, from, to: stroke.nearest(high) }))
    .find(({ to }) => to.off < metres.fromRoad);
  if (way === undefined) return between(low, high, share);
  const spots = [way.stroke.spot(way.from), way.stroke.spot(way.to.metres)] as const;
  const [lowOff, highOff] = [
    dot(minus(low, spots[0]), leftOf(spots[0].along)),
    dot(minus(high, spots[1]), leftOf(spots[1].along)),
  ];
  const spot = way.stroke.spot(way.from + (way.to.metres - way.from) * share);
  if (across !== undefined) {
    const own = way.stroke.spot(way.stroke.nearest(across).metres);
    return plus(spot, times(leftOf(spot.along), dot(minus(across, own), leftOf(own.along))));
  }
  return plus(spot, times(leftOf(spot.along), lowOff + (highOff - lowOff) * share));
}
