import { defineConfig } from "vitest/config";

// The browser tests are left out where there is no browser; scripts/test.mjs says so in one line.
const screens = process.env["XIUHUA_BROWSER"] === undefined ? [] : ["e2e/**/*.test.ts"];

export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "packages/**/*.test.tsx", "scripts/**/*.test.ts", ...screens],
    env: { TZ: "UTC" },
    testTimeout: 30_000,
  },
});
