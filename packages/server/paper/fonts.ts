import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type Weight = "regular" | "bold";

const files: Readonly<Record<Weight, string>> = { regular: "NotoSansHans-Regular.otf", bold: "NotoSansHans-Bold.otf" };

let loading: Promise<Readonly<Record<Weight, Buffer>>> | undefined;

/** Noto Sans for Simplified Chinese, 30,888 glyphs (SIL Open Font License 1.1); 17 MB, read when the first page is asked for. */
export function fontFiles(): Promise<Readonly<Record<Weight, Buffer>>> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Readonly<Record<Weight, Buffer>>> {
  const main = createRequire(import.meta.url).resolve("@embedpdf/fonts-sc");
  const read = (name: string) => readFile(join(dirname(main), "..", "fonts", name));
  const [regular, bold] = await Promise.all([read(files.regular), read(files.bold)]);
  return { regular, bold };
}
