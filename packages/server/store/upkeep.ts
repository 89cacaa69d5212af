import type { Queryable, StoreLog } from "./database.ts";
import { Sql, sql } from "./sql.ts";

/** Statements between two looks. A look takes about 2 ms, so it costs well under a hundredth. */
const interval = 500;

/** Bytes of log after which a checkpoint is due: it bounds what a start after a crash must replay (1 to 2 s). */
const logBudget = 64 * 1024 * 1024;

/**
 * What a server's background processes do, for the embedded database, which has none: PGlite runs PostgreSQL in
 * single-user mode, where nobody checkpoints (the log grows for ever, and with it the time to start after a crash),
 * vacuums (dead rows pile up) or analyses (the planner guesses). Work goes by statements, not by the clock: an idle
 * database needs none.
 */
export class Upkeep {
  readonly #database: Queryable;
  readonly #log: StoreLog | undefined;
  #statements = 0;
  #running: Promise<void> | undefined;

  constructor(database: Queryable, log?: StoreLog) {
    this.#database = database;
    this.#log = log;
  }

  /** To be told of each statement; now and then it puts its own behind it in the queue. */
  count(): void {
    this.#statements += 1;
    if (this.#statements < interval || this.#running !== undefined) return;
    this.#statements = 0;
    this.#running = this.look()
      .catch((error: unknown) => this.#log?.("upkeep of the embedded database failed", { error: String(error) }))
      .finally(() => (this.#running = undefined));
  }

  /** Resolves when nothing of it runs. */
  async settle(): Promise<void> {
    await this.#running;
  }

  /** Checkpoints if due, and tends the one table that needs it most; the others get their turn at the next looks. */
  async look(): Promise<void> {
    const [log] = await this.#database.query<{ bytes: number }>(
      sql`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()`,
    );
    if (log !== undefined && log.bytes > logBudget) await this.#database.query(sql`checkpoint`);
    // The limits are those of PostgreSQL's autovacuum by default: 50 rows and a fifth dead, or 50 and a tenth changed.
    const [table] = await this.#database.query<{ name: string; dead: boolean }>(
      sql`select format('%I.%I', s.schemaname, s.relname) as name,
            n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) as dead
          from pg_stat_user_tables s join pg_class c on c.oid = s.relid
          where n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
             or n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
          order by (n_dead_tup + n_mod_since_analyze) / (50 + greatest(c.reltuples, 0)) desc limit 1`,
    );
    if (table === undefined) return;
    // The name is quoted by PostgreSQL itself.
    await this.#database.query(new Sql([`${table.dead ? "vacuum (analyze)" : "analyze"} ${table.name}`], []));
  }
}
