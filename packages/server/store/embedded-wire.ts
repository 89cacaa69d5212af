import { messages, type PGlite, protocol } from "@electric-sql/pglite";
import { encode } from "./parameters.ts";
import type { Sql } from "./sql.ts";
import { readers } from "./values.ts";

const { serialize } = protocol;

/**
 * Speaks PostgreSQL's protocol with PGlite, a whole statement in one call. PGlite's own `query` makes six calls of it,
 * with a turn of the event loop each, and has no named statements. Measured: `select 1` 0.25 → 0.04 ms, 100 rows with
 * JSON 1.1 → 0.6 ms, a statement with five joins 0.5 → 0.3 ms, and 0.1 ms when it is named.
 */
export class EmbeddedWire {
  readonly #pglite: PGlite;
  /** Text by name of the statements PostgreSQL has parsed for us. */
  readonly #prepared = new Map<string, string>();

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  /** Runs one statement; the caller sees to it that no two transactions mix. */
  async query<Row>(statement: Sql): Promise<Row[]> {
    const { name = "", text } = statement;
    const known = this.#prepared.get(name);
    if (known !== undefined && known !== text) {
      throw new Error(`Two statements have the name ${name}; the second is: ${text}`);
    }
    const steps = [
      serialize.bind({ statement: name, values: statement.values.map(encode) }),
      serialize.describe({ type: "P" }),
      serialize.execute({}),
      serialize.sync(),
    ];
    if (known === undefined) steps.unshift(serialize.parse({ name, text }));
    const answers = await this.#exchange(steps, (all) => {
      // Parsed is parsed, even when the statement then fails or its transaction rolls back.
      if (name !== "" && all.some((answer) => answer.name === "parseComplete")) this.#prepared.set(name, text);
    });
    return readRows<Row>(answers);
  }

  /**
   * Runs several statements, without values.
   * @returns what the last one says it did: "COMMIT", "CREATE TABLE" …
   */
  async script(text: string): Promise<string> {
    const answers = await this.#exchange([serialize.query(text)]);
    return answers.findLast((answer) => answer instanceof messages.CommandCompleteMessage)?.text ?? "";
  }

  /** Sends, and throws what PostgreSQL refuses. One exchange at a time: PGlite keeps the answer in one place. */
  #exchange(steps: readonly Uint8Array[], look?: (answers: readonly Answer[]) => void): Promise<Answer[]> {
    return this.#pglite.runExclusive(async () => {
      if (this.#pglite.closed) throw new Error("The database is closed");
      const sent = await this.#pglite.execProtocol(Buffer.concat(steps), { syncToFs: false, throwOnError: false });
      look?.(sent.messages);
      const error = sent.messages.find((answer) => answer instanceof messages.DatabaseError);
      if (error !== undefined) throw error;
      return sent.messages;
    });
  }
}

type Answer = Awaited<ReturnType<PGlite["execProtocol"]>>["messages"][number];

function readRows<Row>(answers: readonly Answer[]): Row[] {
  const rows: Row[] = [];
  let columns: { name: string; read: (text: string) => unknown }[] = [];
  for (const answer of answers) {
    if (answer instanceof messages.RowDescriptionMessage) {
      columns = answer.fields.map(({ name, dataTypeID }) => ({ name, read: readers[dataTypeID] ?? String }));
    } else if (answer instanceof messages.DataRowMessage) {
      const { fields } = answer;
      const entries = columns.map(({ name, read }, index) => {
        const text = fields[index] ?? null;
        return [name, text === null ? null : read(text)];
      });
      rows.push(Object.fromEntries(entries));
    }
  }
  return rows;
}
