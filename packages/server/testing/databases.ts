import { afterAll, beforeAll, describe } from "vitest";
import type { Database } from "../store/index.ts";
import { openFromTemplate } from "./embedded-template.ts";
import { createOwnDatabase } from "./server-template.ts";

/** Milliseconds; starting the embedded database takes seconds of computing, more when all cores are busy. */
const patience = 120_000;

const testServer: string | undefined = process.env["XIUHUA_TEST_DATABASE_URL"];

if (testServer === undefined && process.env["XIUHUA_TEST_REQUIRE_ALL"] === "1") {
  throw new Error("XIUHUA_TEST_REQUIRE_ALL=1, but XIUHUA_TEST_DATABASE_URL names no server");
}

interface Kind {
  readonly label: string;
  open(): Promise<{ database: Database; drop(): Promise<void> }>;
}

const embedded: Kind = {
  label: "embedded",
  open: async () => {
    const database = await openFromTemplate();
    return { database, drop: () => database.close() };
  },
};

const server = (url: string): Kind => ({ label: "PostgreSQL", open: () => createOwnDatabase(url) });

const kinds: readonly Kind[] = testServer === undefined ? [embedded] : [embedded, server(testServer)];

/**
 * Runs a block of tests on the embedded database, and, if XIUHUA_TEST_DATABASE_URL names a PostgreSQL server, once more
 * there. Each block has one migrated database of its own; its tests share it, so give each test its own `city`.
 * With XIUHUA_TEST_REQUIRE_ALL=1 a missing server fails the file.
 *
 * @example
 * forEachDatabase("the outbox", (open) => {
 *   test("hands out in order", async () => {
 *     const database = await open();
 *   });
 * });
 */
export function forEachDatabase(name: string, tests: (open: () => Promise<Database>) => void): void {
  describe.each(kinds)(`${name} ($label)`, (kind) => {
    let opened: Awaited<ReturnType<Kind["open"]>> | undefined;
    beforeAll(async () => {
      opened = await kind.open();
    }, patience);
    afterAll(() => opened?.drop(), patience);
    tests(async () => {
      if (opened === undefined) throw new Error("Call open() inside a test or a hook, not while tests are collected");
      return opened.database;
    });
  });
}

/** Runs a block of tests that only a server can show, if there is one. It gets the server's address. */
export function forServer(name: string, tests: (url: string) => void): void {
  describe.each(testServer === undefined ? [] : [testServer])(`${name} (PostgreSQL)`, (url) => {
    tests(url);
  });
}
