/**
 * How well descriptions of places are understood: forms of description made from a real network's own lines, placed by
 * the gazetteer and compared with where they truly lie (support/place/truth.ts, written apart from it); the same with one
 * fault each; texts that nobody could place. And how many a second on one core, beside a peer that does nearly nothing.
 * BENCH_DATA names the folder of the networks; without them the town of the tests is measured. BENCH_WORST shows the worst.
 */
import { makeGazetteer, type RoadLine } from "../packages/core/place/index.ts";
import { syntheticTown } from "../packages/core/place/testing/town.ts";
import { conclude, round, table, type Goal } from "./support/figures.ts";
import { Chance } from "./support/place/chance.ts";
import { faults, nowhere } from "./support/place/faults.ts";
import { formsOf, type Form, type Told } from "./support/place/forms.ts";
import { invent } from "./support/place/invented.ts";
import { measure, type Measured } from "./support/place/measure.ts";
import { readRoads } from "./support/place/network.ts";
import { ratesOf, type Rates } from "./support/place/rates.ts";
import { apart, Truth, type Vector } from "./support/place/truth.ts";

const count = Number(process.env["BENCH_COUNT"] ?? 10_000);
const worst = process.env["BENCH_WORST"];
const goals = { clean: 0.99, fault: 0.9, nowhere: 0.95, parse: 100_000, resolve: 20_000, describe: 20_000 };
/** Farther apart than this two roads have nothing in common, metres. */
const farApart = 400;

interface Result {
  readonly clean: Readonly<Record<string, Measured>>;
  /** Of all forms together. */
  readonly faulty: Readonly<Record<string, Measured & { readonly ambiguous: number }>>;
  readonly nowhere: number;
  readonly rates: Rates;
}

const networks = ["shenzhen-futian", "shenzhen-nanshan"].flatMap((name) => {
  const roads = readRoads(name);
  return roads === undefined ? [] : [{ name, roads }];
});
if (networks.length === 0) {
  console.log("No real network beside the checkout: the town of the tests is measured instead.");
  networks.push({ name: "synthetic town", roads: syntheticTown() });
}
const results = networks.map(({ name, roads }) => ({ name, result: measureNetwork(name, roads) }));
report();

function measureNetwork(name: string, roads: readonly RoadLine[]): Result {
  // Half of the given width, else the field's default: the gazetteer's own guess by class is not used here.
  const truth = new Truth(roads, ({ widthMetres }) => (widthMetres ?? 12) / 2);
  const chance = new Chance(7);
  const { places, doors, known, areas } = invent(truth, chance);
  const gazetteer = makeGazetteer({ roads, places, doors: known, areas });
  const forms = formsOf(truth, { places, doors, known, areas });
  const clean: Record<string, Measured> = {};
  const all: Told[] = [];
  const rows: (string | number)[][] = [[name, "texts", "within 20 m", "median m", "95 % m", "in radius"]];
  for (const [form, make] of Object.entries(forms)) {
    const told = made(make, chance);
    if (told.length === 0) continue;
    all.push(...told);
    clean[form] = show(rows, form, measure(gazetteer, truth, told));
  }
  const faulty: Record<string, Measured & { ambiguous: number }> = {};
  for (const [fault, strike] of Object.entries(faults)) {
    let ambiguous = 0;
    const struck = all.flatMap((told) => {
      const one = strike(told, chance, areas);
      if (one !== undefined && one.names !== told.names && isOther(truth, one.names)) ambiguous += 1;
      return one ?? [];
    });
    faulty[fault] = { ...show(rows, fault, measure(gazetteer, truth, struck)), ambiguous };
  }
  console.log(table(rows));
  const names = [...truth.lines.keys()];
  const lost = Array.from({ length: count }, () => nowhere(chance, names, (one, other) => areApart(truth, one, other)));
  const guessed = lost.filter((text) => (gazetteer.resolve(text).points[0]?.score ?? 0) >= 0.3);
  if (worst !== undefined) console.log(guessed.slice(0, 30).join("\n"));
  return { clean, faulty, nowhere: round(1 - guessed.length / count, 4), rates: ratesOf(gazetteer, all, roads) };
}

/** As many texts of one form as are wanted, or as chance gives. */
function made(make: Form, chance: Chance): Told[] {
  const told: Told[] = [];
  for (let tries = 0; told.length < count && tries < count * 20; tries += 1) {
    const one = make(chance);
    if (one !== undefined) told.push(one);
  }
  return told;
}

function show(
  rows: (string | number)[][],
  form: string,
  { misses, ...measured }: ReturnType<typeof measure>,
): Measured {
  const { count: texts, within, median, p95, inRadius } = measured;
  rows.push([form, texts, `${(within * 100).toFixed(2)} %`, median, p95, `${(inRadius * 100).toFixed(1)} %`]);
  if (worst === form || worst === "all") {
    const texts = new Map(misses.map(({ text, metres }) => [text, metres]));
    for (const [text, metres] of [...texts].slice(0, 20)) console.log(`${round(metres)} m  ${text}`);
  }
  return measured;
}

/** Whether a fault made another road's name that also meets the others named: then no one could know better. */
function isOther(truth: Truth, names: readonly string[]): boolean {
  const [first = "", second] = names;
  if (second === undefined) return truth.lines.has(first);
  return truth.meets.some(({ roads }) => roads.includes(first) && roads.includes(second));
}

function areApart(truth: Truth, one: string, other: string): boolean {
  if (one === other || one.startsWith(other) || other.startsWith(one)) return false;
  const points = (name: string): readonly Vector[] => (truth.lines.get(name) ?? []).flat();
  const others = points(other);
  return points(one).every((point) => others.every((far) => apart(point, far) > farApart));
}

function report(): void {
  const found: Record<string, Goal> = {};
  const goal = (name: string, text: string, value: number, least: number) => {
    found[name] = { goal: `${text} ≥ ${least}`, value, pass: value >= least };
  };
  for (const { name, result } of results) {
    const { parse, resolve, describe } = result.rates;
    for (const [form, { within }] of Object.entries(result.clean))
      goal(`${name}: ${form}`, "share within 20 m", within, goals.clean);
    for (const [fault, { within }] of Object.entries(result.faulty))
      goal(`${name}: ${fault}`, "share within 20 m", within, goals.fault);
    goal(`${name}: nowhere`, "share of texts without a place that got none", result.nowhere, goals.nowhere);
    goal(`${name}: parse`, "texts a second", parse.perSecond, goals.parse);
    goal(`${name}: resolve`, "texts a second", resolve.perSecond, goals.resolve);
    goal(`${name}: describe`, "points a second", describe.perSecond, goals.describe);
  }
  const rows = results.flatMap(({ name, result }) =>
    Object.entries(result.rates).map(([what, { perSecond, peer, ratio }]) => [
      `${name}, ${what}`,
      perSecond,
      peer,
      ratio,
    ]),
  );
  console.log(table([["a second, on one core", "rate", "peer", "of the peer"], ...rows]));
  conclude("places", Object.fromEntries(results.map(({ name, result }) => [name, result])), found);
}
