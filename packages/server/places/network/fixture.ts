import { deflateSync } from "node:zlib";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OsmElement } from "./osm.ts";

/** Writes a file for a test, and says where. */
export async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "xiuhua-network-")), name);
  await writeFile(path, content);
  return path;
}

export const feature = (properties: object | null, type: string, coordinates: unknown) => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});

export const collection = (...features: readonly object[]) => JSON.stringify({ type: "FeatureCollection", features });

/** A map of two roads that cross, a shop, a house number, a lamp pole and a pond, as OpenStreetMap has it. */
export const osmSample: readonly OsmElement[] = [
  { type: "node", id: 1, lon: 113.24, lat: 35.24 },
  { type: "node", id: 2, lon: 113.25, lat: 35.24 },
  { type: "node", id: 3, lon: 113.245, lat: 35.235 },
  { type: "node", id: 4, lon: 113.245, lat: 35.245 },
  { type: "node", id: 5, lon: 113.246, lat: 35.241, tags: { name: "方圆酒店", tourism: "hotel" } },
  { type: "node", id: 6, lon: 113.247, lat: 35.2401, tags: { "addr:street": "和平街", "addr:housenumber": "18-2" } },
  { type: "node", id: 7, lon: 113.248, lat: 35.2401, tags: { highway: "street_lamp", ref: "023" } },
  { type: "node", id: 8, lon: 113.2481, lat: 35.2411 },
  { type: "node", id: 9, lon: 113.2485, lat: 35.2415 },
  {
    type: "way",
    id: 11,
    refs: [1, 2],
    tags: { highway: "primary", name: "和平街", old_name: "中山街;一马路", width: "14 m" },
  },
  { type: "way", id: 12, refs: [3, 4], tags: { highway: "residential", name: "文化巷" } },
  { type: "way", id: 13, refs: [1, 4], tags: { highway: "footway" } },
  { type: "way", id: 14, refs: [4, 8, 9, 4], tags: { natural: "water", name: "龙源湖" } },
];

export function osmXmlOf(elements: readonly OsmElement[]): string {
  const tags = (one: OsmElement) =>
    Object.entries(one.tags ?? {})
      .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
      .join("");
  const lines = elements.map((one) =>
    one.type === "node"
      ? `<node id="${one.id}" lon="${one.lon}" lat="${one.lat}">${tags(one)}</node>`
      : `<way id="${one.id}">${one.refs.map((ref) => `<nd ref="${ref}"/>`).join("")}${tags(one)}</way>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n${lines.join("\n")}\n</osm>\n`;
}

/** As a `.osm.pbf`: one block of dense nodes, one of ways. */
export function osmPbfOf(elements: readonly OsmElement[], spoil: { readonly tagsCutShort?: true } = {}): Buffer {
  const strings: string[] = [""];
  const index = (text: string) => {
    const known = strings.indexOf(text);
    return known > 0 ? known : strings.push(text) - 1;
  };
  const nodes = elements.flatMap((one) => (one.type === "node" ? [one] : []));
  const ways = elements.flatMap((one) => (one.type === "way" ? [one] : []));
  const tagsOf = (one: OsmElement) =>
    Object.entries(one.tags ?? {}).flatMap(([key, value]) => [index(key), index(value)]);
  const keysValues = nodes.flatMap((one) => [...tagsOf(one), 0]);
  const dense = Buffer.concat([
    field(1, packedDeltas(nodes.map(({ id }) => id))),
    field(8, packedDeltas(nodes.map(({ lat }) => Math.round(lat * 1e7)))),
    field(9, packedDeltas(nodes.map(({ lon }) => Math.round(lon * 1e7)))),
    field(10, packed(spoil.tagsCutShort ? keysValues.slice(0, -3) : keysValues)),
  ]);
  const wayGroup = ways.map((way) => {
    const numbers = tagsOf(way);
    return field(
      3,
      Buffer.concat([
        number(1, way.id),
        field(2, packed(numbers.filter((_, at) => at % 2 === 0))),
        field(3, packed(numbers.filter((_, at) => at % 2 === 1))),
        field(8, packedDeltas(way.refs)),
      ]),
    );
  });
  const table = field(1, Buffer.concat(strings.map((text) => field(1, Buffer.from(text)))));
  const block = Buffer.concat([table, field(2, field(2, dense)), field(2, Buffer.concat(wayGroup))]);
  return Buffer.concat([blob("OSMHeader", field(4, Buffer.from("DenseNodes"))), blob("OSMData", block)]);
}

/** A block in its frame. */
export function blob(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([number(2, content.length), field(3, deflateSync(content))]);
  const header = Buffer.concat([field(1, Buffer.from(type)), number(3, body.length)]);
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(header.length);
  return Buffer.concat([prefix, header, body]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}

const number = (tag: number, value: number) => Buffer.concat([varint(tag * 8), varint(value)]);
const field = (tag: number, content: Buffer) => Buffer.concat([varint(tag * 8 + 2), varint(content.length), content]);
const packed = (values: readonly number[]) => Buffer.concat(values.map(varint));
const packedDeltas = (values: readonly number[]) =>
  packed(
    values.map((value, at) => value - (values[at - 1] ?? 0)).map((delta) => (delta < 0 ? -2 * delta - 1 : 2 * delta)),
  );
