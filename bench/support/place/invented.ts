import type { DoorPlate, NamedArea, NamedPlace } from "../../../packages/core/place/index.ts";
import type { Chance } from "./chance.ts";
import { apart, minus, plus, times, unit, type Truth, type Vector } from "./truth.ts";
import { estates, firstWords, lastWords } from "./words.ts";

const origin: Vector = [0, 0];

/** Places, doors, poles and areas that stand along a network's real roads; their names and numbers are invented. */
export interface Invented {
  readonly places: readonly NamedPlace[];
  /** All doors; only some are told to the gazetteer. */
  readonly doors: readonly DoorPlate[];
  readonly known: readonly DoorPlate[];
  readonly areas: readonly NamedArea[];
}

export function invent(truth: Truth, chance: Chance): Invented {
  const places = [...pois(truth, chance), ...communities(truth, chance), ...poles(truth)];
  const doors = doorsOf(truth, chance);
  // Every fourth door inside its row is missing from the city's records.
  const known = doors.filter((_, at) => at % 4 !== 2);
  return { places, doors, known, areas: areasOf(truth) };
}

/** A place beside a road, so far from its centre line. */
function besideRoad(truth: Truth, chance: Chance, off: number): { road: string; at: Vector } {
  const road = chance.one([...truth.lines.keys()]);
  const line = chance.one(truth.lines.get(road) ?? []);
  const index = chance.whole(0, line.length - 2);
  const [a, b] = [line[index] ?? origin, line[index + 1] ?? origin];
  const on = plus(a, times(minus(b, a), chance.next()));
  const way = unit(minus(b, a));
  return { road, at: plus(on, times([-way[1], way[0]], chance.next() < 0.5 ? off : -off)) };
}

function pois(truth: Truth, chance: Chance): NamedPlace[] {
  return firstWords.flatMap((first) =>
    lastWords.map((last): NamedPlace => {
      const { road, at } = besideRoad(truth, chance, chance.whole(10, 25));
      return { id: first + last, name: first + last, aliases: [], kind: "poi", at: truth.position(at), road };
    }),
  );
}

function communities(truth: Truth, chance: Chance): NamedPlace[] {
  return estates.flatMap((word) => {
    const { at } = besideRoad(truth, chance, 80);
    const name = `${word}小区`;
    const buildings = Array.from({ length: 12 }, (_, index): NamedPlace => {
      const here = plus(at, [((index % 4) - 1.5) * 35, (Math.floor(index / 4) - 1) * 35]);
      const number = `${name}${index + 1}号楼`;
      return { id: number, name: number, aliases: [], kind: "building", at: truth.position(here) };
    });
    return [{ id: name, name, aliases: [], kind: "community", at: truth.position(at) } as const, ...buildings];
  });
}

/** So many metres along a road's longest line, on both sides. */
function* row(line: readonly Vector[], every: number, off: number): Generator<{ at: Vector; side: 1 | -1 }> {
  let until = every;
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1] ?? origin, line[index] ?? origin];
    const [size, way] = [apart(a, b), unit(minus(b, a))];
    for (; until < size; until += every)
      for (const side of [1, -1] as const) {
        const on = plus(a, times(way, until));
        yield { at: plus(on, times([-way[1], way[0]], off * side)), side };
      }
    until -= size;
  }
}

const longest = (lines: readonly (readonly Vector[])[]): readonly Vector[] =>
  lines.toSorted((a, b) => size(b) - size(a))[0] ?? [];
const size = (line: readonly Vector[]): number =>
  line.reduce((sum, point, at) => sum + apart(point, line[at - 1] ?? point), 0);

function poles(truth: Truth): NamedPlace[] {
  return [...truth.lines].flatMap(([road, lines]) =>
    [...row(longest(lines), 30, 6)]
      .filter(({ side }) => side === 1)
      .map(({ at }, index): NamedPlace => {
        const name = String(index + 1).padStart(3, "0");
        return { id: `${road}${name}`, name, aliases: [], kind: "pole", at: truth.position(at), road };
      }),
  );
}

function doorsOf(truth: Truth, chance: Chance): DoorPlate[] {
  return [...truth.lines].flatMap(([road, lines]) => {
    const numbers = { 1: 1, [-1]: 2 };
    return [...row(longest(lines), 18, 14)].map(({ at, side }) => {
      const number = numbers[side];
      numbers[side] += 2;
      const moved = plus(at, [chance.next() * 4 - 2, chance.next() * 4 - 2]);
      return { road, number, at: truth.position(moved) };
    });
  });
}

/** Four districts that share the network's box out among them. */
function areasOf(truth: Truth): NamedArea[] {
  const points = [...truth.lines.values()].flat(2);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const cuts = (list: readonly number[]) => {
    const sorted = list.toSorted((a, b) => a - b);
    return [(sorted[0] ?? 0) - 500, sorted[sorted.length >> 1] ?? 0, (sorted.at(-1) ?? 0) + 500] as const;
  };
  const [[west, middle, east], [south, centre, north]] = [cuts(xs), cuts(ys)];
  const box = (name: string, w: number, s: number, e: number, n: number): NamedArea => {
    const ring = (
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ] as const
    ).map((corner) => truth.position(corner));
    return { code: name, name, polygons: [[ring]] };
  };
  return [
    box("东陵区", middle, centre, east, north),
    box("西关区", west, centre, middle, north),
    box("南岗区", west, south, middle, centre),
    box("北塘区", middle, south, east, centre),
  ];
}
