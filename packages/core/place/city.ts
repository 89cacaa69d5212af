import Flatbush from "flatbush";
import type { DoorPlate, GazetteerData, NamedArea, NamedPlace, Position } from "./feature.ts";
import { each, flatMapEach, type Steps } from "./steps.ts";
import { NameBook, spell } from "./names/index.ts";
import { distance, Network, planeAround, type Plane, type Point } from "./network/index.ts";

/** Everything the gazetteer knows, in the plane and found by name. */
export interface City {
  readonly plane: Plane;
  readonly network: Network;
  readonly roadNames: NameBook;
  readonly places: readonly NamedPlace[];
  /** All but poles; by index into `places`. */
  readonly placeNames: NameBook;
  /** By their number, leading zeros as written where that is known, else without. */
  polesNumbered(number: string): readonly NamedPlace[];
  /** Of all communities, by the building's own number. */
  buildingsNumbered(number: string): readonly NamedPlace[];
  /** Named places whose name holds another, or is held by it; by index into `places`. */
  readonly placesSpelled: readonly { readonly id: number; readonly spelled: string }[];
  readonly areas: readonly NamedArea[];
  readonly areaNames: NameBook;
  /** Named places (poles are none) within so many metres, the nearest first. */
  placesNear(at: Point, metres: number, most: number): { readonly place: NamedPlace; readonly off: number }[];
  /** By the spelled name of their road. */
  readonly doors: ReadonlyMap<string, readonly Door[]>;
}

export interface Door {
  readonly plate: DoorPlate;
  readonly at: Point;
}

export function* cityOf(data: GazetteerData): Steps<City> {
  const plane = yield* planeAround(positionsOf(data));
  const network = yield* Network.of(data.roads, plane);
  const named = data.places.map((place, id) => ({ place, id })).filter(({ place }) => place.kind !== "pole");
  return {
    plane,
    network,
    roadNames: yield* NameBook.of(network.roads),
    places: data.places,
    placeNames: yield* NameBook.of(named.map(({ place: { name, aliases }, id }) => ({ id, name, aliases }))),
    polesNumbered: yield* polesBy(data.places),
    buildingsNumbered: yield* buildingsBy(data.places),
    placesSpelled: yield* flatMapEach(named, ({ place, id }) => [{ id, spelled: spell(place.name) }]),
    areas: data.areas,
    areaNames: yield* NameBook.of(data.areas.map(({ name }, id) => ({ id, name, aliases: [] }))),
    placesNear: yield* nearOf(
      named.map(({ place }) => place),
      plane,
    ),
    doors: yield* doorsOf(data.doors, plane),
  };
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const numberIn = (name: string): string => /\d+(?=\D*$)/.exec(spell(name))?.[0] ?? spell(name);
const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, "");

function* polesBy(places: readonly NamedPlace[]): Steps<City["polesNumbered"]> {
  const [asWritten, plain] = [new Map<string, NamedPlace[]>(), new Map<string, NamedPlace[]>()];
  yield* each(places, (pole) => {
    if (pole.kind !== "pole") return;
    for (const number of new Set([pole.name, ...pole.aliases].map(numberIn))) {
      put(asWritten, number, pole);
      put(plain, withoutZeros(number), pole);
    }
  });
  return (number) => asWritten.get(spell(number)) ?? plain.get(withoutZeros(spell(number))) ?? [];
}

/** 3号楼, 甲1栋: the number without what it counts. */
const building = /(\p{L}?\d+|[a-z]\d*)(?:号楼|号|幢|栋|座|楼)?$/u;

function* buildingsBy(places: readonly NamedPlace[]): Steps<City["buildingsNumbered"]> {
  const byNumber = new Map<string, NamedPlace[]>();
  yield* each(places, (place) => {
    if (place.kind !== "building") return;
    const written = building.exec(spell(place.name))?.[1] ?? "";
    for (const number of new Set([written, written.replace(/^\D/u, "")])) put(byNumber, number, place);
  });
  return (number) => byNumber.get(spell(number)) ?? [];
}

function* nearOf(places: readonly NamedPlace[], plane: Plane): Steps<City["placesNear"]> {
  const points = places.map(({ at }) => plane.point(at));
  // An index of nothing is not allowed.
  if (points.length === 0) return () => [];
  const index = new Flatbush(points.length);
  yield* each(points, ({ x, y }) => index.add(x, y));
  index.finish();
  return (at, metres, most) =>
    index.neighbors(at.x, at.y, most, metres).flatMap((found) => {
      const [place, point] = [places[found], points[found]];
      return place === undefined || point === undefined ? [] : [{ place, off: distance(point, at) }];
    });
}

function* positionsOf(data: GazetteerData): Generator<Position> {
  for (const road of data.roads) yield* road.line;
  for (const place of data.places) yield place.at;
  for (const door of data.doors) yield door.at;
}

function* doorsOf(plates: readonly DoorPlate[], plane: Plane): Steps<Map<string, Door[]>> {
  const doors = new Map<string, Door[]>();
  yield* each(plates, (plate) => {
    const key = spell(plate.road);
    const list = doors.get(key) ?? [];
    doors.set(key, list);
    list.push({ plate, at: plane.point(plate.at) });
  });
  yield* each(doors.values(), (list) =>
    list.sort((a, b) => a.plate.number - b.plate.number || (a.plate.annex ?? 0) - (b.plate.annex ?? 0)),
  );
  return doors;
}
