import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { forServer } from "./databases.ts";
import { killRepeatedly } from "./killing.ts";
import { createOwnDatabase } from "./server-template.ts";
import { throwAwayPostgres } from "./throw-away-postgres.ts";

const script = fileURLToPath(new URL("../../../scripts/postgres.sh", import.meta.url));
const kills = 3;
const most = 80;
const patience = 240_000;

/** The same moments in each run. */
function moments(): () => number {
  let seed = 20_260_302;
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const nothingLost = { kills, lost: 0, different: 0, errors: [] };

test("kill -9 under load, embedded: every acknowledged write is there and adds up", { timeout: patience }, async () => {
  const place = await mkdtemp(join(tmpdir(), "xiuhua-killed-"));
  try {
    const killed = await killRepeatedly({ place, kills, most, random: moments(), strike: (child) => child.kill() });
    expect(killed).toMatchObject(nothingLost);
    expect(killed.acknowledged).toBeGreaterThan(kills);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

forServer("kill -9 under load", (url) => {
  test("of our process: every acknowledged write is there and adds up", { timeout: patience }, async () => {
    const own = await createOwnDatabase(url);
    try {
      const strike = (child: { kill(): Promise<void> }) => child.kill();
      const killed = await killRepeatedly({ place: own.url, kills, most, random: moments(), strike });
      expect(killed).toMatchObject(nothingLost);
      expect(killed.acknowledged).toBeGreaterThan(kills);
    } finally {
      await own.drop();
    }
  });

  test("of PostgreSQL itself: every acknowledged write is there and adds up", { timeout: patience }, async () => {
    const server = await throwAwayPostgres(script);
    try {
      const killed = await killRepeatedly({
        place: server.database("postgres"),
        kills,
        most,
        random: moments(),
        async strike(child) {
          await server.killAndRestart();
          // It ends by itself when its database is gone; one that waits for an answer for ever would hang here.
          await child.end();
        },
      });
      expect(killed).toMatchObject(nothingLost);
      expect(killed.acknowledged).toBeGreaterThan(kills);
    } finally {
      server.remove();
    }
  });
});
