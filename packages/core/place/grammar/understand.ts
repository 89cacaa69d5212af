import type { Anchor, CrossingAnchor, Direction, Name, Reading, StretchAnchor } from "../reading.ts";
import type { Phrase, PlaceSlot, RoadSlot, Tail } from "./phrase.ts";
import type { NamePiece, Piece } from "./piece.ts";
import type { Text } from "./text.ts";

/** A reading, how much speaks for it, and what of the text it used. */
export interface Candidate {
  readonly reading: Reading;
  readonly score: number;
  readonly used: readonly Piece[];
}

/** Every way to understand a phrase. The scores are our own choice: the more the text says of a place, the better. */
export function understand(text: Text, phrase: Phrase): Candidate[] {
  const found: Candidate[] = [];
  const { places, roads, poles } = phrase;
  if (poles.length > 0) poleReading(text, phrase, found);
  if (phrase.door !== undefined) doorReading(text, phrase, found);
  else if (roads.length > 0) roadReadings(text, phrase, found);
  for (let i = places.length - 1; i >= 0; i -= 1) placeReadings(text, phrase, i, found);
  if (phrase.empty) areaReading(text, phrase, found);
  return found;
}

export function nameOf(text: Text, piece: NamePiece): Name {
  return { text: text.written.slice(piece.start, piece.end), span: { start: piece.start, end: piece.end } };
}

function areasOf(text: Text, phrase: Phrase): Name[] {
  return phrase.areas.map((area) => nameOf(text, area));
}

function told(tail: Tail): number {
  return (
    (tail.offset === undefined ? 0 : 12) +
    (tail.distance === undefined ? 0 : 8) +
    (tail.side === undefined ? 0 : 5) +
    (tail.corner === undefined ? 0 : 5) +
    (tail.relation === undefined ? 0 : 10) +
    (tail.toward === undefined ? 0 : 8)
  );
}

function reading(areas: readonly Name[], anchor: Anchor, tail: Tail): Reading {
  const { offset, distance } = tail;
  return {
    areas,
    anchor,
    ...(tail.relation === undefined ? {} : { relation: tail.relation }),
    ...(offset === undefined
      ? {}
      : { offset: { direction: offset.direction, metres: offset.metres, about: offset.about } }),
    ...(distance === undefined || offset !== undefined
      ? {}
      : { distance: { metres: distance.metres, about: distance.about } }),
    ...(tail.side === undefined ? {} : { side: tail.side }),
    ...(tail.corner === undefined ? {} : { corner: tail.corner }),
    ...(tail.toward === undefined ? {} : { towards: tail.toward }),
  };
}

function roadReadings(text: Text, phrase: Phrase, found: Candidate[]): void {
  const { roads, tail } = phrase;
  const used = [...phrase.shared, ...phrase.used];
  const areas = areasOf(text, phrase);
  const placed = phrase.places.length > 0;
  const stretch = roads.length >= 3 ? between(roads, phrase) : undefined;
  if (stretch !== undefined) {
    const [along, from, to] = stretch;
    const anchor: StretchAnchor = {
      kind: "stretch",
      road: nameOf(text, along.name),
      between: [nameOf(text, from.name), nameOf(text, to.name)],
      ...(tail.part === undefined ? {} : { part: tail.part }),
    };
    const side = tail.side ?? tail.toward ?? along.toward ?? to.toward;
    found.push({
      reading: reading(areas, anchor, { ...without(tail), ...(side === undefined ? {} : { side }) }),
      score: 84 + told(tail),
      used,
    });
    return;
  }
  if (roads.length >= 2) {
    crossing(text, phrase, found, used, areas, placed);
    return;
  }
  const [road] = roads;
  if (road === undefined) return;
  const anchor: StretchAnchor = {
    kind: "stretch",
    road: nameOf(text, road.name),
    ...(tail.part === undefined ? {} : { part: tail.part }),
  };
  const side = tail.side ?? road.toward ?? tail.toward;
  const { relation } = tail;
  const mouth = road.mouth || phrase.shape !== undefined ? "entrance" : undefined;
  const of: Tail = {
    ...without(tail),
    ...(side === undefined ? {} : { side }),
    ...((relation ?? mouth) ? { relation: relation ?? mouth ?? "entrance" } : {}),
  };
  const score =
    (road.name.kind === "road" ? 36 : 20) -
    (road.name.weak ? 25 : 0) -
    (placed ? 10 : 0) +
    told(of) +
    (tail.part === undefined ? 0 : 10);
  found.push({ reading: reading(areas, anchor, of), score, used });
}

function without(tail: Tail): Tail {
  const { toward: _, ...rest } = tail;
  return rest;
}

/** A路（B路—C路）, A路B路与C路之间, A路自B路至C路 */
function between(roads: readonly RoadSlot[], phrase: Phrase): [RoadSlot, RoadSlot, RoadSlot] | undefined {
  const [a, b, c] = roads;
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const spans =
    roads.some(({ by }) => by === "to") ||
    phrase.between ||
    phrase.segment ||
    (b.by === "none" && c.by === "and" && phrase.shape === undefined);
  if (!spans) return undefined;
  // B路与C路之间A路
  if (a.by === "none" && b.by !== "none" && c.by === "none" && phrase.between) return [c, a, b];
  if (b.by === "to" && c.by === "none" && roads.length === 3) return [c, a, b];
  return [a, b, c];
}

function crossing(
  text: Text,
  phrase: Phrase,
  found: Candidate[],
  used: readonly Piece[],
  areas: readonly Name[],
  placed: boolean,
): void {
  const { roads, tail } = phrase;
  const measured = roads.filter(({ from, mouth }) => !from && !(mouth && phrase.shape === undefined));
  // What was measured from, or is a lane's mouth, is not what one walks along.
  const ordered = measured.length > 0 ? [...measured, ...roads.filter((road) => !measured.includes(road))] : roads;
  const last = roads.at(-1);
  const first = roads[0];
  const own = roads.map(({ toward }) => toward).filter((toward) => toward !== undefined);
  const met = phrase.shape !== undefined;
  let side = tail.side;
  let toward = tail.toward;
  let corner = tail.corner;
  if (own.length === 2 && own[0] !== undefined && own[1] !== undefined && corner === undefined)
    corner = both(own[0], own[1]);
  else if (first?.toward !== undefined) side ??= first.toward;
  else if (last?.toward !== undefined) toward ??= last.toward;
  const anchor: CrossingAnchor = {
    kind: "crossing",
    roads: ordered.map(({ name }) => nameOf(text, name)),
    shape: phrase.shape ?? "meeting",
  };
  const all: Tail = {
    ...tail,
    ...(side === undefined ? {} : { side }),
    ...(toward === undefined ? {} : { toward }),
    ...(corner === undefined ? {} : { corner }),
  };
  const weak = roads.filter(({ name }) => name.weak).length;
  const joined = roads.some(({ by }) => by !== "none");
  const score =
    (met ? 86 : joined ? 72 : 62) +
    told(all) -
    weak * (met && joined ? 4 : met ? 12 : 25) -
    (placed && tail.offset === undefined ? 18 : 0);
  found.push({ reading: reading(areas, anchor, all), score, used });
  if (!met && first !== undefined && tail.offset === undefined && roads.length === 2 && !joined)
    found.push({
      reading: reading(areas, { kind: "stretch", road: nameOf(text, first.name) }, side === undefined ? {} : { side }),
      score: score - 30,
      used,
    });
}

/** 和平街以南、文化巷以东 */
function both(a: Direction, b: Direction): Direction | undefined {
  const pair = `${a} ${b}`;
  const corners: Readonly<Record<string, Direction>> = {
    "north east": "northEast",
    "north west": "northWest",
    "south east": "southEast",
    "south west": "southWest",
  };
  return corners[pair] ?? corners[`${b} ${a}`];
}

function doorReading(text: Text, phrase: Phrase, found: Candidate[]): void {
  const { door, roads, areas, tail, places } = phrase;
  if (door === undefined) return;
  const on = roads.at(-1)?.name ?? areas.at(-1);
  if (on === undefined) return;
  const prefix = /^[甲乙丙丁戊临增新]/.exec(door.text)?.[0];
  const side = tail.side ?? roads.at(-1)?.toward;
  const anchor: Anchor = {
    kind: "door",
    road: nameOf(text, on),
    number: door.number,
    ...(door.annex === undefined ? {} : { annex: door.annex }),
    yard: door.yard,
    ...(prefix === undefined ? {} : { prefix }),
    ...(phrase.doorBuilding === undefined ? {} : { building: phrase.doorBuilding.text }),
    ...(phrase.doorUnit === undefined ? {} : { unit: phrase.doorUnit.text }),
  };
  const kept = roads.length > 0 ? areas : areas.slice(0, -1);
  const score = (roads.length > 0 ? 82 : 40) + told(tail) - (places.length > 0 ? 10 : 0);
  found.push({
    reading: reading(
      kept.map((area) => nameOf(text, area)),
      anchor,
      { ...tail, ...(side === undefined ? {} : { side }) },
    ),
    score,
    used: [...phrase.shared, ...phrase.used],
  });
}

function poleReading(text: Text, phrase: Phrase, found: Candidate[]): void {
  const [first, second] = phrase.poles;
  if (first === undefined) return;
  const road = phrase.roads.at(-1);
  const what = (first.what || second?.what) ?? "";
  const numbers: readonly [string] | readonly [string, string] =
    second === undefined ? [first.number] : [first.number, second.number];
  const side = phrase.tail.side ?? road?.toward;
  const anchor: Anchor = {
    kind: "poles",
    ...(road === undefined ? {} : { road: nameOf(text, road.name) }),
    numbers,
    what,
  };
  found.push({
    reading: reading(areasOf(text, phrase), anchor, { ...phrase.tail, ...(side === undefined ? {} : { side }) }),
    score: 88 + told(phrase.tail),
    used: [...phrase.shared, ...phrase.used],
  });
}

function placeReadings(text: Text, phrase: Phrase, i: number, found: Candidate[]): void {
  const slot = phrase.places[i];
  if (slot === undefined) return;
  const areas = areasOf(text, phrase);
  const before = phrase.places[i - 1];
  const road = roadOf(phrase);
  const roadName = road === undefined ? undefined : nameOf(text, road.name);
  const inherits = phrase.tail;
  const { tail, name } = slot;
  const whole: Tail = road === undefined || road.toward === undefined ? tail : { side: road.toward, ...tail };
  const all: Tail = inherits.side !== undefined && whole.side === undefined ? { ...whole, side: inherits.side } : whole;
  const used = [...phrase.shared, ...slot.used, ...(road === undefined ? [] : phrase.used)];
  const later = i < phrase.places.length - 1;
  const base = (name.kind === "raw" ? 10 : name.bare ? 40 : 56) - (later ? 14 : 0);

  if (name.kind === "water" || (tail.bank !== undefined && name.kind !== "home")) {
    const { bank, ...rest } = all;
    const anchor: Anchor = {
      kind: "bank",
      water: nameOf(text, name),
      ...(bank === undefined || bank === "some" ? {} : { bank }),
    };
    found.push({
      reading: reading(areas, anchor, rest),
      score: base + (bank === undefined ? 0 : 18) + told(rest),
      used,
    });
    return;
  }
  if (name.kind === "home" || slot.building !== undefined || slot.unit !== undefined) {
    const anchor: Anchor = {
      kind: "community",
      name: nameOf(text, name),
      ...(roadName === undefined ? {} : { road: roadName }),
      ...(slot.section === undefined ? {} : { section: slot.section.text }),
      ...(slot.building === undefined ? {} : { building: slot.building.text }),
      ...(slot.buildingTo === undefined ? {} : { buildingTo: slot.buildingTo.text }),
      ...(slot.unit === undefined ? {} : { unit: slot.unit.text }),
    };
    const exact = (slot.building === undefined ? 0 : 24) + (slot.unit === undefined ? 0 : 4);
    found.push({ reading: reading(areas, anchor, all), score: Math.max(base, 46) + exact + told(all), used });
    return;
  }
  const opposite = before?.tail.relation === "opposite" && before.tail.offset === undefined ? before : undefined;
  const pair = slot.by === "and" && phrase.between ? before : undefined;
  const main = pair ?? slot;
  const anchor: Anchor = {
    kind: "named",
    name: nameOf(text, main.name),
    ...(roadName === undefined ? {} : { road: roadName }),
    ...(opposite === undefined ? {} : { oppositeOf: nameOf(text, opposite.name) }),
    ...(pair === undefined ? {} : { and: nameOf(text, slot.name) }),
  };
  const score = base + told(all) + (opposite === undefined ? 0 : 8) + (pair === undefined ? 0 : 12);
  const others = [opposite, pair].flatMap((other) => (other === undefined ? [] : other.used));
  found.push({ reading: reading(areas, anchor, all), score, used: [...used, ...others] });
  // 惠民路幼儿园 may be one name.
  if (road !== undefined && road.name.end === name.start) {
    const joined: NamePiece = { ...name, start: road.name.start };
    found.push({
      reading: reading(areas, { kind: "named", name: nameOf(text, joined) }, all),
      score: score - 2,
      used: [...used, ...others],
    });
  }
}

/** The road that a place is said to stand on. */
function roadOf(phrase: Phrase): RoadSlot | undefined {
  return phrase.roads.length === 1 || phrase.tail.offset === undefined ? phrase.roads.at(-1) : phrase.roads[0];
}

function areaReading(text: Text, phrase: Phrase, found: Candidate[]): void {
  const areas = areasOf(text, phrase);
  const name = areas.at(-1);
  if (name === undefined) return;
  const { tail } = phrase;
  const toward = tail.toward ?? (tail.part === "middle" ? undefined : tail.part);
  found.push({
    reading: reading(
      areas.slice(0, -1),
      { kind: "area", name },
      { ...tail, ...(toward === undefined ? {} : { toward }) },
    ),
    score: 14 + told(tail),
    used: [...phrase.shared, ...phrase.used],
  });
}

export type { PlaceSlot };
