import { build } from "esbuild";

/** Ours are bundled, everybody else's are loaded from node_modules; JSON always comes along. */
const packagesOutside = {
  name: "packages-outside",
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@xiuhua/") || path.endsWith(".json")
        ? undefined
        : { path, external: true },
    );
  },
};

/** Bundles our TypeScript for Node: one `.mjs` an entry. Paths are relative to `absWorkingDir`. */
export const bundle = (absWorkingDir, entryPoints, outdir, options = {}) =>
  build({
    absWorkingDir,
    entryPoints,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
    plugins: [packagesOutside],
    ...options,
  });
