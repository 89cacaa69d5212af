/**
 * A process that stores one photo after the other without pause, while another upload never comes to its end. Its
 * statements it hands to its parent, who has the database: what is to be killed here is the files' side.
 */
import { inPieces, photo } from "../testing/photos.ts";
import { remoteDatabase } from "../testing/remote-database.ts";
import { makeEvidence } from "./evidence.ts";

const [city = "", folder = "", first = "1"] = process.argv.slice(2);
const reader = { person: "li" };

const db = remoteDatabase();

/** Held, lest the upload is taken for garbage while it waits. */
const never: unknown[] = [];

async function* unfinished() {
  yield Buffer.alloc(100_000, 1);
  process.send?.({ open: true });
  await new Promise((resolve) => never.push(resolve));
}

// These photos carry no time that would have to be placed.
const calendar = { atLocal: () => NaN };
const evidence = makeEvidence({ db, city: { code: city, calendar }, folder, now: () => Date.now() });
void evidence.store(unfinished(), { reader });
for (let seed = Number(first); ; seed += 1) {
  await evidence.store(inPieces(await photo({ seed })), { reader });
  process.send?.({ acknowledged: seed });
}
