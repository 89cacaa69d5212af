import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerStatements } from "../testing/answer-statements.ts";
import { buildChild, Child } from "../testing/child.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { filesUnder, ownFolder } from "../testing/folders.ts";
import { photo } from "../testing/photos.ts";
import { makeTestEvidence } from "./fixtures.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Kills, each in the middle of two uploads. */
const rounds = 6;

forEachDatabase("uploads in a process that is killed", (open) => {
  test("leave nothing half, and nothing acknowledged is lost", { timeout: 120_000 }, async () => {
    const db = await open();
    const folder = ownFolder();
    const bundle = await buildChild(new URL("./child-uploads.ts", import.meta.url));
    const acknowledged: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const first = round * 1000 + 1;
      const child = new Child(bundle, ["killed", folder, String(first)]);
      answerStatements(child, db);
      await child.message((said) => said.open === true);
      await child.message((said) => (said.acknowledged ?? 0) >= first + 2 + round);
      await child.kill();
      acknowledged.push(...child.messages.flatMap((said) => said.acknowledged ?? []));
      expect(filesUnder(join(folder, "incoming")).length).toBeGreaterThan(0);

      const evidence = makeTestEvidence(db, "killed", folder);
      await evidence.sweep();
      expect(filesUnder(join(folder, "incoming"))).toEqual([]);
      const hashes = await Promise.all(acknowledged.map(async (seed) => sha256(await photo({ seed }))));
      expect((await evidence.describe(hashes)).map((file) => file.hash)).toEqual(hashes);
      const originals = filesUnder(folder).filter((name) => !name.includes("."));
      expect(originals.map((name) => sha256(readFileSync(join(folder, name))))).toEqual(
        originals.map((name) => name.slice(6)),
      );
      const recorded = await evidence.evidenceExists(originals.map((name) => name.slice(6)));
      expect(recorded.size).toBe(originals.length);
      expect(filesUnder(folder).length).toBe(3 * originals.length);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(3 * rounds);
  });
});
