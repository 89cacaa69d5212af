import { existsSync } from "node:fs";
import { join } from "node:path";
import { throwAwayPostgres, type ThrowAwayPostgres } from "../../packages/server/testing/throw-away-postgres.ts";
import { root } from "./root.ts";

/** A PostgreSQL server of the bench's own; `remove` it at the end. */
export function benchPostgres(settings: Readonly<Record<string, string>> = {}): Promise<ThrowAwayPostgres> {
  return throwAwayPostgres(join(root, "scripts/postgres.sh"), settings);
}

/** Where pgbench lies: Debian puts it beside psql, others where PG_BIN points. */
export function findPgbench(): string {
  const folders = [process.env["PG_BIN"] ?? "", ...(process.env["PATH"] ?? "").split(":")];
  const found = folders.map((folder) => join(folder, "pgbench")).find((file) => existsSync(file));
  if (found === undefined) throw new Error("This bench needs pgbench, which comes with PostgreSQL");
  return found;
}
