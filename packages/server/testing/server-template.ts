import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { migrate, openDatabase, type Database } from "../store/index.ts";
import { schemaKey } from "./embedded-template.ts";

/** A PostgreSQL database of one's own. */
export interface OwnDatabase {
  readonly database: Database;
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * Makes a database on the test server, migrated if asked, by copying a template that is made once a schema.
 * @param url the server, as XIUHUA_TEST_DATABASE_URL names it; its account must be allowed to create databases
 */
export async function createOwnDatabase(url: string, content: "migrated" | "empty" = "migrated"): Promise<OwnDatabase> {
  const name = `xiuhua_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asAdministrator(url, async (client) => {
    const template = content === "migrated" ? await ensureTemplate(url, client) : "template1";
    await client.query(`create database ${name} template ${template}`);
  });
  const own = withDatabase(url, name);
  const database = await openDatabase({ url: own, connections: 4 });
  return {
    database,
    url: own,
    drop: async () => {
      await database.close();
      await asAdministrator(url, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function ensureTemplate(url: string, client: Client): Promise<string> {
  const name = `xiuhua_template_${await schemaKey()}`;
  // Test files start together; one makes the template, the others wait here.
  await client.query("select pg_advisory_lock(20260302)");
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await makeTemplate(url, client, name);
  } finally {
    await client.query("select pg_advisory_unlock(20260302)");
  }
  return name;
}

/** Made under another name, so that a run that is killed half-way leaves no half template. */
async function makeTemplate(url: string, client: Client, name: string): Promise<void> {
  const aside = `${name}_unfinished`;
  await client.query(`drop database if exists ${aside} with (force)`);
  await client.query(`create database ${aside}`);
  const database = await openDatabase({ url: withDatabase(url, aside) });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  await client.query(`alter database ${aside} rename to ${name}`);
}

async function asAdministrator<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The same server, another database. By text: the address of a socket has no host, which `URL` does not take. */
function withDatabase(url: string, name: string): string {
  const match = /^(postgres(?:ql)?:\/\/[^/?]*)(?:\/[^?]*)?(\?.*)?$/.exec(url);
  if (match === null) throw new Error("XIUHUA_TEST_DATABASE_URL must look like postgresql://user@host/database");
  return `${match[1]}/${name}${match[2] ?? ""}`;
}
