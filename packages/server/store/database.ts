import type { Sql } from "./sql.ts";

/** Something that answers statements: the database, or a transaction in it. */
export interface Queryable {
  /**
   * Runs one statement and returns its rows. Values come back the same from both databases: timestamptz and int8 as
   * numbers (milliseconds since 1970), date as 'YYYY-MM-DD', numeric as text, json and jsonb parsed, bytea as bytes.
   * `Row` is what the caller knows the statement to return; nothing checks it.
   */
  query<Row>(statement: Sql): Promise<Row[]>;
}

/** Statements that succeed or fail together. */
export interface Transaction extends Queryable {
  /** Several statements divided by semicolons, without values: for migrations. Never build this text from input. */
  script(text: string): Promise<void>;
}

/** The open database. One a process. */
export interface Database extends Queryable {
  readonly kind: "embedded" | "server";
  /**
   * Runs statements that succeed or fail together; a thrown error rolls back. Keep it short: the embedded database has
   * one connection, and everybody else waits. Inside, use only `tx`: waiting there for the database itself is refused,
   * because on the embedded database it would never end.
   */
  transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Reads a result of any size in batches, in bounded memory, as it was when the reading began. Others' statements run
   * between the batches. Leaving the loop early lets the cursor go.
   * @param batch rows at a time, 1,000 unless said
   */
  stream<Row>(statement: Sql, batch?: number): AsyncIterable<Row[]>;
  /** Waits for what runs, then lets everything go. Safe to call twice. */
  close(): Promise<void>;
}

/** Where the store reports what nobody asked for: a lost connection, a taken-over folder. */
export type StoreLog = (message: string, details?: Readonly<Record<string, unknown>>) => void;
