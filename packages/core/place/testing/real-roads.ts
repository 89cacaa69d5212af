import { Type } from "typebox";
import { Value } from "typebox/value";
import type { RoadLine } from "../index.ts";

const Word = Type.Union([Type.String(), Type.Null()]);
const Lines = Type.Object({
  features: Type.Array(
    Type.Object({
      properties: Type.Object({ name: Word, highway: Word, bridge: Word }),
      geometry: Type.Object({ coordinates: Type.Array(Type.Tuple([Type.Number(), Type.Number()])) }),
    }),
  ),
});

/** A real network beside the repository, when it is there. A missing file is no error; a broken one is. */
export async function realRoads(name: string): Promise<readonly RoadLine[] | undefined> {
  // Absolute, because the test runner resolves a relative path inside the repository only.
  const meta: object = import.meta;
  const here = "dirname" in meta ? String(meta.dirname) : ".";
  const path = `${here}/../../../../../shared/data/${name}-roads.wgs84.geojson?raw`;
  const loaded: { default: string } | undefined = await import(/* @vite-ignore */ path).catch((error: unknown) => {
    if (/Cannot find module|Failed to load|Does the file exist|ENOENT/i.test(String(error))) return undefined;
    throw error;
  });
  if (loaded === undefined) return undefined;
  return Value.Parse(Lines, JSON.parse(loaded.default)).features.map(({ properties, geometry }, at) => ({
    id: String(at),
    name: properties.name ?? "",
    aliases: [],
    ...(properties.highway === null ? {} : { class: properties.highway }),
    ...(properties.bridge === null ? {} : { lifted: true }),
    line: geometry.coordinates,
  }));
}
