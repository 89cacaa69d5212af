import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { GazetteerData } from "@xiuhua/core/place";
import type { Places } from "../places/index.ts";
import { areaLayers } from "./area-layers.ts";
import { cellLayers } from "./cell-layers.ts";
import { encode } from "./encode.ts";
import { placeLayers } from "./place-layers.ts";
import { roadLayers } from "./road-layers.ts";
import type { Tile } from "./tile.ts";

/** What the city's own map is drawn from. */
export interface BaseSources {
  readonly places: Places;
  /** Roads and names in force; the same object as long as nothing changed. */
  readonly gazetteer: { current(): Promise<NamedThings> };
}

export interface NamedThings {
  readonly data: Pick<GazetteerData, "roads" | "places" | "doors">;
  /** Drawn for show: no line or point is a real street or position. */
  readonly version: { readonly schematic: boolean } | undefined;
}

/** Tiles kept in memory. */
const keptTiles = 1_000;

export interface BaseTiles {
  /** Another version, other tiles. */
  version(): Promise<string>;
  tile(tile: Tile): Promise<Buffer>;
}

/** The city's own map: outlines of areas, roads, water, names, and close by the unit grid and house numbers. */
export function makeBaseTiles({ places, gazetteer }: BaseSources): BaseTiles {
  let present:
    { readonly from: object; readonly version: string; readonly layersOf: (tile: Tile) => Layers } | undefined;
  const kept = new LRUCache<string, Buffer>({ max: keptTiles });
  type Layers = Parameters<typeof encode>[0];

  async function current() {
    const from = await gazetteer.current();
    if (present?.from === from) return present;
    const makers = [areaLayers(places), roadLayers(from.data), placeLayers(from.data), cellLayers(places)];
    const layersOf = (tile: Tile): Layers => Object.assign({}, ...makers.map((make) => make(tile)));
    kept.clear();
    present = { from, version: digestOf(places, from.data), layersOf };
    return present;
  }

  return {
    version: async () => (await current()).version,
    async tile(tile) {
      const { layersOf } = await current();
      const key = `${tile.z}/${tile.x}/${tile.y}`;
      const found = kept.get(key);
      if (found) return found;
      const made = encode(layersOf(tile));
      kept.set(key, made);
      return made;
    },
  };
}

/** The same for the same map, whichever process drew it. */
function digestOf(places: Places, gazetteer: NamedThings["data"]): string {
  const hash = createHash("sha256");
  for (const area of places.areas()) hash.update(JSON.stringify(area));
  for (const list of [gazetteer.roads, gazetteer.places, gazetteer.doors])
    for (const one of list) hash.update(JSON.stringify(one));
  return hash.digest("base64url").slice(0, 16);
}
