import { build } from "esbuild";
import type { Plugin, Rollup } from "vite";

interface Options {
  /** The page that must open without a network. */
  readonly page: string;
  /** The service worker's source. */
  readonly worker: string;
  /** Where it is written, under the output folder. */
  readonly as: string;
}

/** Chunks that are too big to be kept by everybody; the page does without them offline. */
const leftOut = /^maplibre/;

/**
 * Writes a page's service worker with the list of the files the page consists of, each with the hash of its content. That
 * is all we need of `vite-plugin-pwa`.
 */
export function offline({ page, worker, as }: Options): Plugin {
  return {
    name: "xiuhua-offline",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const files = await Promise.all(
          filesOf(page, bundle).map(async (url) => {
            const file = bundle[url];
            const source = file === undefined ? "" : file.type === "chunk" ? file.code : file.source;
            // What has a hash in its name is its own version.
            return { url: `/${url}`, revision: url.startsWith("assets/") ? null : await digest(source) };
          }),
        );
        const { outputFiles } = await build({
          absWorkingDir: import.meta.dirname.replace(/build$/, ""),
          entryPoints: [worker],
          bundle: true,
          write: false,
          format: "iife",
          target: "es2022",
          minify: true,
          define: { __FILES__: JSON.stringify(files), "process.env.NODE_ENV": '"production"' },
          logLevel: "warning",
        });
        this.emitFile({ type: "asset", fileName: as, source: outputFiles[0]?.text ?? "" });
      },
    },
  };
}

/** The page and all that it loads, now or later. */
function filesOf(page: string, bundle: Rollup.OutputBundle): string[] {
  const entry = Object.values(bundle).find(
    (file) => file.type === "chunk" && file.isEntry && file.facadeModuleId?.replaceAll("\\", "/").endsWith(page),
  );
  const found = new Set<string>([page]);
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== "chunk" || found.has(name) || leftOut.test(chunk.name)) return;
    found.add(name);
    for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
    for (const asset of chunk.viteMetadata?.importedAssets ?? []) found.add(asset);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
  };
  if (entry) visit(entry.fileName);
  return [...found].sort();
}

async function digest(source: string | Uint8Array): Promise<string> {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : new Uint8Array(source);
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
