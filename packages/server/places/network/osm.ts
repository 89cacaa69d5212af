import type { Position } from "@xiuhua/core/place";
import { holds, wider, type Box } from "./box.ts";
import type { Feature } from "./collector.ts";
import { NetworkProblem } from "./problem.ts";
import { reach } from "./whereabouts.ts";

export type Tags = Readonly<Record<string, string>>;

/** What OpenStreetMap consists of, as far as we read it: relations are left aside. */
export type OsmElement =
  | { readonly type: "node"; readonly id: number; readonly lon: number; readonly lat: number; readonly tags?: Tags }
  | { readonly type: "way"; readonly id: number; readonly refs: readonly number[]; readonly tags?: Tags };

/** References of ways kept at once: a province has some ten million. Our own choice. */
const mostReferences = 20_000_000;

/**
 * Turns an OpenStreetMap file into features in two passes, since ways name their nodes by number only: first the ways worth
 * having, then the nodes they need. What lies outside of `city` is left out, because extracts come by province.
 * @param pass reads the file once
 */
export async function* osmFeatures(
  pass: () => AsyncIterable<readonly OsmElement[]>,
  file: string,
  city: Box | undefined,
): AsyncGenerator<Feature, void, void> {
  const ways: { readonly id: number; readonly refs: readonly number[]; readonly tags: Tags }[] = [];
  const needed = new Set<number>();
  for await (const batch of pass())
    for (const one of batch) {
      if (one.type !== "way" || !one.tags || !isWanted(one.tags)) continue;
      ways.push({ id: one.id, refs: one.refs, tags: one.tags });
      for (const ref of one.refs) needed.add(ref);
      if (needed.size > mostReferences) throw tooLarge(file);
    }
  const near = city && wider(city, reach);
  const at = new Map<number, Position>();
  for await (const batch of pass())
    for (const one of batch) {
      if (one.type !== "node") continue;
      const position: Position = [one.lon, one.lat];
      if (near && !holds(near, position)) continue;
      if (needed.has(one.id)) at.set(one.id, position);
      if (one.tags && isWanted(one.tags))
        yield {
          where: { file, element: `node ${one.id}` },
          properties: one.tags,
          geometry: { type: "Point", coordinates: position },
        };
    }
  for (const { id, refs, tags } of ways) {
    const positions = refs.map((ref) => at.get(ref)).filter((position) => position !== undefined);
    if (positions.length < 2) continue;
    yield { where: { file, element: `way ${id}` }, properties: tags, geometry: geometryOf(refs, positions, tags) };
  }
}

/** A closed way is an area unless it is a road that goes round. */
function geometryOf(refs: readonly number[], positions: readonly (readonly number[])[], tags: Tags) {
  const closed = refs.length > 3 && refs[0] === refs.at(-1) && positions.length === refs.length;
  const line = tags["highway"] !== undefined || tags["waterway"] !== undefined;
  return closed && (!line || tags["area"] === "yes")
    ? { type: "Polygon", coordinates: [positions] }
    : { type: "LineString", coordinates: positions };
}

/** Whether a gazetteer has use for it: roads, whatever has a name, house numbers, numbered poles. */
function isWanted(tags: Tags): boolean {
  return (
    tags["highway"] !== undefined ||
    tags["name"] !== undefined ||
    tags["addr:housenumber"] !== undefined ||
    (tags["ref"] !== undefined && (tags["power"] !== undefined || tags["man_made"] !== undefined))
  );
}

const tooLarge = (file: string) =>
  new NetworkProblem(
    { file },
    {
      zh: "文件的范围远大于一座城市。请先裁出本市：osmium extract -b 西,南,东,北 输入.osm.pbf -o 本市.osm.pbf",
      en: "the file covers far more than a city; cut the city out first: osmium extract -b W,S,E,N in.osm.pbf -o city.osm.pbf",
    },
  );
