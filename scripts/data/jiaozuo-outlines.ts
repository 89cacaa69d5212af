import type { District, Division, SubDistrict } from "./jiaozuo-divisions.ts";
import {
  areaOf,
  centreOf,
  cut,
  metresPerDegree,
  rounded,
  shrink,
  sizeOf,
  withCorners,
  type Point,
  type Ring,
} from "./plane.ts";

export interface Outline extends Division {
  readonly level: "city" | "district" | "subDistrict" | "community";
  readonly ring: Ring;
  /** Only on the smallest areas: the side of the unit grid cells to cut it into, in metres. */
  readonly cellMetres?: number;
}

/** The crossing of 和平街 and 文化巷 in the schematic plan: the middle of downtown. */
export const downtown: Point = [113.2475, 35.2405];
const middle: Point = [113.27, 35.22];
const radius: Point = [0.07, 0.05];

/** Always the same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Share<T> {
  readonly of: T;
  readonly weight: number;
}

/** Gives each share its part of the ring, cutting it in two again and again across its longer side, a little askew. */
function divide<T>(ring: Ring, shares: readonly Share<T>[], random: () => number): { of: T; ring: Ring }[] {
  const [only] = shares;
  if (only === undefined) return [];
  if (shares.length === 1) return [{ of: only.of, ring }];
  const half = Math.ceil(shares.length / 2);
  const [first, second] = [shares.slice(0, half), shares.slice(half)];
  const weigh = (some: readonly Share<T>[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const [width, height] = sizeOf(ring);
  // At least 3° askew: a border that runs almost along the rows of grid cells would give needle-shaped cells.
  const askew = ((3 + 7 * random()) * Math.PI * (random() < 0.5 ? 1 : -1)) / 180;
  const [a, b] = cut(ring, (width > height ? 0 : -Math.PI / 2) + askew, weigh(first) / weigh(shares));
  return [...divide(a, first, random), ...divide(b, second, random)];
}

/** A rounded box with 20 corners, turned so that no side runs due east or north. */
const cityRing: Ring = Array.from({ length: 20 }, (_, at) => {
  const angle = ((at + 0.37) / 20) * 2 * Math.PI;
  const stretch = (value: number): number => Math.sign(value) * Math.abs(value) ** 0.6;
  return rounded([middle[0] + radius[0] * stretch(Math.cos(angle)), middle[1] + radius[1] * stretch(Math.sin(angle))]);
});

/** Weight by the communities it has, so that communities come out of like size. */
const weightOf = ({ communities }: SubDistrict): number => Math.max(communities.length, 1) + 2;

/** The demo city as a seamless plan: districts, their sub-districts, their communities. Nobody's real border. */
export function drawOutlines(city: Division, districts: readonly District[]): Outline[] {
  const random = randomFrom(4108);
  const named = (code: string): District => {
    const district = districts.find((each) => each.code === code);
    if (district === undefined) throw new Error(`no district ${code}`);
    return district;
  };
  // As on the ground: 示范区 in the south, and above it from west to east 中站, 解放, 山阳, 马村.
  const tilt = (degrees: number): number => (degrees * Math.PI) / 180;
  const [north, south] = cut(cityRing, tilt(90 + 4 + 180), 0.74);
  const [west, restOfWest] = cut(north, tilt(-5), 0.2);
  const [jiefang, restOfJiefang] = cut(restOfWest, tilt(4), 0.36);
  const [shanyang, east] = cut(restOfJiefang, tilt(-4), 0.54);
  const parts: [District, Ring][] = [
    [named("410803"), west],
    [named("410802"), jiefang],
    [named("410811"), shanyang],
    [named("410804"), east],
    [named("410871"), south],
  ];
  const outlines: Outline[] = [{ code: city.code, name: city.name, level: "city", ring: cityRing }];
  for (const [district, ring] of parts) {
    outlines.push({ code: district.code, name: district.name, level: "district", ring });
    const streets = divide(
      ring,
      district.subDistricts.map((of) => ({ of, weight: weightOf(of) })),
      random,
    );
    for (const street of streets) {
      const { code, name, communities } = street.of;
      outlines.push({ code, name, level: "subDistrict", ring: street.ring });
      for (const each of divide(
        street.ring,
        communities.map((of) => ({ of, weight: 1 })),
        random,
      )) {
        outlines.push({ code: each.of.code, name: each.of.name, level: "community", ring: each.ring });
      }
    }
  }
  const corners = [...new Map(outlines.flatMap(({ ring }) => ring).map((point) => [String(point), point])).values()];
  return withCellSizes(outlines.map((outline) => ({ ...outline, ring: withCorners(outline.ring, corners) })));
}

/** Square metres of downtown that are cut into cells of the national size, about 100 m × 100 m (万米单元网格). */
const fineArea = 24e6;

function withCellSizes(outlines: readonly Outline[]): Outline[] {
  const leaves = outlines.filter(
    ({ code }) => !outlines.some((each) => each.code !== code && each.code.startsWith(code)),
  );
  const distance = ({ ring }: Outline): number => {
    const [lng, lat] = centreOf(ring);
    return Math.hypot((lng - downtown[0]) * shrink, lat - downtown[1]) * metresPerDegree;
  };
  const fine = new Set<string>();
  let total = 0;
  for (const leaf of leaves.toSorted((a, b) => distance(a) - distance(b))) {
    if (!/^4108(02|11)/.test(leaf.code) || total > fineArea) continue;
    total += areaOf(leaf.ring);
    fine.add(leaf.code);
  }
  const leafCodes = new Set(leaves.map(({ code }) => code));
  const coarse = (code: string): number => (code.startsWith("410871") ? 400 : 250);
  return outlines.map((outline) =>
    leafCodes.has(outline.code)
      ? { ...outline, cellMetres: fine.has(outline.code) ? 100 : coarse(outline.code) }
      : outline,
  );
}
