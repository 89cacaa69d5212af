import { join, resolve } from "node:path";
import { Option, type Command } from "commander";
import { chooseCity, cityCodes } from "../city/index.ts";
import { migrate, openDatabase, type Database } from "../store/index.ts";
import { makeServices } from "../serve.ts";
import { say, type Io } from "./io.ts";

/** Where the data is, as every command is told. */
export interface Place {
  /** A server's address; undefined for the embedded database in `folder`. */
  readonly url: string | undefined;
  readonly folder: string;
}

export interface PlaceOptions {
  readonly database?: string;
}

export function withDatabase(command: Command): Command {
  return command.option(
    "--database <url|folder>",
    "PostgreSQL 地址或数据文件夹 / PostgreSQL address or data folder (DATABASE_URL; XIUHUA_DATA, default ./var)",
  );
}

export const cityOption = () =>
  new Option("--city <code>", "城市代码，仅在有多个城市时需要 / city code, where the database holds several");

export function placeOf(io: Io, { database }: PlaceOptions): Place {
  const folder = resolve(io.env["XIUHUA_DATA"] ?? "./var");
  if (database === undefined) return { url: io.env["DATABASE_URL"] || undefined, folder };
  return /^postgres(ql)?:\/\//.test(database)
    ? { url: database, folder }
    : { url: undefined, folder: resolve(database) };
}

/** Opens the database and brings its schema forward; closes it whatever happens. */
export async function usingDatabase<T>(place: Place, run: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(
    place.url === undefined ? { folder: join(place.folder, "database") } : { url: place.url },
  );
  try {
    await migrate(db);
    return await run(db);
  } finally {
    await db.close();
  }
}

/** The city to work on: the one named, else the only one. @throws CityProblem */
export async function cityOf(db: Database, named: string | undefined): Promise<string> {
  return chooseCity(await cityCodes(db), named);
}

/** Everything of one city, wired as the server wires it. */
export function servicesOf(io: Io, db: Database, place: Place, city: string) {
  return makeServices({
    db,
    city,
    folder: place.folder,
    now: io.now,
    log: (message, error) => say(io, `${message}: ${String(error)}`),
  });
}
