import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeEvidence } from "../evidence/index.ts";
import { answerStatements } from "../testing/answer-statements.ts";
import { buildChild, Child } from "../testing/child.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { filesUnder, ownFolder } from "../testing/folders.ts";
import { photo } from "../testing/photos.ts";
import { makeUploads } from "./uploads.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Kills, each somewhere in an upload. */
const rounds = 5;

forEachDatabase("a resumable upload in a process that is killed", (open) => {
  test("goes on where it was, or is cleanly gone", { timeout: 120_000 }, async () => {
    const db = await open();
    const folder = ownFolder();
    const bundle = await buildChild(new URL("./child-resumable.ts", import.meta.url));
    const acknowledged: number[] = [];
    let resumed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const first = round * 1000 + 1;
      const child = new Child(bundle, ["resumable", folder, String(first)]);
      answerStatements(child, db);
      await child.message((said) => said.no !== undefined && (said.seq ?? 0) > first + round);
      await child.kill();
      acknowledged.push(...child.messages.flatMap((said) => said.acknowledged ?? []));

      const city = { code: "resumable", calendar: { atLocal: () => NaN } };
      const evidence = makeEvidence({ db, city, folder: join(folder, "evidence"), now: () => Date.now() });
      await evidence.sweep();
      const uploads = await makeUploads({ evidence, folder: join(folder, "uploads"), now: () => Date.now() });
      for (const { no: id, seq: seed } of child.messages) {
        if (id === undefined || seed === undefined) continue;
        const bytes = new Uint8Array(await photo({ seed }));
        const state = await uploads.state("li", id);
        expect(state.bytes).toBe(bytes.length);
        if (state.hash === undefined) {
          resumed += 1;
          await uploads.handle(
            "li",
            new Request(`http://upload.invalid/api/uploads/${id}`, {
              method: "PATCH",
              headers: {
                "tus-resumable": "1.0.0",
                "upload-offset": String(state.offset),
                "content-type": "application/offset+octet-stream",
              },
              body: bytes.slice(state.offset),
            }),
          );
        }
        expect((await uploads.state("li", id)).hash).toBe(sha256(bytes));
      }
      expect(filesUnder(join(folder, "uploads")).filter((name) => !name.endsWith(".json"))).toEqual([]);
      expect(filesUnder(join(folder, "evidence", "incoming"))).toEqual([]);
      const hashes = await Promise.all(acknowledged.map(async (seed) => sha256(await photo({ seed }))));
      expect((await evidence.describe(hashes)).map((file) => file.hash)).toEqual(hashes);
    }
    expect(resumed).toBeGreaterThan(0);
  });
});
