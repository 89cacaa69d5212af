import type { CrossingAnchor, Direction } from "../reading.ts";
import type { Phrase, RoadSlot, Tail } from "../phrase.ts";
import type { NamePiece } from "../piece.ts";
import { roadNameAt } from "../names.ts";
import type { Text } from "../text.ts";
import { areasOf, landmarkOf, nameOf, readingOf, told, type Candidate } from "./candidate.ts";

/** Two roads or more that meet, said in whatever order. */
export function crossings(text: Text, phrase: Phrase, found: Candidate[]): void {
  const { roads, landmark } = phrase;
  const areas = areasOf(text, phrase);
  const tail = tailOf(phrase);
  const score = scoreOf(phrase, tail);
  const used = [phrase.shared, phrase.used, landmark?.used ?? []];
  const add = (names: readonly NamePiece[], less: number): void => {
    const anchor: CrossingAnchor = {
      kind: "crossing",
      roads: names.map((name) => nameOf(text, name)),
      shape: phrase.shape ?? "meeting",
    };
    found.push({ reading: readingOf(areas, anchor, tail, landmarkOf(text, landmark)), score: score - less, used });
  };
  add(walkedFirst(phrase), 0);
  const otherwise = otherCut(text, roads);
  if (otherwise !== undefined) add(otherwise, 6);
  const [first, second] = roads;
  const aside = phrase.shape === undefined && second?.by === "none" && tail.offset === undefined;
  // 和平街文化巷: perhaps no crossing at all.
  if (aside && first !== undefined && roads.length === 2) {
    const road = nameOf(text, first.name);
    found.push({ reading: readingOf(areas, { kind: "stretch", road }, {}), score: score - 30, used });
  }
}

/** What was measured from, or is a lane's mouth, is not what one walks along: 文化巷口东30米（和平街） */
function walkedFirst({ roads, shape }: Phrase): NamePiece[] {
  const walked: NamePiece[] = [];
  const others: NamePiece[] = [];
  for (let i = 0; i < roads.length; i += 1) {
    const road = roads[i];
    if (road === undefined) continue;
    const together = road.by === "and" || roads[i + 1]?.by === "and";
    const other = (road.from && !together) || (road.mouth && shape === undefined);
    (other ? others : walked).push(road.name);
  }
  return [...walked, ...others];
}

function tailOf({ roads, tail }: Phrase): Tail {
  const first = roads[0]?.toward;
  const last = roads.at(-1)?.toward;
  if (first === undefined && last === undefined) return tail;
  const whole: Tail = { ...tail };
  const corner = first === undefined || last === undefined || roads.length !== 2 ? undefined : cornerOf(first, last);
  if (corner !== undefined) whole.corner ??= corner;
  else if (first !== undefined) whole.side ??= first;
  else if (last !== undefined) whole.toward ??= last;
  return whole;
}

/** 和平街以南、文化巷以东 */
function cornerOf(a: Direction, b: Direction): Direction | undefined {
  return corners[`${a} ${b}`] ?? corners[`${b} ${a}`];
}
const corners: Readonly<Record<string, Direction>> = {
  "north east": "northEast",
  "north west": "northWest",
  "south east": "southEast",
  "south west": "southWest",
};

function scoreOf({ roads, shape, places, tail: own }: Phrase, tail: Tail): number {
  const met = shape !== undefined;
  let weak = 0;
  let joined = false;
  for (const road of roads) {
    if (road.name.weak) weak += 1;
    if (road.by !== "none") joined = true;
  }
  const doubt = met && joined ? 4 : met ? 12 : 25;
  const elsewhere = places.length > 0 && own.offset === undefined ? 18 : 0;
  return (met ? 86 : joined ? 72 : 62) + told(tail) - weak * doubt - elsewhere;
}

/** The same roads, cut where a connector may as well begin a name: 站前路|和平里大街, 站前路|平里大街. */
function otherCut(text: Text, roads: readonly RoadSlot[]): NamePiece[] | undefined {
  const [first, second] = roads;
  if (first === undefined || second === undefined || roads.length !== 2) return undefined;
  const { start } = second.name;
  const gap = start - first.name.end;
  if (second.by === "and" && gap === 1 && connecting.includes(text.folded.charAt(start - 1)))
    return [first.name, { ...second.name, start: start - 1 }];
  if (second.by === "none" && gap === 0 && connecting.includes(text.folded.charAt(start))) {
    const shorter = roadNameAt(text, start + 1);
    return shorter?.end === second.name.end ? [first.name, shorter] : undefined;
  }
  return undefined;
}
const connecting = "和同与及跟交";
