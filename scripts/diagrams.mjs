// Writes docs/procedures/<id>.md for every procedure: diagrams and tables, made from the procedures themselves.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
// Inside the checkout, so that the bundle finds the packages it leaves outside.
await mkdir(join(root, "var"), { recursive: true });
const work = await mkdtemp(join(root, "var", "diagrams-"));

try {
  const outfile = join(work, "document.mjs");
  await build({
    stdin: {
      contents: 'export { procedures } from "./index.ts"; export { document } from "./document.ts";',
      resolveDir: join(root, "packages", "procedures"),
    },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    outfile,
    external: ["typebox", "chinese-days"],
    logLevel: "warning",
  });
  const { procedures, document } = await import(pathToFileURL(outfile).href);
  const folder = join(root, "docs", "procedures");
  await mkdir(folder, { recursive: true });
  for (const procedure of procedures.values()) {
    const file = join(folder, `${procedure.id}.md`);
    await writeFile(file, document(procedure));
    console.log(`wrote ${file}`);
  }
} finally {
  await rm(work, { recursive: true });
}
