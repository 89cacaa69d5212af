/**
 * Lists at a million cases beside the same lists at ten thousand, through HTTP, on one PostgreSQL: a page must cost the
 * same in a city of any size. The plans at a million go to bench/out.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Type } from "typebox";
import { openDatabase } from "../packages/server/store/index.ts";
import { tokenOf } from "./support/api.ts";
import { BenchChild } from "./support/bench-child.ts";
import { Connection } from "./support/connection.ts";
import { conclude, median, round, table, type Goal } from "./support/figures.ts";
import { fill, type Size } from "./support/fill.ts";
import { pages, type Page } from "./support/list-pages.ts";
import { explainPages } from "./support/plans.ts";
import { benchPostgres } from "./support/postgres.ts";
import { root } from "./support/root.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const now = Date.parse("2026-03-02T09:00:00+08:00");
const goalRatio = 1.5;
/** The unfinished ones of the small city fill a page in every queue, so that both sides show as much. */
const sizes: Readonly<Record<"small" | "large", Size>> = {
  small: { cases: 10_000, open: 2_500 },
  large: { cases: Number(process.env["BENCH_CASES"] ?? 1_000_000), open: 25_000 },
};
const names = ["small", "large"] as const;

const folder = mkdtempSync(join(tmpdir(), "xiuhua-bench-"));
const out = join(root, "bench/out");
const server = await benchPostgres({ shared_buffers: "1GB", max_wal_size: "8GB", checkpoint_timeout: "1h" });
try {
  await measure();
} finally {
  server.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const children: BenchChild[] = [];
  const urls: string[] = [];
  const filled: number[] = [];
  for (const name of names) {
    await server.run("postgres", `create database ${name}`);
    const child = new BenchChild("server-child", [server.database(name), join(folder, name), String(now)]);
    children.push(child);
    urls.push((await child.next(Type.Object({ url: Type.String() }))).url);
    const from = performance.now();
    await fill(server.database(name), sizes[name], now);
    filled.push((performance.now() - from) / 1000);
    console.error(`${sizes[name].cases} cases filled in ${filled.at(-1)?.toFixed(1)} s`);
  }
  const [small = "", large = ""] = urls;
  const rows = [];
  for (const page of pages) rows.push(await compare(page, small, large));
  await Promise.all(children.map((child) => child.end()));
  mkdirSync(out, { recursive: true });
  const db = await openDatabase({ url: server.database("large") });
  writeFileSync(join(out, "plans.txt"), await explainPages(db, folder, now));
  await db.close();
  report(rows, filled);
}

interface Compared {
  readonly page: Page;
  readonly small: number;
  readonly large: number;
  readonly ratio: number;
  readonly rows: string;
}

/** One page in both cities, by turns. */
async function compare(page: Page, small: string, large: string): Promise<Compared> {
  const sides = await Promise.all(
    [small, large].map(async (url) => {
      const headers = `authorization: Bearer ${await tokenOf(url, page.login)}\r\n`;
      const connection = await Connection.open(url);
      const times: number[] = [];
      let shown = 0;
      const ask = async () => {
        const from = performance.now();
        const answer = await connection.send("GET", page.path, headers);
        if (answer.status !== 200) throw new Error(`${page.path}: ${answer.status} ${answer.body.toString()}`);
        times.push(performance.now() - from);
        shown = answer.body.toString().split('{"no":').length - 1;
      };
      return { connection, times, ask, shown: () => shown };
    }),
  );
  for (let at = 0; at < rounds + 3; at += 1) for (const side of sides) await side.ask();
  for (const side of sides) side.connection.close();
  const [one, other] = sides.map((side) => side.times.slice(3));
  const times = { small: median(one ?? []), large: median(other ?? []) };
  return {
    page,
    ...times,
    ratio: times.large / times.small,
    rows: sides.map((side) => side.shown()).join(" / "),
  };
}

function report(found: readonly Compared[], filled: readonly number[]): void {
  console.log(
    table([
      ["page", "who", "rows", `ms at ${sizes.small.cases}`, `ms at ${sizes.large.cases}`, "ratio"],
      ...found.map(({ page, rows, small, large, ratio }) => [
        page.name,
        page.login,
        rows,
        small.toFixed(1),
        large.toFixed(1),
        ratio.toFixed(2),
      ]),
    ]),
  );
  const figures = Object.fromEntries(
    found.map((one) => [
      one.page.name,
      { small: round(one.small, 2), large: round(one.large, 2), ratio: round(one.ratio, 2) },
    ]),
  );
  const goals: Record<string, Goal> = {};
  for (const one of found.filter(({ page }) => page.goal === true))
    goals[one.page.name] = {
      goal: `a queue page at ${sizes.large.cases} takes ≤ ${goalRatio} of the same at ${sizes.small.cases}`,
      value: round(one.ratio, 2),
      pass: one.ratio <= goalRatio,
    };
  conclude("queue", { rounds, secondsToFill: filled.map((one) => round(one, 1)), pages: figures }, goals);
}
