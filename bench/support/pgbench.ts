import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { demoCity, readerOf } from "../../packages/server/demo/index.ts";
import { makeServices } from "../../packages/server/serve.ts";
import type { Database, Sql } from "../../packages/server/store/index.ts";
import { encode } from "../../packages/server/store/parameters.ts";
import type { ThrowAwayPostgres } from "../../packages/server/testing/throw-away-postgres.ts";
import { findPgbench } from "./postgres.ts";
import { reportBody } from "./report.ts";
import { Value } from "typebox/value";
import { OpenCase } from "../../packages/server/api/index.ts";

const run = promisify(execFile);

/** Rows of the peer have a city of their own, so that no server ever carries out their outbox. */
const peerCity = "pgbench";

/** The journal's statement as the server sends it for one report, caught on its way to the database. */
export interface Caught {
  readonly text: string;
  readonly payload: string;
  /** The case number in the payload. */
  readonly no: string;
}

export async function catchStatement(db: Database, folder: string, at: number): Promise<Caught> {
  let caught: Sql | undefined;
  const listening: Database = {
    kind: db.kind,
    query: (statement) => {
      if (statement.name === "journal-append") caught = statement;
      return db.query(statement);
    },
    transaction: (body) => db.transaction(body),
    stream: (statement, batch) => db.stream(statement, batch),
    close: () => db.close(),
  };
  const failed = (message: string, error: unknown) => {
    throw new Error(message, { cause: error });
  };
  const { cases } = await makeServices({ db: listening, city: demoCity, folder, now: () => at, log: failed });
  const { procedure, action, input, evidence = [] } = Value.Parse(OpenCase, reportBody(1));
  const answer = await cases.open(readerOf("collector1"), {
    procedure,
    action,
    input,
    evidence: evidence.map(({ hash, kind }) => ({ hash, kind })),
    key: "caught",
  });
  await cases.drain();
  if (!answer.ok || caught === undefined) throw new Error("The report to be caught was refused");
  const payload = caught.values.map(encode).find((value) => value?.startsWith("[")) ?? "";
  return { text: caught.text, payload, no: answer.value.no };
}

/**
 * Writes the script that pgbench runs: the same text and the same parameters, only the number (and with it the
 * idempotency key) is another one in each transaction. `replace` costs PostgreSQL about 10 µs of the ~1 ms.
 */
export function writeScript(folder: string, { text, no }: Caught): string {
  // $1 is the first hole, the document; every other hole is the city.
  const sql = text
    .replaceAll(/\$(\d+)(::jsonb)?/g, (_, hole: string) => (hole === "1" ? document(no) : ":city"))
    .replaceAll(/^\s*--.*$/gm, "");
  const file = join(folder, "journal.pgbench");
  writeFileSync(file, `\\set i :i + 1\n\\set no :run * 100000000 + :client_id * 1000000 + :i\n${sql};\n`);
  return file;
}

const document = (no: string) => `replace(:payload::text, '${no}', (:no::bigint)::text)::jsonb`;

let runs = 0;

/** Transactions a second of the one statement, one write each. */
export async function pgbench(
  server: ThrowAwayPostgres,
  database: string,
  script: string,
  payload: string,
  load: { readonly clients: number; readonly seconds: number },
): Promise<number> {
  runs += 1;
  const where = ["-h", server.folder, "-p", String(server.port), "-U", "postgres"];
  const how = ["-n", "-M", "prepared", "-c", String(load.clients), "-j", "1", "-T", String(load.seconds), "-f", script];
  const variables = [`city=${peerCity}`, "i=0", `run=${runs}`, `payload=${unique(payload)}`];
  const defined = variables.flatMap((variable) => ["-D", variable]);
  const { stdout } = await run(findPgbench(), [...where, ...how, ...defined, database]);
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (rate === undefined || !/number of failed transactions: 0 /.test(stdout)) throw new Error(stdout);
  return Number(rate);
}

/** The key of the caught report takes part in the replacing by standing for its number. */
function unique(payload: string): string {
  const [write]: { no: string; events: { idempotency_key: string | null }[] }[] = JSON.parse(payload);
  if (write?.events[0]) write.events[0].idempotency_key = `collector1:${write.no}`;
  return JSON.stringify([write]);
}
