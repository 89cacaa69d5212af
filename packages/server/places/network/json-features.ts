import { isUtf8 } from "node:buffer";
import type { Words } from "@xiuhua/core/procedure";
import { JsonScan, ScanError, type Piece } from "./json-scan.ts";
import { NetworkProblem, type Where } from "./problem.ts";

/** One feature as JSON, not yet looked into, and where it stands. */
export interface RawFeature {
  readonly where: Where;
  readonly value: object;
}

/** Bytes of one feature: a line of some 500,000 bends. Our own choice; longer is no road but a broken file. */
const longestFeature = 16 << 20;

/**
 * The features of a GeoJSON FeatureCollection, or of features that follow each other (one a line), one by one: whatever
 * the file's size, no more than one is held.
 *
 * Not by stream-json: its makers say that it is not for hostile files, it packs a text of any length, and it cannot
 * tell the line. @throws NetworkProblem naming feature and line
 */
export async function* jsonFeatures(
  bytes: AsyncIterable<Buffer>,
  file: string,
  longest = longestFeature,
): AsyncGenerator<RawFeature, void, void> {
  const scan = new JsonScan(longest);
  let count = 0;
  const here = (line: number): Where => ({ file, line, feature: count + 1 });
  try {
    let first = true;
    for await (const chunk of bytes) {
      for (const piece of scan.push(first ? withoutMark(chunk) : chunk)) {
        const value = parsed(piece, here(piece.line));
        if (piece.inList || !piece.collection) {
          yield { where: here(piece.line), value };
          count += 1;
        } else if (!("type" in value) || value.type !== "FeatureCollection")
          throw new NetworkProblem({ file }, noCollection);
      }
      first = false;
    }
    scan.end();
  } catch (error) {
    throw error instanceof ScanError ? new NetworkProblem(here(error.line), words[error.reason](longest)) : error;
  }
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

function parsed(piece: Piece, where: Where): object {
  if (!isUtf8(piece.bytes)) throw new NetworkProblem(where, notUtf8);
  try {
    const value: unknown = JSON.parse(piece.bytes.toString("utf8"));
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Told below: where, which the parser cannot know.
  }
  throw new NetworkProblem(where, words.broken());
}

const noCollection: Words = {
  zh: "不是 GeoJSON 的 FeatureCollection。请以 GeoJSON 格式导出。",
  en: "is no GeoJSON FeatureCollection; export it as GeoJSON.",
};

const notUtf8: Words = {
  zh: "不是 UTF-8 编码。GeoJSON 须为 UTF-8；请用 iconv -f gb18030 -t utf-8 转换，或重新导出。",
  en: "is not UTF-8, which GeoJSON has to be; convert it with iconv -f gb18030 -t utf-8, or export it anew.",
};

const words: Readonly<Record<ScanError["reason"], (longest?: number) => Words>> = {
  broken: () => ({
    zh: "从此处起不是正确的 JSON。请重新导出该文件。",
    en: "from here on this is not JSON; export the file anew.",
  }),
  "cut-off": () => ({
    zh: "文件在此中断，不完整。请重新复制或导出。",
    en: "the file ends here, within something: it is not whole. Copy or export it anew.",
  }),
  "too-long": (longest = longestFeature) => ({
    zh: `单个要素超过 ${longest >> 20} MB，不会是一条道路或一个地点；文件可能已损坏，请重新导出。`,
    en: `one feature has more than ${longest >> 20} MB, which no road or place has; the file may be damaged, export it anew.`,
  }),
};
