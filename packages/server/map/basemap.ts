import { join } from "node:path";
import type { Basemap } from "../api/index.ts";
import { openArchive, type Archive } from "./archive.ts";
import type { MapSettings } from "./settings.ts";
import {
  fetchTianditu,
  layersOf,
  tiandituAddress,
  tiandituNearest,
  type Ask,
  type FetchedTile,
  type TiandituLayer,
} from "./tianditu.ts";
import type { Tile } from "./tile.ts";

export interface BasemapOptions {
  readonly base: MapSettings["base"];
  /** The data folder; archives lie in its `maps`. */
  readonly folder: string;
  readonly log: (message: string, error: unknown) => void;
  readonly ask?: Ask;
}

export interface Basemaps {
  /** What the city's map stands on beside its own lines. */
  describe(): Promise<Basemap>;
  /** A tile that this server fetches with the city's key. */
  tianditu(layer: TiandituLayer, tile: Tile): Promise<FetchedTile | undefined>;
  archive(tile: Tile): Promise<FetchedTile | undefined>;
}

/** The map under the map, where a city has set one: Tianditu, or a PMTiles archive. */
export function makeBasemaps({ base, folder, log, ask = fetch }: BasemapOptions): Basemaps {
  const archive: Archive | undefined =
    base.kind !== "pmtiles"
      ? undefined
      : openArchive(base.url === undefined ? { path: join(folder, "maps", base.file ?? "") } : { url: base.url });

  return {
    async describe() {
      if (base.kind === "own") return { kind: "own" };
      if (base.kind === "tianditu") {
        const [ground, labels] = layersOf(base.layer).map((layer) => [tiandituTemplate(layer)]);
        return {
          kind: "raster",
          tiles: ground ?? [],
          labels: labels ?? [],
          nearest: tiandituNearest,
          attribution: "天地图",
        };
      }
      try {
        const described = await archive?.describe();
        if (!described) return { kind: "own" };
        const attribution = base.attribution ?? "";
        return { ...described, tiles: ["/api/map/archive/{z}/{x}/{y}"], labels: [], attribution };
      } catch (error) {
        log("The PMTiles archive of the map could not be read", error);
        return {
          kind: "own",
          fault: {
            zh: "底图文件无法读取，只显示自绘地图。请管理员检查 map 设置。",
            en: "The base map cannot be read; only the city's own lines are shown. An administrator should look at the setting “map”.",
          },
        };
      }
    },
    async tianditu(layer, tile) {
      return base.kind === "tianditu" && base.via === "server" ? fetchTianditu(layer, tile, base.key, ask) : undefined;
    },
    async archive(tile) {
      try {
        return await archive?.tile(tile);
      } catch (error) {
        log("A tile of the map's PMTiles archive could not be read", error);
        return undefined;
      }
    },
  };

  function tiandituTemplate(layer: TiandituLayer): string {
    return base.kind === "tianditu" && base.via === "browser"
      ? tiandituAddress(layer, { z: "{z}", x: "{x}", y: "{y}" }, base.key)
      : `/api/map/tianditu/${layer}/{z}/{x}/{y}`;
  }
}
