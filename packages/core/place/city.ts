import type { DoorPlate, GazetteerData, NamedArea, NamedPlace, Position } from "./feature.ts";
import { NameBook, spell } from "./names/index.ts";
import { Network, planeAround, type Plane, type Point } from "./network/index.ts";

/** Everything the gazetteer knows, in the plane and found by name. */
export interface City {
  readonly plane: Plane;
  readonly network: Network;
  readonly roadNames: NameBook;
  readonly places: readonly NamedPlace[];
  /** All but poles; by index into `places`. */
  readonly placeNames: NameBook;
  readonly poles: readonly NamedPlace[];
  readonly areas: readonly NamedArea[];
  readonly areaNames: NameBook;
  /** By the spelled name of their road. */
  readonly doors: ReadonlyMap<string, readonly Door[]>;
}

export interface Door {
  readonly plate: DoorPlate;
  readonly at: Point;
}

export function cityOf(data: GazetteerData): City {
  const plane = planeAround(positionsOf(data));
  const network = new Network(data.roads, plane);
  const named = data.places.map((place, id) => ({ ...place, id }));
  return {
    plane,
    network,
    roadNames: new NameBook(network.roads),
    places: data.places,
    placeNames: new NameBook(named.filter(({ kind }) => kind !== "pole")),
    poles: data.places.filter(({ kind }) => kind === "pole"),
    areas: data.areas,
    areaNames: new NameBook(data.areas.map(({ name }, id) => ({ id, name, aliases: [] }))),
    doors: doorsOf(data.doors, plane),
  };
}

function* positionsOf(data: GazetteerData): Generator<Position> {
  for (const road of data.roads) yield* road.line;
  for (const place of data.places) yield place.at;
  for (const door of data.doors) yield door.at;
}

function doorsOf(plates: readonly DoorPlate[], plane: Plane): Map<string, Door[]> {
  const doors = new Map<string, Door[]>();
  for (const plate of plates) {
    const key = spell(plate.road);
    const list = doors.get(key) ?? [];
    doors.set(key, list);
    list.push({ plate, at: plane.point(plate.at) });
  }
  for (const list of doors.values())
    list.sort((a, b) => a.plate.number - b.plate.number || (a.plate.annex ?? 0) - (b.plate.annex ?? 0));
  return doors;
}
