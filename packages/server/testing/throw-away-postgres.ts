import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

export interface ThrowAwayPostgres {
  /** Where its socket lies. */
  readonly folder: string;
  readonly port: number;
  /** The address of a database on it. */
  database(name: string): string;
  run(database: string, statement: string): Promise<void>;
  /** `kill -9` of the postmaster; what belongs to it ends by itself, and it starts again on what it left. */
  killAndRestart(): Promise<void>;
  /** Stops it and removes everything. */
  remove(): void;
}

let servers = 0;

/**
 * A PostgreSQL server of one's own, with fsync on, removed at the end.
 * @param script where scripts/postgres.sh lies
 * @param settings of postgresql.conf beyond its defaults
 */
export async function throwAwayPostgres(
  script: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ThrowAwayPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "xiuhua-postgres-"));
  // The server runs as another account where this one is root.
  chmodSync(folder, 0o755);
  servers += 1;
  // Nothing listens on the network: the port only names the socket in our own folder.
  const port = 55_000 + ((process.pid * 7 + servers) % 5000);
  const call = (action: string) => {
    execFileSync("sh", [script, action, folder, String(port)], { stdio: ["ignore", "ignore", "pipe"] });
  };
  const database = (name: string) => `postgresql://postgres@/${name}?host=${folder}&port=${port}`;
  const run = async (name: string, statement: string) => {
    const client = new Client({ connectionString: database(name) });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const pidFile = join(folder, "data/postmaster.pid");
  call("start");
  for (const [name, value] of Object.entries(settings)) await run("postgres", `alter system set ${name} = '${value}'`);
  if (Object.keys(settings).length > 0) {
    call("stop");
    call("start");
  }
  return {
    folder,
    port,
    database,
    run,
    async killAndRestart() {
      const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
      process.kill(pid, "SIGKILL");
      // As long as the system knows the number, the script takes the server for running.
      while (isKnown(pid)) await new Promise((turn) => setImmediate(turn));
      for (let attempt = 1; ; attempt += 1)
        try {
          return call("start");
        } catch (error) {
          // A child of the dead one may still hold its shared memory for a moment.
          if (attempt === 50) throw error;
        }
    },
    remove() {
      if (existsSync(pidFile)) call("stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isKnown(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
