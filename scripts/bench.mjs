// `node scripts/bench.mjs intake|queue|kill …`: bundles the bench and its child processes, and runs it.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./build.mjs";

const benches = readdirSync(join(root, "bench")).filter((name) => /^[a-z-]+\.ts$/.test(name));
const children = readdirSync(join(root, "bench/support")).filter((name) => name.endsWith("-child.ts"));
const name = process.argv[2];
if (!benches.includes(`${name}.ts`)) {
  console.error(`usage: node scripts/bench.mjs ${benches.map((file) => basename(file, ".ts")).join("|")}`);
  process.exit(2);
}
/** Ours are bundled, everybody else's are loaded from node_modules; data that a package ships is bundled too. */
const packagesOutside = {
  name: "packages-outside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@xiuhua/") || path.endsWith(".json")
        ? undefined
        : { path, external: true },
    ),
};

const outdir = join(root, "node_modules/.cache/xiuhua/bench", name);
await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries([
    [name, `bench/${name}.ts`],
    ["cases-child", "packages/server/testing/child-cases.ts"],
    ...children.map((file) => [basename(file, ".ts"), `bench/support/${file}`]),
  ]),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
  plugins: [packagesOutside],
});
process.env.XIUHUA_ROOT = root;
await import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
