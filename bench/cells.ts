/**
 * Which unit grid cell holds a point, with 100,000 cells on one core: ours beside the plain way (boxes in Flatbush, then
 * turf's polygon test, on GeoJSON objects) and beside the bare search of boxes, in the same run on the same points.
 * Also how long a server takes to load such a grid, and how much memory it keeps.
 */
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import Flatbush from "flatbush";
import { loadPlaces, saveCells, type Places } from "../packages/server/places/index.ts";
import { migrate, openDatabase, type Database } from "../packages/server/store/index.ts";
import { seamlessCells, type SeamlessShape } from "../packages/server/testing/seamless-cells.ts";
import { conclude, median, round, table } from "./support/figures.ts";
import { benchPostgres } from "./support/postgres.ts";

const city = "4108";
const [columns, rows] = [316, 317];
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 9);
const points = Number(process.env["BENCH_POINTS"] ?? 200_000);
const goal = 500_000;

/** Anywhere in the grid, in no order: neighbours in time are no neighbours in memory. */
const lngs = Float64Array.from({ length: points }, () => 113 + Math.random() * columns * 0.0011);
const lats = Float64Array.from({ length: points }, () => 35.5 - Math.random() * rows * 0.0009);

const server = await benchPostgres();
try {
  const db = await openDatabase({ url: server.database("postgres") });
  await migrate(db);
  await fill(db);
  const loaded = await load(db);
  await db.close();
  report(loaded, compare(loaded.places));
} finally {
  server.remove();
}

async function fill(db: Database): Promise<void> {
  let batch: SeamlessShape[] = [];
  for (const cell of seamlessCells(columns, rows)) {
    batch.push(cell);
    if (batch.length < 2000) continue;
    await saveCells(db, city, batch);
    batch = [];
  }
  await saveCells(db, city, batch);
}

interface Loaded {
  readonly places: Places;
  readonly milliseconds: number;
  readonly megabytes: number;
}

async function load(db: Database): Promise<Loaded> {
  const before = kept();
  const from = performance.now();
  const places = await loadPlaces(db, city);
  return { places, milliseconds: performance.now() - from, megabytes: kept() - before };
}

/** Megabytes in use after everything that can go has gone. */
function kept(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

type Way = (lng: number, lat: number) => unknown;

/** Points a second of each way, by turns, so that whatever else the machine does falls on all of them. */
function compare(places: Places) {
  const cells = [...seamlessCells(columns, rows)];
  const tree = new Flatbush(cells.length);
  for (const { outline } of cells) {
    const ring = outline.coordinates[0] ?? [];
    const [xs, ys] = [ring.map(([lng = NaN]) => lng), ring.map(([, lat = NaN]) => lat)];
    tree.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  tree.finish();
  const ways: Readonly<Record<"ours" | "flatbushAndTurf" | "flatbushAlone", Way>> = {
    ours: (lng, lat) => places.locate(lng, lat)?.cell,
    flatbushAndTurf: (lng, lat) => {
      const found = tree.search(lng, lat, lng, lat).map((id) => cells[id]);
      return found.find((cell) => cell && booleanPointInPolygon([lng, lat], cell.outline))?.code;
    },
    flatbushAlone: (lng, lat) => tree.search(lng, lat, lng, lat)[0],
  };
  const differing = lngs.filter(
    (lng, at) => ways.ours(lng, lats[at] ?? NaN) !== ways.flatbushAndTurf(lng, lats[at] ?? NaN),
  );
  const rates = { ours: [0], flatbushAndTurf: [0], flatbushAlone: [0] };
  for (let turn = 0; turn < rounds + 2; turn += 1)
    for (const name of ["ours", "flatbushAndTurf", "flatbushAlone"] as const) {
      const rate = rateOf(ways[name]);
      // The first two rounds are for the compiler.
      if (turn >= 2) rates[name].push(rate);
    }
  const middle = (list: readonly number[]): number => median(list.slice(1));
  return {
    cells: cells.length,
    differing: differing.length,
    ours: middle(rates.ours),
    flatbushAndTurf: middle(rates.flatbushAndTurf),
    flatbushAlone: middle(rates.flatbushAlone),
  };
}

/** By the seconds a core worked on it, not by the clock on the wall: other programs want the core too. */
function rateOf(way: Way): number {
  let missed = 0;
  const from = process.cpuUsage();
  for (let at = 0; at < points; at += 1) if (way(lngs[at] ?? NaN, lats[at] ?? NaN) === undefined) missed += 1;
  const { user, system } = process.cpuUsage(from);
  if (missed > 0) throw new Error(`${missed} points of a seamless grid lie in no cell`);
  return points / ((user + system) / 1e6);
}

function report(loaded: Loaded, found: ReturnType<typeof compare>): void {
  const ways = { ours: found.ours, flatbushAndTurf: found.flatbushAndTurf, flatbushAlone: found.flatbushAlone };
  console.log(
    table([
      ["way", "points a second", "ours is"],
      ...Object.entries(ways).map(([name, rate]) => [name, round(rate), `${(found.ours / rate).toFixed(2)} ×`]),
    ]),
  );
  conclude(
    "cells",
    {
      cells: found.cells,
      points,
      rounds,
      differing: found.differing,
      rates: Object.fromEntries(Object.entries(ways).map(([name, rate]) => [name, round(rate)])),
      toFlatbushAndTurf: round(found.ours / found.flatbushAndTurf, 2),
      toFlatbushAlone: round(found.ours / found.flatbushAlone, 2),
      loadMilliseconds: round(loaded.milliseconds),
      keptMegabytes: round(loaded.megabytes, 1),
    },
    {
      rate: { goal: `≥ ${goal} points a second on one core`, value: round(found.ours), pass: found.ours >= goal },
      same: { goal: "the same cell as turf says for every point", value: found.differing, pass: found.differing === 0 },
    },
  );
}
