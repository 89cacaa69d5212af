import { demoCity, readerOf } from "../../packages/server/demo/index.ts";
import { makeServices } from "../../packages/server/serve.ts";
import { sql, type Database, type Sql } from "../../packages/server/store/index.ts";
import { pages } from "./list-pages.ts";

/** How PostgreSQL carries out each page: the statements as the server makes them, explained with what they really took. */
export async function explainPages(db: Database, folder: string, now: number): Promise<string> {
  const told: string[] = [];
  let listening = false;
  const explaining: Database = {
    kind: db.kind,
    query: async <Row>(statement: Sql) => {
      if (listening) {
        const rows = await db.query<{ "QUERY PLAN": string }>(sql`explain (analyze, buffers) ${statement}`);
        told.push(statement.text, ...rows.map((row) => row["QUERY PLAN"]), "");
      }
      return db.query<Row>(statement);
    },
    transaction: (body) => db.transaction(body),
    stream: (statement, batch) => db.stream(statement, batch),
    close: () => db.close(),
  };
  const log = (message: string, error: unknown) => {
    throw new Error(message, { cause: error });
  };
  const { cases } = await makeServices({ db: explaining, city: demoCity, folder, now: () => now, log });
  listening = true;
  for (const page of pages) {
    told.push(`==== ${page.name} (${page.login})`);
    const reader = readerOf(page.login);
    if (page.counts === true) await cases.pages.counts(reader, page.query);
    else await cases.pages.list(reader, page.query);
  }
  return told.join("\n");
}
