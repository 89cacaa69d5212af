/**
 * Intake and act through HTTP, on the embedded database and on PostgreSQL, beside pgbench running the journal's own
 * statement, one write a transaction, on the same server in the same run. Rounds are interleaved; medians count.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Type } from "typebox";
import { migrate, openDatabase } from "../packages/server/store/index.ts";
import { tokenOf } from "./support/api.ts";
import { BenchChild } from "./support/bench-child.ts";
import { conclude, median, round, table } from "./support/figures.ts";
import { Load, type Job } from "./support/load.ts";
import { catchStatement, pgbench, writeScript } from "./support/pgbench.ts";
import { benchPostgres } from "./support/postgres.ts";
import { root } from "./support/root.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 5);
const seconds = Number(process.env["BENCH_SECONDS"] ?? 4);
const clientCounts = (process.env["BENCH_CLIENTS"] ?? "1,8,32").split(",").map(Number);
/** A Monday morning. */
const startsAt = Date.parse("2026-03-02T09:00:00+08:00");
const goalShare = 0.6;
const loadBefore = loadavg().map((one) => round(one, 1));

const Address = Type.Object({ url: Type.String() });
const Days = Type.Object({ days: Type.Integer() });
type Kind = "embedded" | "server";

const folder = mkdtempSync(join(tmpdir(), "xiuhua-bench-"));
const profile =
  process.env["BENCH_PROFILE"] === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${join(root, "bench/out")}`];
const server = await benchPostgres();
try {
  await measure();
} finally {
  server.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  await server.run("postgres", "create database bench");
  const children = {
    embedded: new BenchChild("server-child", ["", join(folder, "embedded"), String(startsAt)], profile),
    server: new BenchChild(
      "server-child",
      [server.database("bench"), join(folder, "server"), String(startsAt)],
      profile,
    ),
  };
  const generator = new BenchChild("load-child", []);
  await generator.next(Type.Object({ ready: Type.Boolean() }));
  const urls = {
    embedded: (await children.embedded.next(Address)).url,
    server: (await children.server.next(Address)).url,
  };
  const tokens = {
    embedded: { open: await tokenOf(urls.embedded, "collector1"), accept: await tokenOf(urls.embedded, "intake1") },
    server: { open: await tokenOf(urls.server, "collector1"), accept: await tokenOf(urls.server, "intake1") },
  };

  const db = await openDatabase({ url: server.database("bench") });
  await migrate(db);
  const caught = await catchStatement(db, folder, startsAt - 24 * 60 * 60_000);
  await db.close();
  const script = writeScript(folder, caught);

  const found = new Map<string, { rates: number[]; p50: number[]; p99: number[] }>();
  const keep = (name: string, load: { rate: number; p50?: number; p99?: number }) => {
    const entry = found.get(name) ?? { rates: [], p50: [], p99: [] };
    found.set(name, entry);
    entry.rates.push(load.rate);
    if (load.p50 !== undefined) entry.p50.push(load.p50);
    if (load.p99 !== undefined) entry.p99.push(load.p99);
  };
  const http = async (kind: Kind, clients: number, at: number) => {
    await children[kind].ask({ nextDay: true }, Days);
    const job = (what: Job["kind"], nos: string[]): Job => {
      const warmUp = what === "open" ? 1 : 0.3;
      const run = `${what}-${at}-${clients}`;
      return { url: urls[kind], token: tokens[kind][what], kind: what, clients, seconds, nos, warmUp, run };
    };
    const opened = await generator.ask(job("open", []), Load);
    keep(`${kind} open ${clients}`, opened);
    keep(`${kind} accept ${clients}`, await generator.ask(job("accept", opened.nos), Load));
  };

  for (let at = 1; at <= rounds; at += 1)
    for (const clients of clientCounts) {
      keep(`pgbench ${clients}`, {
        rate: await pgbench(server, "bench", script, caught.payload, { clients, seconds }),
      });
      await http("server", clients, at);
      await http("embedded", clients, at);
      console.error(`round ${at} of ${rounds}, ${clients} client(s)`);
    }
  await Promise.all([generator.end(), children.embedded.end(), children.server.end()]);
  report(found);
}

function report(found: ReadonlyMap<string, { rates: number[]; p50: number[]; p99: number[] }>): void {
  const rate = (name: string) => median(found.get(name)?.rates ?? []);
  // Ratios are taken within a round, where both sides met the same neighbours on the machine.
  const ratio = (name: string, clients: number) =>
    median((found.get(name)?.rates ?? []).map((one, at) => one / (found.get(`pgbench ${clients}`)?.rates[at] ?? NaN)));
  const rows: (string | number)[][] = [["per second", "clients", "rate", "of pgbench", "p50 ms", "p99 ms"]];
  // A busy machine gives pgbench's many processes more than a server's one: read the ratios with the load in mind.
  const load = loadavg().map((one) => round(one, 1));
  const figures: Record<string, unknown> = { rounds, seconds, cores: cpus().length, loadBefore, load };
  for (const clients of clientCounts) {
    rows.push(["pgbench, one statement", clients, round(rate(`pgbench ${clients}`)), "1.00", "", ""]);
    figures[`pgbench ${clients}`] = round(rate(`pgbench ${clients}`));
    for (const kind of ["server", "embedded"])
      for (const what of ["open", "accept"]) {
        const name = `${kind} ${what} ${clients}`;
        const times = found.get(name);
        const share = round(ratio(name, clients), 2);
        const label = `HTTP ${what}, ${kind === "server" ? "PostgreSQL" : "embedded"}`;
        const [p50, p99] = [median(times?.p50 ?? []), median(times?.p99 ?? [])];
        rows.push([label, clients, round(rate(name)), share.toFixed(2), round(p50, 1), round(p99, 1)]);
        figures[name] = { rate: round(rate(name)), ratio: share };
      }
  }
  console.log(table(rows));
  const reached = ratio("server open 32", 32);
  conclude("intake", figures, {
    intake: {
      goal: `intake through HTTP at 32 clients ≥ ${goalShare} of pgbench's one-statement rate`,
      value: round(reached, 3),
      pass: reached >= goalShare,
    },
  });
}
