import { parse } from "osm-pbf-parser-node";
import { osmBlocks } from "./osm-blocks.ts";
import type { OsmElement, Tags } from "./osm.ts";
import { NetworkProblem } from "./problem.ts";

/** Nodes and ways of a `.osm.pbf`, a block at a time. @throws NetworkProblem */
export async function* osmPbf(
  bytes: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<readonly OsmElement[], void, void> {
  const options = { withTags: { node: true, way: true, relation: false }, withInfo: false };
  try {
    for await (const block of osmBlocks(bytes)) yield parse(block, options).flatMap(elementOf);
  } catch (error) {
    if (error instanceof NetworkProblem) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new NetworkProblem(
      { file },
      {
        zh: `不是完好的 OpenStreetMap PBF 文件（${why}）。请重新下载。`,
        en: `is no sound OpenStreetMap PBF (${why}); download it anew.`,
      },
      { cause: error },
    );
  }
}

/** What the parser says is an object; these are the members it gives nodes and ways. */
function elementOf(value: object): readonly OsmElement[] {
  if (!("type" in value) || !("id" in value) || typeof value.id !== "number") return [];
  const tags = "tags" in value ? { tags: tagsOf(value.tags) } : {};
  if (value.type === "node" && "lon" in value && "lat" in value) {
    const { lon, lat } = value;
    return typeof lon === "number" && typeof lat === "number"
      ? [{ type: "node", id: value.id, lon, lat, ...tags }]
      : [];
  }
  if (value.type !== "way" || !("refs" in value) || !Array.isArray(value.refs)) return [];
  return [{ type: "way", id: value.id, refs: value.refs.map(Number), ...tags }];
}

const tagsOf = (value: unknown): Tags =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
    : {};
