// `node scripts/bench.mjs intake|queue|kill …`: bundles the bench and its child processes, and runs it.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { findBrowser } from "./browser.mjs";
import { root } from "./build.mjs";
import { bundle } from "./bundle.mjs";

const benches = readdirSync(join(root, "bench")).filter((name) => /^[a-z-]+\.ts$/.test(name));
const children = readdirSync(join(root, "bench/support")).filter((name) => name.endsWith("-child.ts"));
const name = process.argv[2];
if (!benches.includes(`${name}.ts`)) {
  console.error(`usage: node scripts/bench.mjs ${benches.map((file) => basename(file, ".ts")).join("|")}`);
  process.exit(2);
}

const outdir = join(root, "node_modules/.cache/xiuhua/bench", name);
const entries = Object.fromEntries([
  [name, `bench/${name}.ts`],
  ["cases-child", "packages/server/testing/child-cases.ts"],
  ...children.map((file) => [basename(file, ".ts"), `bench/support/${file}`]),
]);
await bundle(root, entries, outdir);
process.env.XIUHUA_ROOT = root;
const browser = await findBrowser();
if (browser) process.env.XIUHUA_BROWSER = browser;
await import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
