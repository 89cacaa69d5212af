import type { StretchAnchor } from "../reading.ts";
import type { Phrase, RoadSlot, Tail } from "../phrase.ts";
import type { Text } from "../text.ts";
import { areasOf, landmarkOf, nameOf, readingOf, told, type Candidate, type Draft } from "./candidate.ts";
import { crossings } from "./crossing.ts";

/** Whatever the roads of a phrase say: a crossing, a part of a road, a road. */
export function roadReadings(text: Text, phrase: Phrase, found: Candidate[]): void {
  const { roads } = phrase;
  const bounded = roads.length >= 3 ? boundsOf(roads, phrase) : undefined;
  if (bounded !== undefined) boundedStretch(text, phrase, bounded, found);
  else if (roads.length >= 2) crossings(text, phrase, found);
  else wholeRoad(text, phrase, found);
}

/** A路（B路—C路）, A路B路与C路之间, A路自B路至C路, B路到C路之间的A路: along, from, to. */
function boundsOf(roads: readonly RoadSlot[], phrase: Phrase): [RoadSlot, RoadSlot, RoadSlot] | undefined {
  const [a, b, c] = roads;
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const listed = b.by === "and" && c.by === "and";
  const paired = b.by === "none" && c.by === "and" && phrase.shape === undefined;
  if (!phrase.spans && !phrase.between && !paired && (listed || !phrase.segment)) return undefined;
  const last = b.by !== "none" && c.by === "none" && (phrase.between || b.by === "to");
  return last ? [c, a, b] : [a, b, c];
}

function boundedStretch(
  text: Text,
  phrase: Phrase,
  [along, from, to]: readonly [RoadSlot, RoadSlot, RoadSlot],
  found: Candidate[],
): void {
  const anchor: Draft<StretchAnchor> = {
    kind: "stretch",
    road: nameOf(text, along.name),
    between: [nameOf(text, from.name), nameOf(text, to.name)],
  };
  if (phrase.tail.part !== undefined) anchor.part = phrase.tail.part;
  const tail = sided(phrase.tail, along.toward ?? to.toward);
  found.push({
    reading: readingOf(areasOf(text, phrase), anchor, tail),
    score: 84 + told(tail),
    used: [phrase.shared, phrase.used],
  });
}

function wholeRoad(text: Text, phrase: Phrase, found: Candidate[]): void {
  const [road] = phrase.roads;
  if (road === undefined) return;
  const anchor: Draft<StretchAnchor> = { kind: "stretch", road: nameOf(text, road.name) };
  if (phrase.tail.part !== undefined) anchor.part = phrase.tail.part;
  const tail = sided(phrase.tail, road.toward);
  if (road.mouth || phrase.shape !== undefined) tail.relation ??= "entrance";
  const landmark = tail.offset === undefined ? undefined : phrase.landmark;
  const score =
    (road.name.kind === "road" ? 36 : 20) +
    told(tail) +
    (phrase.tail.part === undefined ? 0 : 10) -
    (road.name.weak ? 25 : 0) -
    (phrase.places.length > 0 ? 10 : 0);
  found.push({
    reading: readingOf(areasOf(text, phrase), anchor, tail, landmarkOf(text, landmark)),
    score,
    used: [phrase.shared, phrase.used, landmark?.used ?? []],
  });
}

/** Of a road 南侧 is its side, however it was said. */
function sided(tail: Tail, own: Tail["side"]): Tail {
  const { toward, ...rest } = tail;
  const side = tail.side ?? own ?? toward;
  if (side !== undefined) rest.side = side;
  return rest;
}
