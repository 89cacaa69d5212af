/** `kill -9` in the middle of a load: of our process on either database, and of PostgreSQL itself. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { killBundle, type Killed } from "../packages/server/testing/killing.ts";
import { conclude, table } from "./support/figures.ts";
import { benchPostgres } from "./support/postgres.ts";

const kills = Number(process.env["BENCH_KILLS"] ?? 20);
const load = { kills, most: 300, random: Math.random };
const bundle = fileURLToPath(new URL("./cases-child.mjs", import.meta.url));
const process9 = (child: { kill(): Promise<void> }) => child.kill();
const found: Record<string, Killed> = {};

const place = mkdtempSync(join(tmpdir(), "xiuhua-kill-"));
const server = await benchPostgres();
try {
  found["embedded, our process"] = await killBundle(bundle, { ...load, place, strike: process9 });
  await server.run("postgres", "create database ours");
  const ours = server.database("ours");
  found["PostgreSQL, our process"] = await killBundle(bundle, { ...load, place: ours, strike: process9 });
  await server.run("postgres", "create database theirs");
  found["PostgreSQL, its postmaster"] = await killBundle(bundle, {
    ...load,
    place: server.database("theirs"),
    async strike(child) {
      await server.killAndRestart();
      // Without its database it ends by itself.
      await child.end();
    },
  });
} finally {
  server.remove();
  rmSync(place, { recursive: true, force: true });
}

console.log(
  table([
    ["kill -9 of", "kills", "acknowledged", "lost", "different"],
    ...Object.entries(found).map(([name, one]) => [name, one.kills, one.acknowledged, one.lost, one.different]),
  ]),
);
const sum = (pick: (one: Killed) => number) => Object.values(found).reduce((total, one) => total + pick(one), 0);
const wrong = sum((one) => one.different + one.errors.length);
conclude(
  "kill",
  {
    kills: sum((one) => one.kills),
    acknowledged: sum((one) => one.acknowledged),
    lost: sum((one) => one.lost),
    each: found,
  },
  {
    lost: { goal: "no acknowledged write is lost", value: sum((one) => one.lost), pass: sum((one) => one.lost) === 0 },
    agrees: { goal: "cases and tallies agree with the events after every kill", value: wrong, pass: wrong === 0 },
  },
);
