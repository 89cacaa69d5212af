import { defineConfig } from "vitest/config";

const shared = { env: { TZ: "UTC" }, testTimeout: 30_000 };

/** What needs no screen: two files at a time, also where there are but two cores, for a database waits for its disk. */
const code = {
  test: {
    ...shared,
    name: "code",
    include: ["packages/**/*.test.ts", "packages/**/*.test.tsx", "scripts/**/*.test.ts"],
    maxWorkers: 2,
    sequence: { groupOrder: 0 },
  },
};

/** A browser beside another file's work is starved on two cores: its files run afterwards, one at a time. */
const screens = {
  test: {
    ...shared,
    name: "screens",
    include: ["e2e/**/*.test.ts"],
    maxWorkers: 1,
    sequence: { groupOrder: 1 },
  },
};

export default defineConfig({
  test: {
    // The browser tests are left out where there is no browser; scripts/test.mjs says so in one line.
    projects: process.env["XIUHUA_BROWSER"] === undefined ? [code] : [code, screens],
  },
});
