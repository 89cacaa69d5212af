import type { Anchor, BankAnchor, CommunityAnchor, Name, NamedAnchor } from "../reading.ts";
import type { Phrase, PlaceSlot, RoadSlot, Tail } from "../phrase.ts";
import type { Text } from "../text.ts";
import { areasOf, nameOf, readingOf, told, type Candidate, type Draft } from "./candidate.ts";

/** Each place that a phrase names, the last one first: what comes last is most exact. */
export function placeReadings(text: Text, phrase: Phrase, found: Candidate[]): void {
  for (let i = phrase.places.length - 1; i >= 0; i -= 1) {
    const slot = phrase.places[i];
    if (slot !== undefined) placeReading(text, phrase, i, slot, found);
  }
}

function placeReading(text: Text, phrase: Phrase, i: number, slot: PlaceSlot, found: Candidate[]): void {
  const { name } = slot;
  const [before, later] = [phrase.places[i - 1], phrase.places[i + 1]];
  const road = phrase.along;
  const opposite = before?.tail.relation === "opposite" && before.tail.offset === undefined ? before : undefined;
  const pair = slot.by === "and" && phrase.between ? before : undefined;
  const tail = tailOf(phrase, slot, road);
  const used = [phrase.shared, slot.used, road === undefined ? [] : phrase.used, (opposite ?? pair)?.used ?? []];
  // 万达广场对面公交站: no name of its own that would be missed.
  if (later?.name.bare === true) used.push(later.used);
  const areas = areasOf(text, phrase);
  const roadName = road === undefined ? undefined : nameOf(text, road.name);
  const said = told(tail);
  const base = name.kind === "raw" ? (said > 0 ? 28 : 10) : name.bare ? 40 : 56;
  let score = base + said - (later === undefined ? 0 : 14);
  let anchor: Anchor;
  if (name.kind === "water" || (tail.bank !== undefined && name.kind !== "home")) {
    anchor = bank(text, slot, tail);
    if (anchor.bank !== undefined) score += 18;
  } else if (name.kind === "home" || slot.building !== undefined || slot.unit !== undefined) {
    anchor = community(text, slot, roadName);
    score = Math.max(score, 46) + (anchor.building === undefined ? 0 : 24) + (anchor.unit === undefined ? 0 : 4);
  } else {
    anchor = named(text, slot, roadName, opposite, pair);
    score += (opposite === undefined ? 0 : 8) + (pair === undefined ? 0 : 12);
  }
  found.push({ reading: readingOf(areas, anchor, tail), score, used });
  // 惠民路幼儿园, 解放路桥 may be one name.
  if (anchor.kind === "named" && road !== undefined && road.name.end === name.start) {
    const whole: NamedAnchor = { kind: "named", name: nameOf(text, { start: road.name.start, end: name.end }) };
    found.push({ reading: readingOf(areas, whole, tail), score: score - 2, used });
  }
}

/** A side said of the road before the place holds for the place: 和平街南侧方圆酒店门口 */
function tailOf(phrase: Phrase, slot: PlaceSlot, road: RoadSlot | undefined): Tail {
  const side = road?.toward ?? phrase.tail.side;
  return side === undefined || slot.tail.side !== undefined ? slot.tail : { ...slot.tail, side };
}

function bank(text: Text, slot: PlaceSlot, { bank: of }: Tail): BankAnchor {
  const anchor: Draft<BankAnchor> = { kind: "bank", water: nameOf(text, slot.name) };
  if (of !== undefined && of !== "some") anchor.bank = of;
  return anchor;
}

function community(text: Text, slot: PlaceSlot, road: Name | undefined): CommunityAnchor {
  const anchor: Draft<CommunityAnchor> = { kind: "community", name: nameOf(text, slot.name) };
  if (road !== undefined) anchor.road = road;
  if (slot.section !== undefined) anchor.section = slot.section;
  if (slot.building !== undefined) anchor.building = slot.building;
  if (slot.buildingTo !== undefined) anchor.buildingTo = slot.buildingTo;
  if (slot.unit !== undefined) anchor.unit = slot.unit;
  return anchor;
}

function named(
  text: Text,
  slot: PlaceSlot,
  road: Name | undefined,
  opposite: PlaceSlot | undefined,
  pair: PlaceSlot | undefined,
): NamedAnchor {
  const anchor: Draft<NamedAnchor> = { kind: "named", name: nameOf(text, (pair ?? slot).name) };
  if (road !== undefined) anchor.road = road;
  if (opposite !== undefined) anchor.oppositeOf = nameOf(text, opposite.name);
  if (pair !== undefined) anchor.and = nameOf(text, slot.name);
  return anchor;
}
