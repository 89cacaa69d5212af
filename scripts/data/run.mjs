/**
 * Runs one of the data generators beside this file: `node scripts/data/run.mjs catalogue SOURCE.json`.
 * The generators are TypeScript and Node 20 does not run that, so esbuild bundles the script first.
 */
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !/^[a-z-]+$/.test(name)) {
  console.error("usage: node scripts/data/run.mjs NAME [ARGUMENT …]");
  process.exit(2);
}
// The bundle lies inside the repository, so that its bare imports resolve to the repository's packages.
const folder = await mkdtemp(join(root, "node_modules", ".data-"));
try {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  const script = await import(pathToFileURL(outfile).href);
  await script.main(rest, root);
} finally {
  await rm(folder, { recursive: true, force: true });
}
