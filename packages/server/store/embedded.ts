import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { postgis } from "@electric-sql/pglite-postgis";
import type { Database, StoreLog, Transaction } from "./database.ts";
import { DurableFiles } from "./durable-files.ts";
import { EmbeddedWire } from "./embedded-wire.ts";
import { inside, refuseInside, refuseQuietRollback } from "./inside.ts";
import { sql, Sql } from "./sql.ts";
import { Upkeep } from "./upkeep.ts";

/** PGlite's own parameters, without the one that switches fsync off, and with the way of syncing that is passed on. */
const durable = [...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"), "-c", "wal_sync_method=fsync"];

/**
 * Opens PGlite: on a folder that the caller has locked, or in memory (for tests), there from a copy if given.
 *
 * It runs on the main thread. Measured on two shared cores with a worker thread instead: a statement takes 0.1 ms longer
 * (0.4 → 0.5 ms; 100 rows with JSON 1.3 → 1.45 ms), eight clients get between a third less and two thirds more done,
 * depending on who else wants the second core. What a worker would surely win is that a heavy statement (0.5 s) does not
 * hold up other requests; a place with heavy statements has a server.
 */
export async function openEmbedded(
  place: { folder: string } | { memory: true; from?: Blob },
  closed?: () => Promise<void>,
  log?: StoreLog,
): Promise<Embedded> {
  const pglite = await PGlite.create({
    extensions: { postgis, pg_trgm },
    ...("folder" in place
      ? { fs: new DurableFiles(place.folder), startParams: durable, relaxedDurability: false }
      : place.from === undefined
        ? {}
        : { loadDataDir: place.from }),
  });
  const wire = new EmbeddedWire(pglite);
  await wire.script(
    "set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'; set intervalstyle = 'postgres'",
  );
  return new Embedded(pglite, wire, closed, log);
}

/** PostgreSQL inside this process. One connection: statements queue, in the order they were asked. */
export class Embedded implements Database {
  readonly kind = "embedded";
  readonly #pglite: PGlite;
  readonly #wire: EmbeddedWire;
  readonly #closed: (() => Promise<void>) | undefined;
  readonly #upkeep: Upkeep;
  #cursors = 0;
  #closing: Promise<void> | undefined;
  /** Resolves when everything asked so far is done: the queue for the one connection. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param closed called when everything is written and the files are left alone */
  constructor(pglite: PGlite, wire: EmbeddedWire, closed?: () => Promise<void>, log?: StoreLog) {
    this.#pglite = pglite;
    this.#wire = wire;
    this.#closed = closed;
    this.#upkeep = new Upkeep({ query: (statement) => this.#alone(() => wire.query(statement)) }, log);
  }

  async query<Row>(statement: Sql): Promise<Row[]> {
    refuseInside(this);
    this.#upkeep.count();
    return this.#alone(() => this.#wire.query<Row>(statement));
  }

  async transaction<T>(body: (tx: Transaction) => Promise<T>): Promise<T> {
    refuseInside(this);
    this.#upkeep.count();
    const wire = this.#wire;
    const tx: Transaction = {
      query: (statement) => wire.query(statement),
      script: async (text) => {
        await wire.script(text);
      },
    };
    return this.#alone(async () => {
      await wire.script("begin");
      try {
        const result = await inside(this, tx, body);
        refuseQuietRollback(await wire.script("commit"));
        return result;
      } catch (error) {
        await wire.script("rollback");
        throw error;
      }
    });
  }

  /**
   * A cursor held after its transaction: PostgreSQL works the whole result out at once and keeps it, beyond work_mem in
   * a file, so that the one connection is free between the batches. An ordinary cursor would need a transaction open
   * from the first batch to the last, with everybody waiting for a slow reader.
   */
  async *stream<Row>(statement: Sql, batch = 1000): AsyncGenerator<Row[], void, void> {
    this.#cursors += 1;
    const cursor = sql.id(`stream_${this.#cursors}`);
    await this.query(sql`declare ${cursor} no scroll cursor with hold for ${statement}`);
    try {
      const fetch = new Sql([`fetch forward ${Math.trunc(batch)} from ${cursor.text}`], []);
      for (;;) {
        const rows = await this.query<Row>(fetch);
        if (rows.length > 0) yield rows;
        if (rows.length < batch) return;
      }
    } finally {
      await this.query(sql`close ${cursor}`);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** A copy of everything, from which `openEmbedded({ memory: true, from })` starts in a fraction of the time. */
  async copy(): Promise<Blob> {
    return this.#alone(async () => {
      await this.#wire.script("checkpoint");
      return this.#pglite.dumpDataDir("none");
    });
  }

  /** Runs when all that was asked before is done, and before all that is asked after. */
  #alone<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => {});
    return result;
  }

  async #close(): Promise<void> {
    await this.#upkeep.settle();
    await this.#alone(() => this.#pglite.close());
    await this.#closed?.();
  }
}
