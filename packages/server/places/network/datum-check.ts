import type { Position, RoadLine } from "@xiuhua/core/place";
import type { Datum } from "./datum.ts";
import { makeDistance } from "./distance.ts";
import { asIf, byName, judge, misfit, sample, toNearest, type Suspicion } from "./datum-judge.ts";

/** What the city knows of itself already, WGS 84. */
export interface Known {
  /** The roads in force. */
  readonly roads: readonly RoadLine[];
  /** Places of cases, each with its point. */
  readonly cases: readonly { readonly text: string; readonly at: Position }[];
  /** Whether a point lies in the city. */
  readonly inCity: (at: Position) => boolean;
}

/** What stands somewhere, as a file says and perhaps as the city has it already. */
export interface Standing {
  readonly name: string;
  /** As it was read, WGS 84. */
  readonly at: Position;
  /** Where the city has the same thing. */
  readonly present?: Position;
  /** Code of the area that it is said to stand in; empty where nobody says. */
  readonly area: string;
}

/** What points are compared with. */
export interface KnownOfPoints {
  readonly roads: readonly RoadLine[];
  /** Whether a point lies in the city, and in the area of this code. */
  readonly inArea: (at: Position, area: string) => boolean;
}

/**
 * The same of things that stand in the street: against themselves where the city has them, against the road that their name
 * tells (和平街001号灯杆), against the area that they are said to stand in.
 */
export function suspectPoints(points: readonly Standing[], read: Datum, known: KnownOfPoints): Suspicion | undefined {
  const same = sample(points.flatMap(({ at, present }) => (present ? [{ at, present }] : [])));
  const lines = byName(known.roads);
  const names = [...lines.keys()];
  const told = sample(points).flatMap(({ name, at }) => {
    const near = names.filter((road) => name.includes(road)).flatMap((road) => lines.get(road) ?? []);
    return near.length === 0 ? [] : [{ at, near }];
  });
  const areas = sample(points);
  return (
    judge("components", read, same, ({ at, present }, datum) =>
      makeDistance(present).between(asIf(at, read, datum), present),
    ) ??
    judge("roadNames", read, told, ({ at, near }, datum) => toNearest(asIf(at, read, datum), near)) ??
    misfit(
      "outline",
      read,
      areas.map(({ at }) => at),
      (at, index) => known.inArea(at, areas[index]?.area ?? ""),
    )
  );
}

/**
 * Compares a network with what the city has: would it fit clearly better, had the file been in another datum? The shift
 * of GCJ-02 is some 500 m in most of China, that of BD-09 another 900 m. @param read the datum it was read in
 */
export function suspectDatum(roads: readonly RoadLine[], read: Datum, known: Known): Suspicion | undefined {
  return byRoads(roads, read, known) ?? byCases(roads, read, known) ?? byOutline(roads, read, known);
}

/** Bends of roads, against the present lines of the same names. */
function byRoads(roads: readonly RoadLine[], read: Datum, known: Known): Suspicion | undefined {
  const present = byName(known.roads);
  const bends = sample(roads.flatMap(({ name, line }) => (present.has(name) ? line.map((at) => ({ name, at })) : [])));
  return judge("roads", read, bends, ({ name, at }, datum) => toNearest(asIf(at, read, datum), present.get(name)));
}

/** Points of cases whose text names a road, against that road. */
function byCases(roads: readonly RoadLine[], read: Datum, known: Known): Suspicion | undefined {
  const lines = byName(roads);
  const told = sample(known.cases).flatMap(({ text, at }) => {
    const names = [...lines.keys()].filter((name) => text.includes(name));
    return names.length === 0 ? [] : [{ at, near: names.flatMap((name) => lines.get(name) ?? []) }];
  });
  // Moving the point the other way is the same as moving all the roads.
  return judge("cases", read, told, ({ at, near }, datum) => toNearest(asIf(at, datum, read), near));
}

/** Share of the bends that lie in the city: roads may lead out of it, but not more of them by a datum. */
function byOutline(roads: readonly RoadLine[], read: Datum, { inCity }: Known): Suspicion | undefined {
  return misfit("outline", read, sample(roads.flatMap(({ line }) => line)), inCity);
}
