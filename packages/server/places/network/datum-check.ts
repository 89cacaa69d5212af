import type { Position, RoadLine } from "@xiuhua/core/place";
import { convert, datums, type Datum } from "./datum.ts";
import { makeDistance } from "./distance.ts";

/** What the city knows of itself already, WGS 84. */
export interface Known {
  /** The roads in force. */
  readonly roads: readonly RoadLine[];
  /** Places of cases, each with its point. */
  readonly cases: readonly { readonly text: string; readonly at: Position }[];
  /** Whether a point lies in the city. */
  readonly inCity: (at: Position) => boolean;
}

/** The file does not seem to be in the datum it was read in. */
export interface Suspicion {
  readonly datum: Datum;
  /** How far it lies off as it was read, by what was compared, and how far in the other datum. */
  readonly by: "roads" | "cases" | "outline";
  readonly metres: number;
}

/** Looked at of each kind, at most; and at least, to be worth a judgement. Our own choice. */
const [most, least] = [600, 12];
/** Two maps of one city differ by less than this; the datums differ by 300 m and more. Our own choice. */
const toleranceMetres = 60;

/**
 * Compares a network with what the city has: would it fit clearly better, had the file been in another datum? The shift
 * of GCJ-02 is some 500 m in most of China, that of BD-09 another 900 m. @param read the datum it was read in
 */
export function suspectDatum(roads: readonly RoadLine[], read: Datum, known: Known): Suspicion | undefined {
  return byRoads(roads, read, known) ?? byCases(roads, read, known) ?? byOutline(roads, read, known);
}

/** Where a position would be in WGS 84 had the file been in `datum`. */
const asIf = (at: Position, read: Datum, datum: Datum): Position => convert(convert(at, "wgs84", read), datum, "wgs84");

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
  const bends = sample(roads.flatMap(({ line }) => line));
  if (bends.length < least) return undefined;
  const outside = (datum: Datum) => bends.filter((at) => !inCity(asIf(at, read, datum))).length / bends.length;
  const now = outside(read);
  const [best] = others(read)
    .map((datum) => ({ datum, share: outside(datum) }))
    .sort((one, other) => one.share - other.share);
  // Clearly: a fiftieth of the network and more lies outside, and in the other datum hardly any of it.
  if (!best || now < 0.02 || best.share > now / 5) return undefined;
  return { datum: best.datum, by: "outline", metres: shift(bends, read, best.datum) };
}

function judge<T extends { readonly at: Position }>(
  by: Suspicion["by"],
  read: Datum,
  samples: readonly T[],
  metres: (sample: T, datum: Datum) => number,
): Suspicion | undefined {
  if (samples.length < least) return undefined;
  // The upper quartile: where the shift runs along half of the streets, those hardly notice it.
  const off = (datum: Datum) =>
    quantile(
      0.75,
      samples.map((sample) => metres(sample, datum)),
    );
  const now = off(read);
  const [best] = others(read)
    .map((datum) => ({ datum, metres: off(datum) }))
    .sort((one, other) => one.metres - other.metres);
  if (!best || now < toleranceMetres || best.metres > now / 3) return undefined;
  return {
    datum: best.datum,
    by,
    metres: shift(
      samples.map(({ at }) => at),
      read,
      best.datum,
    ),
  };
}

const others = (read: Datum) => datums.filter((datum) => datum !== read);

/** How far apart the two datums lie here. */
function shift(at: readonly Position[], read: Datum, datum: Datum): number {
  return quantile(
    0.5,
    at.map((one) => makeDistance(one).between(one, asIf(one, read, datum))),
  );
}

function toNearest(at: Position, lines: readonly RoadLine[] = []): number {
  const distance = makeDistance(at);
  return Math.min(...lines.map(({ line }) => distance.toLine(at, line)));
}

function byName(roads: readonly RoadLine[]): ReadonlyMap<string, readonly RoadLine[]> {
  const found = new Map<string, RoadLine[]>();
  for (const road of roads) {
    if (road.name === "") continue;
    const same = found.get(road.name);
    if (same) same.push(road);
    else found.set(road.name, [road]);
  }
  return found;
}

/** Some of a list, evenly over all of it. */
function sample<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, all.length / most);
  // Not by flatMap: a position is a list itself.
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

function quantile(share: number, values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? NaN;
}
