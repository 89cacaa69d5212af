// `npm test`: types, lint, format, then every test. What a machine lacks (a PostgreSQL server, a browser) is
// named in one line at the end; with XIUHUA_TEST_REQUIRE_ALL=1 it is a failure instead.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildServer, buildWeb, root } from "./build.mjs";
import { findBrowser } from "./browser.mjs";

const strict = process.env.XIUHUA_TEST_REQUIRE_ALL === "1";
const bin = (name) => join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

function run(name, command, args, env = {}) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    child.on("close", (code) => {
      console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      resolve(code ?? 1);
    });
  });
}

const checks = await Promise.all([
  ...["packages/core", "packages/procedures", "packages/server", "packages/web", "."].map((folder) =>
    run(`types ${folder}`, bin("tsc"), ["-p", folder]),
  ),
  run("lint", bin("oxlint"), ["--type-aware", "--deny-warnings"]),
  run("format", bin("prettier"), ["--check", "--log-level", "warn", "."]),
]);
if (checks.some((code) => code !== 0)) process.exit(1);

// The browser tests drive the product as it is built.
await buildServer();
await buildWeb();

const browser = await findBrowser();
const missing = [
  ...(process.env.XIUHUA_TEST_DATABASE_URL
    ? []
    : ["no PostgreSQL server (set XIUHUA_TEST_DATABASE_URL): the store was tested on the embedded database only"]),
  ...(browser ? [] : ["no browser (install chromium or set XIUHUA_BROWSER): the screens were not tested"]),
];
if (strict && missing.length > 0) {
  console.error(`FAIL ${missing.join("; ")}`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "xiuhua-test-"));
const report = join(folder, "report.json");
const code = await run(
  "tests",
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
  {
    TZ: "UTC",
    ...(browser ? { XIUHUA_BROWSER: browser } : {}),
  },
);
const { numPassedTests, numFailedTests, numPendingTests, numTotalTests } = JSON.parse(readFileSync(report, "utf8"));
rmSync(folder, { recursive: true, force: true });
if (missing.length > 0) console.log(`Not tested here: ${missing.join("; ")}.`);
console.log(
  `${numPassedTests} passed, ${numFailedTests} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ""}`,
);
process.exit(code === 0 && numTotalTests > 0 && !(strict && numPendingTests > 0) ? 0 : 1);
