/**
 * The storm after the dead spot: hundreds of phones that were without a network come back within one minute, each with a
 * queue of reports with photos, on the embedded database and on PostgreSQL. Some uploads are cut and go on, some answers are
 * lost and the report is sent again; whoever is asked to wait waits. Afterwards every report and every photo is looked at.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Type } from "typebox";
import { BenchChild } from "./support/bench-child.ts";
import { conclude, quantile, round, table } from "./support/figures.ts";
import { benchPostgres } from "./support/postgres.ts";
import { peopleForStorm } from "./support/storm/people.ts";
import { Storm, type StormJob } from "./support/storm/plan.ts";
import { verifyStorm, type Verdict } from "./support/storm/verify.ts";

const phones = Number(process.env["BENCH_PHONES"] ?? 300);
const reports = Number(process.env["BENCH_REPORTS"] ?? 20);
const photos = 3;
const spread = 60_000;
const now = Date.parse("2026-03-02T10:00:00+08:00");

const folder = mkdtempSync(join(tmpdir(), "xiuhua-storm-"));
const server = await benchPostgres();
const found: Record<string, Storm & Verdict> = {};
try {
  found["embedded"] = await storm("embedded", "");
  await server.run("postgres", "create database storm");
  found["PostgreSQL"] = await storm("server", server.database("storm"));
} finally {
  server.remove();
  rmSync(folder, { recursive: true, force: true });
}
report();

async function storm(name: string, url: string): Promise<Storm & Verdict> {
  const home = join(folder, name);
  const place = url === "" ? { folder: join(home, "database") } : { url };
  await peopleForStorm(place, phones, now);
  const child = new BenchChild("server-child", [url, home, String(now)]);
  const address = await child.next(Type.Object({ url: Type.String() }));
  const crowd = new BenchChild("storm-child", []);
  await crowd.next(Type.Object({ ready: Type.Boolean() }));
  const job: StormJob = { url: address.url, phones, reports, photos, spread, now };
  console.error(`${name}: ${phones} phones come back`);
  const told = await crowd.ask(job, Storm);
  await crowd.end();
  await child.end();
  console.error(`${name}: looking at ${phones * reports} reports`);
  return { ...told, ...(await verifyStorm(place, join(home, "evidence"), job, told)) };
}

function report(): void {
  const seconds = (milliseconds: number) => round(milliseconds / 1000, 1);
  const rows = Object.entries(found).map(([name, one]) => [
    name,
    round((phones * reports) / one.seconds, 1),
    round((phones * reports * photos) / one.seconds, 1),
    seconds(quantile(one.reportTimes, 0.5)),
    seconds(quantile(one.reportTimes, 0.99)),
    seconds(Math.max(...one.reportTimes)),
    seconds(Math.max(...one.queueTimes)),
    one.cut,
    one.sentAgain,
    one.asked,
    one.lost,
    one.twice,
    one.outOfOrder,
    one.wrongPhotos,
  ]);
  console.log(
    table([
      [
        "database",
        "reports/s",
        "photos/s",
        "p50 s",
        "p99 s",
        "slowest s",
        "slowest queue s",
        "cut",
        "sent again",
        "asked to wait",
        "lost",
        "twice",
        "out of order",
        "wrong photos",
      ],
      ...rows,
    ]),
  );
  const sum = (pick: (one: Verdict) => number) => Object.values(found).reduce((total, one) => total + pick(one), 0);
  const none = (goal: string, value: number) => ({ goal, value, pass: value === 0 });
  const figures = Object.fromEntries(
    Object.entries(found).map(([name, one]) => [
      name,
      {
        seconds: round(one.seconds, 1),
        reportsPerSecond: round((phones * reports) / one.seconds, 1),
        slowestReport: seconds(Math.max(...one.reportTimes)),
        slowestQueue: seconds(Math.max(...one.queueTimes)),
        cut: one.cut,
        sentAgain: one.sentAgain,
        askedToWait: one.asked,
      },
    ]),
  );
  conclude(
    "storm",
    {
      phones,
      reports: phones * reports,
      photos: phones * reports * photos,
      cores: cpus().length,
      load: loadavg().map((one) => round(one, 1)),
      ...figures,
    },
    {
      lost: none(
        "no report is lost",
        sum((one) => one.lost),
      ),
      twice: none(
        "no report is there twice",
        sum((one) => one.twice),
      ),
      order: none(
        "each phone's reports stand in the order of its queue",
        sum((one) => one.outOfOrder),
      ),
      photos: none(
        "every photo is there, byte for byte",
        sum((one) => one.wrongPhotos),
      ),
    },
  );
}
