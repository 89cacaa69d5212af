import { Client, Pool, type PoolClient } from "pg";
import type { Database, StoreLog, Transaction } from "./database.ts";
import { CannotConnect } from "./errors.ts";
import { inside, refuseInside, refuseQuietRollback } from "./inside.ts";
import { encode } from "./parameters.ts";
import { sql, Sql } from "./sql.ts";
import { readers } from "./values.ts";

/** `DATABASE_POOL`: connections a process opens at most. A PostgreSQL of 100 connections then serves a dozen processes. */
const defaultConnections = 8;

/**
 * So that rows read the same everywhere, whatever the server's own settings, and no statement runs away. Compiling a
 * statement takes longer than any of ours runs.
 */
const session = `set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex'; set intervalstyle = 'postgres';
  set statement_timeout = '30s'; set jit = off`;

/** PostgreSQL 15 is the oldest that the schema is tested on. */
const oldestVersion = 150_000;

/**
 * Opens a pool to PostgreSQL and proves that it answers.
 * @param url postgresql://user@host/database, postgresql:///database?host=/socket/folder, or socket:/folder?db=database
 * @throws CannotConnect
 */
export async function openServer(url: string, connections = defaultConnections, log?: StoreLog): Promise<Server> {
  const place = describePlace(url);
  const pool = new Pool({
    connectionString: url,
    application_name: "xiuhua",
    max: connections,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (oid: number) => readers[oid] ?? String },
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it; only its types say it does not
    onConnect: async (client) => {
      await client.query(session);
    },
  });
  // A connection that breaks, idle or in use, must not end the process: its statement fails, the pool opens another.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", (error) => log?.("lost a database connection", { place, error: error.message }));
  });
  const server = new Server(pool, place);
  try {
    await refuseOldVersion(server, place);
  } catch (error) {
    await server.close();
    throw error;
  }
  return server;
}

async function refuseOldVersion(server: Server, place: string): Promise<void> {
  const [row] = await server.query<{ version: number; text: string }>(
    sql`select current_setting('server_version_num')::int as version, current_setting('server_version') as text`,
  );
  if (row !== undefined && row.version < oldestVersion) {
    throw new CannotConnect(place, `PostgreSQL ${row.text} < 15`);
  }
}

/** Host, port and database, without user and password. */
function describePlace(url: string): string {
  try {
    const { host, port, database } = new Client({ connectionString: url });
    return `${host}:${port}/${database ?? ""}`;
  } catch {
    // The driver's own message may quote the address, password and all.
    throw new CannotConnect("DATABASE_URL", "not an address / 地址格式有误");
  }
}

async function run<Row>(client: PoolClient, statement: Sql): Promise<Row[]> {
  const { name, text, values } = statement;
  const result = await client.query({ text, values: values.map(encode), ...(name === undefined ? {} : { name }) });
  const rows: Row[] = result.rows;
  return rows;
}

/** A PostgreSQL server, reached through a pool of connections. */
export class Server implements Database {
  readonly kind = "server";
  readonly #pool: Pool;
  readonly #place: string;
  #closing: Promise<void> | undefined;

  constructor(pool: Pool, place: string) {
    this.#pool = pool;
    this.#place = place;
  }

  async query<Row>(statement: Sql): Promise<Row[]> {
    refuseInside(this);
    const client = await this.#connect();
    try {
      return await run<Row>(client, statement);
    } finally {
      client.release();
    }
  }

  async transaction<T>(body: (tx: Transaction) => Promise<T>): Promise<T> {
    refuseInside(this);
    const client = await this.#connect();
    const tx: Transaction = {
      query: <Row>(statement: Sql) => run<Row>(client, statement),
      script: async (text) => {
        await client.query(text);
      },
    };
    let broken = false;
    try {
      await client.query("begin");
      const result = await inside(this, tx, body);
      refuseQuietRollback((await client.query("commit")).command);
      return result;
    } catch (error) {
      // A connection that can not even roll back is thrown away; the server rolls back when it notices.
      await client.query("rollback").catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async *stream<Row>(statement: Sql, batch = 1000): AsyncGenerator<Row[], void, void> {
    refuseInside(this);
    const client = await this.#connect();
    const fetch = new Sql([`fetch forward ${Math.trunc(batch)} from stream`], []);
    let broken = false;
    try {
      await client.query("begin read only");
      await run(client, sql`declare stream no scroll cursor for ${statement}`);
      for (;;) {
        const rows = await run<Row>(client, fetch);
        if (rows.length > 0) yield rows;
        if (rows.length < batch) return;
      }
    } finally {
      await client.query("rollback").catch(() => (broken = true));
      client.release(broken);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#pool.end();
    return this.#closing;
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw new CannotConnect(this.#place, reason(error), error);
    }
  }
}

/** Node gives a host with two addresses an AggregateError whose own message is empty. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join("; ");
  return error instanceof Error ? error.message : String(error);
}
