/**
 * The map's tiles at a million cases beside the same tiles at ten thousand, through HTTP, on one PostgreSQL: a tile must
 * stay quick in a city of any size. Cases lie along the streets, crowded on a few; tiles are the most crowded ones.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Type } from "typebox";
import { worldOf } from "@xiuhua/core/place";
import { procedures } from "@xiuhua/procedures";
import { rebuildTallies } from "../packages/server/cases/index.ts";
import { demoCity } from "../packages/server/demo/index.ts";
import { openDatabase } from "../packages/server/store/index.ts";
import { tokenOf } from "./support/api.ts";
import { BenchChild } from "./support/bench-child.ts";
import { Connection } from "./support/connection.ts";
import { conclude, median, round, table, type Goal } from "./support/figures.ts";
import { fill, type Size } from "./support/fill.ts";
import { views, type MapView } from "./support/map-views.ts";
import { benchPostgres } from "./support/postgres.ts";
import { spreadSpots } from "./support/spread.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const now = Date.parse("2026-03-02T09:00:00+08:00");
const goalRatio = 3;
const sizes: Readonly<Record<"small" | "large", Size>> = {
  small: { cases: 10_000, open: 2_500 },
  large: { cases: Number(process.env["BENCH_CASES"] ?? 1_000_000), open: 25_000 },
};
const names = ["small", "large"] as const;
/** Where the busiest street and the busiest crossing lie: on each zoom the tile there. */
const busy = [
  { lng: 113.2475, lat: 35.2405 },
  { lng: 113.2585, lat: 35.2346 },
];

const folder = mkdtempSync(join(tmpdir(), "xiuhua-bench-"));
const server = await benchPostgres({ shared_buffers: "1GB", max_wal_size: "8GB", checkpoint_timeout: "1h" });
try {
  await measure();
} finally {
  server.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const spots = spreadSpots(20_000);
  const children: BenchChild[] = [];
  const urls: string[] = [];
  const rebuilt: number[] = [];
  for (const name of names) {
    await server.run("postgres", `create database ${name}`);
    const child = new BenchChild("server-child", [server.database(name), join(folder, name), String(now)]);
    children.push(child);
    urls.push((await child.next(Type.Object({ url: Type.String() }))).url);
    await fill(server.database(name), sizes[name], now, spots);
    const from = performance.now();
    const db = await openDatabase({ url: server.database(name) });
    await rebuildTallies(db, demoCity, procedures);
    await db.close();
    await server.run(name, "vacuum analyze map_tally");
    await server.run(name, "checkpoint");
    rebuilt.push((performance.now() - from) / 1000);
    console.error(`${sizes[name].cases} cases filled, their tallies counted in ${rebuilt.at(-1)?.toFixed(1)} s`);
  }
  const [small = "", large = ""] = urls;
  const found: Compared[] = [];
  for (const view of views)
    for (const zoom of view.zooms) for (const spot of busy) found.push(await compare(view, zoom, spot, small, large));
  await Promise.all(children.map((child) => child.end()));
  report(found, rebuilt);
}

interface Compared {
  readonly view: MapView;
  readonly zoom: number;
  readonly small: number;
  readonly large: number;
  readonly ratio: number;
  readonly bytes: readonly number[];
}

/** One tile in both cities, by turns. */
async function compare(
  view: MapView,
  zoom: number,
  spot: { lng: number; lat: number },
  small: string,
  large: string,
): Promise<Compared> {
  const path = `/api/map/cases/${tilePath(zoom, spot)}.mvt?${queryText(view.query)}`;
  const sides = await Promise.all(
    [small, large].map(async (url) => {
      const headers = `authorization: Bearer ${await tokenOf(url, view.login)}\r\n`;
      const connection = await Connection.open(url);
      const times: number[] = [];
      let bytes = 0;
      const ask = async () => {
        const from = performance.now();
        const answer = await connection.send("GET", path, headers);
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.toString()}`);
        times.push(performance.now() - from);
        bytes = answer.body.length;
      };
      return { connection, times, ask, bytes: () => bytes };
    }),
  );
  for (let at = 0; at < rounds + 3; at += 1) for (const side of sides) await side.ask();
  for (const side of sides) side.connection.close();
  const [one, other] = sides.map((side) => median(side.times.slice(3)));
  const times = { small: one ?? NaN, large: other ?? NaN };
  return { view, zoom, ...times, ratio: times.large / times.small, bytes: sides.map((side) => side.bytes()) };
}

function tilePath(zoom: number, { lng, lat }: { lng: number; lat: number }): string {
  const [x, y] = worldOf(lng, lat);
  return `${zoom}/${Math.floor(x * 2 ** zoom)}/${Math.floor(y * 2 ** zoom)}`;
}

function queryText(query: MapView["query"]): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [key, String(one)]),
  );
  return new URLSearchParams(pairs).toString();
}

function report(found: readonly Compared[], rebuilt: readonly number[]): void {
  console.log(
    table([
      ["view", "who", "zoom", `ms at ${sizes.small.cases}`, `ms at ${sizes.large.cases}`, "ratio", "bytes", "bytes"],
      ...found.map(({ view, zoom, small, large, ratio, bytes }) => [
        view.name,
        view.login,
        zoom,
        small.toFixed(1),
        large.toFixed(1),
        ratio.toFixed(2),
        ...bytes,
      ]),
    ]),
  );
  const worst = (view: MapView) => Math.max(...found.filter((one) => one.view === view).map(({ ratio }) => ratio));
  const goals: Record<string, Goal> = {};
  for (const view of views)
    goals[view.name] = {
      goal: `every tile at ${sizes.large.cases} takes ≤ ${goalRatio} of the same at ${sizes.small.cases}`,
      value: round(worst(view), 2),
      pass: worst(view) <= goalRatio,
    };
  const figures = {
    rounds,
    secondsToCount: rebuilt.map((one) => round(one, 1)),
    slowest: round(Math.max(...found.map(({ large }) => large)), 1),
    largestBytes: Math.max(...found.flatMap(({ bytes }) => bytes)),
  };
  conclude("tiles", figures, goals);
}
