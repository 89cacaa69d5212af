import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { migrate, migrations, openEmbedded, type Embedded } from "../store/index.ts";

const cache = fileURLToPath(new URL("../../../node_modules/.cache/xiuhua/", import.meta.url));
const engine = fileURLToPath(new URL("../../../node_modules/@electric-sql/pglite/package.json", import.meta.url));

/** A name that changes with the schema and the database engine, so that no test meets yesterday's. */
export async function schemaKey(): Promise<string> {
  const parts = [await readFile(engine, "utf8"), JSON.stringify(migrations)];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 12);
}

/**
 * A migrated database in memory. Making one takes PGlite and PostGIS about 7 s of computing, starting from a copy of
 * one about 3 s; the copy is kept between runs, in the folder that `npm ci` empties.
 */
export async function openFromTemplate(): Promise<Embedded> {
  const file = `${cache}embedded-${await schemaKey()}.tar`;
  if (existsSync(file)) return openEmbedded({ memory: true, from: new Blob([await readFile(file)]) });
  const database = await openEmbedded({ memory: true });
  await migrate(database);
  const copy = await database.copy();
  await mkdir(cache, { recursive: true });
  // Written aside and renamed: another test file may be making the same one at this moment.
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, Buffer.from(await copy.arrayBuffer()));
  await rename(aside, file);
  return database;
}
