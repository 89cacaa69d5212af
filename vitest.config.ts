import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "packages/**/*.test.tsx", "e2e/**/*.test.ts"],
    env: { TZ: "UTC" },
  },
});
