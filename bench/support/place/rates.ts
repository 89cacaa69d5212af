import Flatbush from "flatbush";
import { parse, type Gazetteer, type RoadLine } from "../../../packages/core/place/index.ts";
import { median, round } from "../figures.ts";
import type { Told } from "./forms.ts";

/** One task beside a peer that does nearly nothing, in the same run. */
export interface Rate {
  readonly perSecond: number;
  /** The peer's, per second. */
  readonly peer: number;
  readonly ratio: number;
}

export interface Rates {
  readonly parse: Rate;
  readonly resolve: Rate;
  readonly describe: Rate;
}

const rounds = 5;
const texts = 20_000;

/** Rates on one core, by the processor's own time: a busy machine then only disturbs its caches. */
export function ratesOf(gazetteer: Gazetteer, told: readonly Told[], roads: readonly RoadLine[]): Rates {
  const every = Math.max(1, Math.floor(told.length / texts));
  const some = told.filter((_, at) => at % every === 0);
  const lines = some.map(({ text }) => JSON.stringify({ text }));
  const index = segmentsOf(roads);
  return {
    // Reading the same line as JSON.
    parse: compare(
      some,
      ({ text }) => parse(text),
      lines,
      (line): unknown => JSON.parse(line),
    ),
    resolve: compare(
      some,
      ({ text }) => gazetteer.resolve(text),
      lines,
      (line): unknown => JSON.parse(line),
    ),
    // The nearest piece of road, and no word about it.
    describe: compare(
      some,
      ({ at }) => gazetteer.describe(at, { most: 1 }),
      some,
      ({ at }) => index.neighbors(at[0], at[1], 1),
    ),
  };
}

function compare<Own, Peer>(
  own: readonly Own[],
  task: (one: Own) => unknown,
  peers: readonly Peer[],
  peer: (one: Peer) => unknown,
): Rate {
  const found: { own: number; peer: number }[] = [];
  for (let round = 0; round <= rounds; round += 1)
    found.push({ own: perSecond(own, task), peer: perSecond(peers, peer) });
  // The first round warms up.
  const counted = found.slice(1);
  return {
    perSecond: round(median(counted.map((one) => one.own))),
    peer: round(median(counted.map((one) => one.peer))),
    ratio: round(median(counted.map((one) => one.own / one.peer)), 4),
  };
}

function perSecond<Thing>(things: readonly Thing[], task: (thing: Thing) => unknown): number {
  const from = process.cpuUsage().user;
  for (const thing of things) task(thing);
  return (things.length * 1e6) / (process.cpuUsage().user - from);
}

function segmentsOf(roads: readonly RoadLine[]): Flatbush {
  const boxes = roads.flatMap(({ line }) =>
    line.slice(1).map(([lng, lat], at): [number, number, number, number] => {
      const [before, below] = line[at] ?? [lng, lat];
      return [Math.min(lng, before), Math.min(lat, below), Math.max(lng, before), Math.max(lat, below)];
    }),
  );
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return index;
}
