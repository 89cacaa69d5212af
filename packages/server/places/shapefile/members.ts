import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { NetworkProblem } from "../network/index.ts";

/** The files that make one shapefile, in memory. */
export interface Members {
  readonly shp: Buffer;
  readonly dbf: Buffer;
  /** The coordinate system as text, if somebody wrote it down. */
  readonly prj?: string;
  /** The name of the attributes' encoding. */
  readonly cpg?: string;
}

/** Bytes of a file as unpacked: 100,000 cells of 20 corners take 40 MB. Our own choice. */
const longest = { shp: 200 << 20, dbf: 200 << 20, prj: 1 << 16, cpg: 1 << 10 } as const;
type Extension = keyof typeof longest;
const extensions = ["shp", "dbf", "prj", "cpg"] as const;
/** Nobody packs a layer with more files than this; a hostile archive counts millions. */
const mostEntries = 1000;

/** Reads a `.zip` with one shapefile in it, or a `.shp` with its fellows beside it. @throws NetworkProblem */
export async function readMembers(path: string): Promise<Members> {
  const file = basename(path);
  const found = /\.zip$/i.test(path) ? await unpack(path, file) : await beside(path, file);
  const { shp, dbf, prj, cpg } = found;
  if (!shp || !dbf)
    throw new NetworkProblem(
      { file },
      {
        zh: "缺少 .shp 或 .dbf 文件。Shapefile 由 .shp、.dbf、.prj、.cpg 等同名文件组成，请一并放在一起，或打包成 zip。",
        en: "the .shp or the .dbf is missing. A shapefile is several files of one name (.shp, .dbf, .prj, .cpg): keep them together, or zip them.",
      },
    );
  return { shp, dbf, ...(prj ? { prj: prj.toString("utf8") } : {}), ...(cpg ? { cpg: cpg.toString("latin1") } : {}) };
}

type Found = { [extension in Extension]?: Buffer };

async function beside(path: string, file: string): Promise<Found> {
  const found: Found = {};
  for (const extension of extensions)
    for (const ending of [extension, extension.toUpperCase()]) {
      const fellow = path.replace(/\.[^.]*$/, `.${ending}`);
      const there = await stat(fellow).catch(() => undefined);
      if (!there?.isFile() || found[extension]) continue;
      if (there.size > longest[extension]) throw tooLarge(file, extension);
      found[extension] = await readFile(fellow);
    }
  return found;
}

async function unpack(path: string, file: string): Promise<Found> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
    return await membersOf(zip, file);
  } catch (error) {
    if (error instanceof NetworkProblem) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new NetworkProblem(
      { file },
      { zh: `不是完好的 zip 文件：${why}`, en: `is no sound zip file: ${why}` },
      { cause: error },
    );
  } finally {
    zip?.close();
  }
}

async function membersOf(zip: ZipFile, file: string): Promise<Found> {
  const entries = new Map<Extension, Entry>();
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > mostEntries) throw new NetworkProblem({ file }, severalLayers);
    // Bytes: names in Chinese archives are often GBK, and only the ending matters.
    const name = Buffer.from(entry.fileName).toString("latin1").toLowerCase();
    const extension = extensions.find((one) => name.endsWith(`.${one}`));
    if (extension === undefined || name.includes("__macosx")) continue;
    if (entries.has(extension)) throw new NetworkProblem({ file }, severalLayers);
    if (entry.uncompressedSize > longest[extension]) throw tooLarge(file, extension);
    entries.set(extension, entry);
  }
  const found: Found = {};
  // The library stops a member that turns out longer than the archive says.
  for (const [extension, entry] of entries) found[extension] = await gather(await zip.openReadStreamPromise(entry));
  return found;
}

async function gather(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts);
}

const severalLayers = {
  zh: "压缩包里不止一个图层。请每个图层单独打包。",
  en: "the archive holds more than one layer; zip each by itself.",
};

const tooLarge = (file: string, extension: Extension): NetworkProblem =>
  new NetworkProblem(
    { file },
    {
      zh: `其中的 .${extension} 超过 ${longest[extension] >> 20} MB。请按区县拆分，或改用 GeoJSON（不限大小）。`,
      en: `its .${extension} is over ${longest[extension] >> 20} MB; split it by district, or use GeoJSON, which may be of any size.`,
    },
  );
