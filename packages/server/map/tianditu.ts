import type { Tile } from "./tile.ts";

/** Tianditu's tiles in spherical Mercator: 矢量底图, 矢量注记, 影像底图, 影像注记. */
export const tiandituLayers = ["vec", "cva", "img", "cia"] as const;
export type TiandituLayer = (typeof tiandituLayers)[number];

/** The nearest zoom that it has. */
export const tiandituNearest = 18;

/** Ground and labels of a kind of map. */
export const layersOf = (kind: "vector" | "satellite"): readonly [ground: TiandituLayer, labels: TiandituLayer] =>
  kind === "vector" ? ["vec", "cva"] : ["img", "cia"];

interface TileNames {
  readonly z: string | number;
  readonly x: string | number;
  readonly y: string | number;
}

/** The address of a tile (OGC WMTS 1.0.0, http://lbs.tianditu.gov.cn/server/MapService.html). Its eight hosts share the work. */
export function tiandituAddress(layer: TiandituLayer, { z, x, y }: TileNames, key: string, host = 0): string {
  const query = [
    "SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0",
    `LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles`,
    `TILEMATRIX=${z}&TILEROW=${y}&TILECOL=${x}&tk=${key}`,
  ];
  return `https://t${host}.tianditu.gov.cn/${layer}_w/wmts?${query.join("&")}`;
}

/** Milliseconds that a tile may take, and bytes that it may have; a real one has some twenty thousand. */
const patience = 8_000;
const mostBytes = 1_000_000;

/** Asks a host for something, as `fetch` does. */
export type Ask = (address: string, options: { readonly signal: AbortSignal }) => Promise<Response>;

export interface FetchedTile {
  readonly mediaType: string;
  readonly data: Buffer;
}

/** Fetches a tile with the city's own key. Undefined where there is none to be had, for whatever reason. */
export async function fetchTianditu(
  layer: TiandituLayer,
  tile: Tile,
  key: string,
  ask: Ask,
): Promise<FetchedTile | undefined> {
  try {
    const address = tiandituAddress(layer, tile, key, (tile.x + tile.y) % 8);
    const answer = await ask(address, { signal: AbortSignal.timeout(patience) });
    const mediaType = answer.headers.get("content-type") ?? "";
    if (!answer.ok || !/^image\/(png|jpeg|webp)/.test(mediaType)) return undefined;
    const data = Buffer.from(await answer.arrayBuffer());
    return data.length > mostBytes ? undefined : { mediaType, data };
  } catch {
    // No way to it, or too slow: the map's own lines remain.
    return undefined;
  }
}
