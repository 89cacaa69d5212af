import type { GazetteerData } from "@xiuhua/core/place";
import type { Box } from "./box.ts";
import { Collector, type Feature } from "./collector.ts";
import type { Datum } from "./datum.ts";
import { jsonFeatures } from "./json-features.ts";
import { osmFeatures } from "./osm.ts";
import { osmPbf } from "./osm-pbf.ts";
import { osmXml } from "./osm-xml.ts";
import { NetworkProblem, type Where } from "./problem.ts";
import { openSource, type Source, type SourceFile } from "./source.ts";

export interface ReadOptions {
  readonly datum: Datum;
  /** The city's box, WGS 84. A GeoJSON feature far outside is an error; of an OpenStreetMap extract only the city is taken. */
  readonly box?: Box;
  /** Leave out what lies outside the city, of GeoJSON as well. */
  readonly clip?: boolean;
  /** Leave out features with errors, unless they are the greater part. */
  readonly lenient?: boolean;
  /** Bytes read of bytes there are, over all files and passes. */
  readonly onProgress?: (read: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Network {
  /** WGS 84. */
  readonly data: GazetteerData;
  readonly files: readonly SourceFile[];
  /** Features outside the city, and features with errors, that were left out. */
  readonly leftOut: number;
  readonly broken: number;
  readonly firstProblem?: NetworkProblem;
}

/**
 * Reads road networks and what goes with them: GeoJSON (`.geojson`, `.json`, one feature a line: `.ndjson`, `.jsonl`,
 * `.geojsonl`, `.geojsons`) and OpenStreetMap (`.osm`, `.osm.pbf`); any but `.pbf` also as `.gz`. Several files make one network.
 * @throws NetworkProblem naming the file, and line or feature in it
 */
export async function readNetwork(paths: readonly string[], options: ReadOptions): Promise<Network> {
  const sources = await Promise.all(paths.map(openSource));
  const collector = new Collector(options);
  const total = sources.reduce((sum, source) => sum + source.bytes * passes(source), 0);
  let done = 0;
  for (const source of sources) {
    for await (const feature of featuresOf(source, options, (read) => options.onProgress?.(done + read, total))) {
      options.signal?.throwIfAborted();
      collector.add(feature);
    }
    done += source.bytes * passes(source);
  }
  const data = collector.finish();
  if (data.places.length + data.doors.length === 0 && !data.roads.some(({ name }) => name !== ""))
    throw data.roads.length === 0 ? nothingIn(sources, collector) : withoutNames(sources, collector);
  const { leftOut, broken, firstProblem } = collector;
  const files = sources.map((source) => source.record());
  return { data, files, leftOut, broken, ...(firstProblem ? { firstProblem } : {}) };
}

const isPbf = ({ kind }: Source) => kind.endsWith(".pbf");
const isXml = ({ kind }: Source) => kind.endsWith(".osm") || kind.endsWith(".osm.xml");
const isJson = ({ kind }: Source) => /\.(geo)?json(l|s|seq)?$|\.(geo)?ndjson$/.test(kind);
const passes = (source: Source) => (isPbf(source) || isXml(source) ? 2 : 1);

async function* featuresOf(
  source: Source,
  { box }: ReadOptions,
  onRead: (bytes: number) => void,
): AsyncGenerator<Feature, void, void> {
  const { name } = source;
  if (isPbf(source) || isXml(source)) {
    const elements = isPbf(source) ? osmPbf : osmXml;
    let before = -source.bytes;
    const pass = () => {
      before += source.bytes;
      return elements(
        source.read((read) => onRead(before + read)),
        name,
      );
    };
    yield* osmFeatures(pass, name, box);
  } else if (isJson(source)) {
    for await (const { where, value } of jsonFeatures(source.read(onRead), name)) yield featureOf(value, where);
  } else throw new NetworkProblem({ file: name }, unknownKind);
}

function featureOf(value: object, where: Where): Feature {
  const { type, properties, geometry } = { type: undefined, properties: undefined, geometry: undefined, ...value };
  if (type !== "Feature") throw new NetworkProblem(where, noFeature);
  return { where, properties, geometry };
}

/** The same for features that the program has in memory already, WGS 84. @throws NetworkProblem */
export function networkOf(features: readonly object[], file: string): GazetteerData {
  const collector = new Collector({ datum: "wgs84" });
  for (const [at, value] of features.entries()) collector.add(featureOf(value, { file, feature: at + 1 }));
  return collector.finish();
}

const noFeature = {
  zh: "不是 GeoJSON 的 Feature。",
  en: "is no GeoJSON Feature.",
};

const unknownKind = {
  zh: "不认识的文件类型。可用 GeoJSON（.geojson、.json，每行一个要素的 .ndjson、.jsonl）或 OpenStreetMap（.osm.pbf、.osm）；Shapefile 请先转换：ogr2ogr 道路.geojson 道路.shp",
  en: "is of a kind not known here. Take GeoJSON (.geojson, .json; one feature a line: .ndjson, .jsonl) or OpenStreetMap (.osm.pbf, .osm); convert a shapefile first: ogr2ogr roads.geojson roads.shp",
};

function withoutNames(sources: readonly Source[], { columns }: Collector): NetworkProblem {
  const found = [...columns].join(", ");
  return new NetworkProblem(
    { file: sources.map(({ name }) => name).join(", ") },
    {
      zh: `所有道路都没有名称。名称应在 name（或 名称、路名）一栏；文件中的栏目：${found || "无"}。`,
      en: `no road has a name. The name goes into the column "name"; the file has the columns: ${found || "none"}.`,
    },
  );
}

function nothingIn(sources: readonly Source[], { leftOut }: Collector): NetworkProblem {
  const file = sources.map(({ name }) => name).join(", ");
  return leftOut > 0
    ? new NetworkProblem(
        { file },
        {
          zh: `其中没有任何要素在本市范围内（${leftOut} 个都在外面）。请确认是本市的文件。`,
          en: `nothing in it lies in the city (${leftOut} features lie outside). Is it this city's file?`,
        },
      )
    : new NetworkProblem(
        { file },
        {
          zh: "路网是空的：其中没有道路、地点或门牌。请检查导出的图层。",
          en: "the network is empty: it holds no road, place or house number. Check which layer was exported.",
        },
      );
}
