import type { DoorPlate, GazetteerData, NamedPlace, Position, RoadLine, Steps } from "@xiuhua/core/place";
import type { Correction } from "../../api/index.ts";
import { makeDistance } from "../network/index.ts";

/** How a correction fares on a version: it changed it; the version says so by itself; what it is about is not there. */
export type Fate = "applied" | "contained" | "orphaned";

/** With `near`, what lies within so many metres of it is meant. Our own choice: a long block. */
const nearMetres = 200;
/** A place of the same name within so many metres is the same place. Our own choice. */
const sameMetres = 50;

interface Draft {
  roads: readonly RoadLine[];
  places: readonly NamedPlace[];
  doors: readonly DoorPlate[];
}

/** Lays corrections over a version's data, in their order, one a step. The data itself stays as it was. */
export function* correct(
  data: GazetteerData,
  corrections: readonly { readonly no: number; readonly correction: Correction }[],
): Steps<{ readonly data: GazetteerData; readonly fates: ReadonlyMap<number, Fate> }> {
  const draft: Draft = { roads: data.roads, places: data.places, doors: data.doors };
  const fates = new Map<number, Fate>();
  for (const { no, correction } of corrections) {
    fates.set(no, applied(draft, correction, `c${no}`));
    yield;
  }
  return { data: { ...draft, areas: data.areas }, fates };
}

/** @param id for what is added */
function applied(draft: Draft, correction: Correction, id: string): Fate {
  switch (correction.about) {
    case "road":
      return applyToRoads(draft, correction, id);
    case "place":
      return applyToPlaces(draft, correction, id);
    case "door":
      return applyToDoors(draft, correction);
  }
}

type About<A extends Correction["about"]> = Extract<Correction, { readonly about: A }>;

function applyToRoads(draft: Draft, correction: About<"road">, id: string): Fate {
  if (correction.action === "add") {
    const { name, line, widthMetres } = correction;
    if (draft.roads.some((road) => road.name === name && isSameLine(road.line, line))) return "contained";
    draft.roads = [
      ...draft.roads,
      { id, name, aliases: [], ...(widthMetres === undefined ? {} : { widthMetres }), line },
    ];
    return "applied";
  }
  const { target } = correction;
  const meant = chosen(draft.roads, target, (road) => road.line);
  if (meant.size === 0) {
    const done = correction.action === "rename" && draft.roads.some(({ name }) => name === correction.name);
    return done ? "contained" : "orphaned";
  }
  if (correction.action === "move") {
    const [first] = meant;
    if (first)
      draft.roads = [...draft.roads.filter((road) => !meant.has(road)), { ...first, id, line: correction.line }];
  } else draft.roads = changed(draft.roads, meant, correction);
  return "applied";
}

function applyToPlaces(draft: Draft, correction: About<"place">, id: string): Fate {
  if (correction.action === "add") {
    const { name, kind, at, road } = correction;
    const { between } = makeDistance(at);
    if (draft.places.some((place) => place.name === name && between(place.at, at) < sameMetres)) return "contained";
    draft.places = [...draft.places, { id, name, aliases: [], kind, at, ...(road === undefined ? {} : { road }) }];
    return "applied";
  }
  const { target } = correction;
  const meant = chosen(draft.places, target, (place) => [place.at]);
  if (meant.size === 0) {
    const done = correction.action === "rename" && draft.places.some(({ name }) => name === correction.name);
    return done ? "contained" : "orphaned";
  }
  if (correction.action === "move")
    draft.places = draft.places.map((place) => (meant.has(place) ? { ...place, at: correction.at } : place));
  else draft.places = changed(draft.places, meant, correction);
  return "applied";
}

function applyToDoors(draft: Draft, correction: About<"door">): Fate {
  const { road, number, annex } = correction.door;
  const isMeant = (door: DoorPlate) => door.road === road && door.number === number && door.annex === annex;
  const there = draft.doors.some(isMeant);
  if (correction.action === "add" ? there : !there) return correction.action === "add" ? "contained" : "orphaned";
  const others = draft.doors.filter((door) => !isMeant(door));
  draft.doors =
    correction.action === "remove"
      ? others
      : [...others, { road, number, ...(annex === undefined ? {} : { annex }), at: correction.at }];
  return "applied";
}

/** Rename, alias and remove are the same for whatever bears a name. */
function changed<T extends { readonly name: string; readonly aliases: readonly string[] }>(
  all: readonly T[],
  meant: ReadonlySet<T>,
  change:
    | { readonly action: "rename"; readonly name: string }
    | { readonly action: "alias"; readonly alias: string }
    | { readonly action: "remove" },
): readonly T[] {
  switch (change.action) {
    case "rename":
      // People go on saying the old name for years.
      return all.map((one) =>
        meant.has(one) ? { ...one, name: change.name, aliases: [...one.aliases, one.name] } : one,
      );
    case "alias":
      return all.map((one) => (meant.has(one) ? { ...one, aliases: [...one.aliases, change.alias] } : one));
    case "remove":
      return all.filter((one) => !meant.has(one));
  }
}

/** What bears the name; of several, with `near`, the one nearest to it. */
function chosen<T extends { readonly name: string }>(
  all: readonly T[],
  { name, near }: { readonly name: string; readonly near?: Position },
  lineOf: (one: T) => readonly Position[],
): ReadonlySet<T> {
  const named = all.filter((one) => one.name === name);
  if (near === undefined) return new Set(named);
  const distance = makeDistance(near);
  const metres = (one: T) => {
    const line = lineOf(one);
    const [only] = line;
    return line.length > 1 ? distance.toLine(near, line) : only ? distance.between(near, only) : Infinity;
  };
  const [nearest] = named.map((one) => [one, metres(one)] as const).sort((one, other) => one[1] - other[1]);
  return new Set(nearest && nearest[1] <= nearMetres ? [nearest[0]] : []);
}

function isSameLine(one: readonly Position[], other: readonly Position[]): boolean {
  const [[start, end], [first, last]] = [
    [one[0], one.at(-1)],
    [other[0], other.at(-1)],
  ];
  if (!start || !end || !first || !last) return false;
  const { between } = makeDistance(start);
  const [ahead, back] = [
    Math.max(between(start, first), between(end, last)),
    Math.max(between(start, last), between(end, first)),
  ];
  return Math.min(ahead, back) < sameMetres;
}
