// Builds what `npm start` runs: the server in one file, the web in static files. Skips what is up to date.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const skipped = new Set(["node_modules", "dist", "var"]);

/** One digest over names, sizes and times of the sources: changes when any of them does. */
function digest(folders) {
  const hash = createHash("sha256");
  const walk = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!skipped.has(name)) walk(join(path, name));
    } else if (!/\.test\.tsx?$/.test(path)) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`);
    }
  };
  for (const folder of folders) walk(join(root, folder));
  return hash.digest("hex");
}

async function stale(stamp, sources, build) {
  const now = digest(sources);
  const file = join(root, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === now) return false;
  await build();
  writeFileSync(file, now);
  return true;
}

/** Bundles the server; packages stay outside the bundle. */
export async function buildServer(log = console.error) {
  return stale(
    "packages/server/dist/.stamp",
    ["packages/core", "packages/procedures", "packages/server", "data", "package-lock.json"],
    async () => {
      log("Building the server …");
      const { bundle } = await import("./bundle.mjs");
      // In pieces, so that a command loads no more than it needs.
      await bundle(root, { xiuhua: "packages/server/cli/main.ts" }, "packages/server/dist", { splitting: true });
    },
  );
}

/** Builds the console. */
export async function buildWeb(log = console.error) {
  return stale("packages/web/dist/.stamp", ["packages/web", "packages/server/api", "package-lock.json"], () => {
    log("Building the console …");
    const vite = join(root, "node_modules/vite/bin/vite.js");
    const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
      cwd: join(root, "packages/web"),
      stdio: "inherit",
    });
    if (status !== 0) throw new Error("The console could not be built");
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildServer();
  await buildWeb();
}
