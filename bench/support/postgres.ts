import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { root } from "./root.ts";

export interface ThrowAway {
  readonly url: string;
  readonly folder: string;
  readonly port: number;
  /** The address of another database on the same server. */
  database(name: string): string;
  run(database: string, text: string): Promise<void>;
  /** `kill -9` of the postmaster; its children follow by themselves. */
  kill(): Promise<void>;
  start(): void;
  /** Stops the server and removes everything. */
  remove(): void;
}

const script = join(root, "scripts/postgres.sh");

/**
 * A PostgreSQL server of one's own, with fsync on, removed at the end.
 * @param settings of postgresql.conf beyond its defaults
 */
export async function throwAwayPostgres(settings: Readonly<Record<string, string>> = {}): Promise<ThrowAway> {
  const folder = mkdtempSync(join(tmpdir(), "xiuhua-bench-pg-"));
  chmodSync(folder, 0o755);
  // Nothing listens on the network: the port only names the socket in our own folder.
  const port = 54_000 + (process.pid % 1000);
  const call = (action: string) => execFileSync("sh", [script, action, folder, String(port)], { encoding: "utf8" });
  const database = (name: string) => `postgresql://postgres@/${name}?host=${folder}&port=${port}`;
  const run = async (name: string, text: string) => {
    const client = new Client({ connectionString: database(name) });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  call("start");
  for (const [name, value] of Object.entries(settings)) await run("postgres", `alter system set ${name} = '${value}'`);
  if (Object.keys(settings).length > 0) {
    call("stop");
    call("start");
  }
  return {
    url: database("postgres"),
    folder,
    port,
    database,
    run,
    start: () => void call("start"),
    async kill() {
      const pid = Number(readFileSync(join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, "SIGKILL");
      // A new postmaster refuses the folder while a child of the dead one still has its shared memory.
      while (childrenOf(folder).length > 0) await new Promise((done) => setTimeout(done, 20));
    },
    remove() {
      if (existsSync(join(folder, "data/postmaster.pid"))) call("stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Processes whose working folder is the data folder: PostgreSQL's, each of them. */
function childrenOf(folder: string): string[] {
  try {
    const pids = execFileSync("pgrep", ["-x", "postgres"], { encoding: "utf8" }).split("\n").filter(Boolean);
    return pids.filter((pid) => {
      try {
        return execFileSync("readlink", [`/proc/${pid}/cwd`], { encoding: "utf8" }).trim() === join(folder, "data");
      } catch {
        return false;
      }
    });
  } catch {
    return [];
  }
}

/** Where pgbench lies: Debian keeps a version of it with each server. */
export function findPgbench(): string {
  for (const candidate of [
    "/usr/bin/pgbench",
    join(dirname(execFileSync("which", ["psql"], { encoding: "utf8" })), "pgbench"),
  ])
    if (existsSync(candidate)) return candidate;
  throw new Error("This bench needs pgbench, which comes with PostgreSQL");
}
