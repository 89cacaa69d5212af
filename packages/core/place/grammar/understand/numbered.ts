import type { DoorAnchor, PolesAnchor } from "../reading.ts";
import type { Phrase, Tail } from "../phrase.ts";
import type { Text } from "../text.ts";
import { areasOf, landmarkOf, nameOf, readingOf, told, type Candidate, type Draft } from "./candidate.ts";

/** 解放路18号附2号, 王庄村18号 */
export function doorReading(text: Text, phrase: Phrase, found: Candidate[]): void {
  const { door, roads, areas, tail, landmark } = phrase;
  const road = roads.at(-1);
  const on = road?.name ?? areas.at(-1);
  if (door === undefined || on === undefined) return;
  const anchor: Draft<DoorAnchor> = { kind: "door", road: nameOf(text, on), number: door.number, yard: door.yard };
  if (door.annex !== undefined) anchor.annex = door.annex;
  if (door.prefix !== undefined) anchor.prefix = door.prefix;
  if (phrase.doorBuilding !== undefined) anchor.building = phrase.doorBuilding;
  if (phrase.doorUnit !== undefined) anchor.unit = phrase.doorUnit;
  const within = areasOf(text, phrase);
  if (road === undefined) within.pop();
  const whole = sided(tail, road?.toward);
  found.push({
    reading: readingOf(within, anchor, whole, landmarkOf(text, landmark)),
    score: (road === undefined ? 40 : 82) + told(whole) - (phrase.places.length > 0 ? 10 : 0),
    used: [phrase.shared, phrase.used, landmark?.used ?? []],
  });
}

/** 路西023号灯杆与026号灯杆之间 */
export function poleReading(text: Text, phrase: Phrase, found: Candidate[]): void {
  const [first, second] = phrase.poles;
  if (first === undefined) return;
  const road = phrase.along;
  const anchor: Draft<PolesAnchor> = {
    kind: "poles",
    numbers: second === undefined ? [first.number] : [first.number, second.number],
    what: first.what,
  };
  if (road !== undefined) anchor.road = nameOf(text, road.name);
  const tail = sided(phrase.tail, road?.toward);
  found.push({
    reading: readingOf(areasOf(text, phrase), anchor, tail),
    score: 88 + told(tail),
    used: [phrase.shared, phrase.used],
  });
}

function sided(tail: Tail, side: Tail["side"]): Tail {
  return side === undefined || tail.side !== undefined ? tail : { ...tail, side };
}
