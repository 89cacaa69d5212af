import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { GazetteerData } from "@xiuhua/core/place";
import type { LivePlaces } from "../places/index.ts";
import { areaLayers } from "./area-layers.ts";
import { cellLayers } from "./cell-layers.ts";
import { encode } from "./encode.ts";
import { placeLayers } from "./place-layers.ts";
import { roadLayers } from "./road-layers.ts";
import type { Tile } from "./tile.ts";

/** What the city's own map is drawn from. */
export interface BaseSources {
  readonly places: Pick<LivePlaces, "areas" | "cells" | "grid" | "version">;
  /** Roads and names in force; the same object as long as nothing changed. */
  readonly gazetteer: { current(): Promise<NamedThings> };
}

export interface NamedThings {
  /** Of the store; another revision, other roads or names. */
  readonly revision: number;
  readonly data: Pick<GazetteerData, "roads" | "places" | "doors">;
  readonly version:
    | {
        readonly loadedAt: string;
        /** Drawn for show: no line or point is a real street or position. */
        readonly schematic: boolean;
      }
    | undefined;
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
  const kept = new LRUCache<string, Buffer>({ max: keptTiles });
  let present: { readonly of: string; readonly version: string; readonly layersOf: LayersOf } | undefined;

  async function current() {
    const { revision, data, version } = await gazetteer.current();
    const of = `${places.version()} ${revision} ${version?.loadedAt}`;
    if (present?.of === of) return present;
    const makers = [areaLayers(places), roadLayers(data), placeLayers(data), cellLayers(places)];
    kept.clear();
    present = {
      of,
      version: digestOf(of, places),
      layersOf: (tile) => Object.assign({}, ...makers.map((make) => make(tile))),
    };
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

type LayersOf = (tile: Tile) => Parameters<typeof encode>[0];

/** The same for the same map, whichever process drew it. Areas are few: a city made anew under the same numbers differs. */
function digestOf(versions: string, places: BaseSources["places"]): string {
  const hash = createHash("sha256").update(versions);
  for (const area of places.areas()) hash.update(JSON.stringify(area));
  return hash.digest("base64url").slice(0, 16);
}
