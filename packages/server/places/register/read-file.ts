import { basename } from "node:path";
import { jsonFeatures, openSource, NetworkProblem, type Where } from "../network/index.ts";
import { shapefileFeatures, type Encoding } from "../shapefile/index.ts";

/** One feature of a file, not yet looked into. */
export interface FileFeature {
  readonly where: Where;
  /** Its place in the file, from 1. */
  readonly at: number;
  readonly properties: object;
  readonly geometry: unknown;
}

/**
 * The features of a GeoJSON file (`.geojson`, `.json`, one feature a line: `.ndjson`, `.jsonl`, also `.gz`; of any size)
 * or a shapefile (`.zip`, or `.shp` beside its fellows). @throws NetworkProblem naming the file, and feature or line in it
 */
export async function* readFeatures(
  path: string,
  encoding?: Encoding,
  onProgress?: (read: number, total: number) => void,
): AsyncGenerator<FileFeature, void, void> {
  const file = basename(path);
  let at = 0;
  if (/\.(zip|shp)$/i.test(path)) {
    for await (const feature of shapefileFeatures(path, encoding, onProgress)) yield { ...feature, at: (at += 1) };
    return;
  }
  if (!/\.(geo)?(json(l|s|seq)?|ndjson)(\.gz)?$/i.test(path)) throw new NetworkProblem({ file }, unknownKind);
  const source = await openSource(path);
  for await (const { where, value } of jsonFeatures(
    source.read((read) => onProgress?.(read, source.bytes)),
    source.name,
  )) {
    const { properties, geometry } = { properties: undefined, geometry: undefined, ...value };
    yield {
      where,
      at: (at += 1),
      properties: typeof properties === "object" && properties !== null ? properties : {},
      geometry: geometry ?? null,
    };
  }
}

const unknownKind = {
  zh: "不认识的文件类型。可用 GeoJSON（.geojson、.json）或 Shapefile（.zip，或 .shp 与 .dbf、.prj 放在一起）。",
  en: "is of a kind not known here. Take GeoJSON (.geojson, .json) or a shapefile (.zip, or .shp with its .dbf and .prj beside it).",
};
