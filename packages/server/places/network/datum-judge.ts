import type { Position, RoadLine } from "@xiuhua/core/place";
import { convert, datums, type Datum } from "./datum.ts";
import { makeDistance } from "./distance.ts";

/** The file does not seem to be in the datum it was read in. */
export interface Suspicion {
  readonly datum: Datum;
  /** How far it lies off as it was read, by what was compared, and how far in the other datum. */
  readonly by: "roads" | "cases" | "outline" | "components" | "roadNames";
  readonly metres: number;
}

/** Looked at of each kind, at most; and at least, to be worth a judgement. Our own choice. */
const [most, least] = [600, 12];
/** Two maps of one city differ by less than this; the datums differ by 300 m and more. Our own choice. */
const toleranceMetres = 60;

/** Where a position would be in WGS 84 had the file been in `datum`. */
export const asIf = (at: Position, read: Datum, datum: Datum): Position =>
  convert(convert(at, "wgs84", read), datum, "wgs84");

/** Measured one by one: do the samples lie clearly nearer to what they are compared with, in another datum? */
export function judge<T extends { readonly at: Position }>(
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

/** Counted: some positions may be out of place, but not more of them by a datum. */
export function misfit(
  by: Suspicion["by"],
  read: Datum,
  positions: readonly Position[],
  fits: (at: Position, index: number) => boolean,
): Suspicion | undefined {
  if (positions.length < least) return undefined;
  const outside = (datum: Datum) =>
    positions.filter((at, index) => !fits(asIf(at, read, datum), index)).length / positions.length;
  const now = outside(read);
  const [best] = others(read)
    .map((datum) => ({ datum, share: outside(datum) }))
    .sort((one, other) => one.share - other.share);
  // Clearly: a fiftieth and more is out of place, and in the other datum hardly any of it.
  if (!best || now < 0.02 || best.share > now / 5) return undefined;
  return { datum: best.datum, by, metres: shift(positions, read, best.datum) };
}

const others = (read: Datum) => datums.filter((datum) => datum !== read);

/** How far apart the two datums lie here. */
function shift(at: readonly Position[], read: Datum, datum: Datum): number {
  return quantile(
    0.5,
    at.map((one) => makeDistance(one).between(one, asIf(one, read, datum))),
  );
}

export function toNearest(at: Position, lines: readonly RoadLine[] = []): number {
  const distance = makeDistance(at);
  return Math.min(...lines.map(({ line }) => distance.toLine(at, line)));
}

export function byName(roads: readonly RoadLine[]): ReadonlyMap<string, readonly RoadLine[]> {
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
export function sample<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, all.length / most);
  // Not by flatMap: a position is a list itself.
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

function quantile(share: number, values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? NaN;
}
