/**
 * A process that stores one photo after the other without pause, while another upload never comes to its end. Its
 * statements it hands to its parent, who has the database: what is to be killed here is the files' side.
 */
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Queryable } from "../store/index.ts";
import { makeEvidence } from "./evidence.ts";
import { inPieces, photo } from "./samples.ts";

const [city = "", folder = "", first = "1"] = process.argv.slice(2);
const reader = { person: "li" };

const Answer = Type.Object({ id: Type.Number(), rows: Type.Unsafe<never[]>(Type.Array(Type.Unknown())) });
const asked = new Map<number, (rows: never[]) => void>();
process.on("message", (message) => {
  const { id, rows } = Value.Parse(Answer, message);
  asked.get(id)?.(rows);
  asked.delete(id);
});

let statements = 0;
const db: Queryable = {
  query: (statement) =>
    new Promise((resolve) => {
      statements += 1;
      asked.set(statements, resolve);
      process.send?.({ id: statements, parts: statement.parts, values: statement.values });
    }),
};

async function* unfinished() {
  yield Buffer.alloc(100_000, 1);
  process.send?.({ open: true });
  // Kept in the map, lest the upload is taken for garbage while it waits.
  await new Promise((resolve) => asked.set(0, resolve));
}

// These photos carry no time that would have to be placed.
const calendar = { atLocal: () => NaN };
const evidence = makeEvidence({ db, city: { code: city, calendar }, folder, now: () => Date.now() });
void evidence.store(unfinished(), { reader });
for (let seed = Number(first); ; seed += 1) {
  await evidence.store(inPieces(await photo({ seed })), { reader });
  process.send?.({ acknowledged: seed });
}
