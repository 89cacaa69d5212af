import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { RoadLine } from "../../../packages/core/place/index.ts";
import { root } from "../root.ts";

const Text = Type.Union([Type.String(), Type.Null()]);
const Lines = Type.Object({
  features: Type.Array(
    Type.Object({
      properties: Type.Object({
        name: Text,
        highway: Text,
        bridge: Text,
        oneway: Text,
        names: Type.Optional(Type.Array(Type.String())),
      }),
      geometry: Type.Object({ coordinates: Type.Array(Type.Tuple([Type.Number(), Type.Number()])) }),
    }),
  ),
});

const folder = process.env["BENCH_DATA"] ?? join(root, "../shared/data");

/** The roads of a real network beside the checkout; undefined where it is not there. */
export function readRoads(name: string): RoadLine[] | undefined {
  const path = join(folder, `${name}-roads.wgs84.geojson`);
  if (!existsSync(path)) return undefined;
  const { features } = Value.Parse(Lines, JSON.parse(readFileSync(path, "utf8")));
  return features.map(({ properties: { name: own, highway, bridge, oneway, names }, geometry }, at) => ({
    id: String(at),
    name: own ?? "",
    aliases: names?.filter((one) => one !== own) ?? [],
    ...(highway === null ? {} : { class: highway }),
    ...(bridge === null ? {} : { lifted: true }),
    ...(oneway === null ? {} : { oneWay: oneway !== "False" && oneway !== "no" }),
    line: geometry.coordinates,
  }));
}
