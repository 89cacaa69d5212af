import { worldOf } from "@xiuhua/core/place";
import { GeoJSONWrapper, fromVectorTileJs, type Feature } from "@maplibre/vt-pbf";
import type { OpenCase } from "../cases/index.ts";
import { extent, placed, type Tile } from "./tile.ts";

export type TileFeature = Feature;

/** Layers of features, in a tile's own numbers, as a Mapbox Vector Tile (version 2.1). Layers without any are left out. */
export function encode(layers: Readonly<Record<string, readonly TileFeature[]>>): Buffer {
  const full = Object.entries(layers).filter(([, features]) => features.length > 0);
  const wrapped = full.map(([name, features]) => {
    const layer = new GeoJSONWrapper([...features], { version: 2, extent });
    layer.name = name;
    return [name, layer] as const;
  });
  return Buffer.from(fromVectorTileJs({ layers: Object.fromEntries(wrapped) }));
}

/** A point with properties; those that are undefined are left out. */
export function pointFeature(
  at: readonly [number, number],
  tags: Readonly<Record<string, string | number | boolean | undefined>>,
): TileFeature {
  const said: Record<string, string | number | boolean> = {};
  for (const name in tags) {
    const value = tags[name];
    if (value !== undefined) said[name] = value;
  }
  return { type: 1, geometry: [[at[0], at[1]]], tags: said };
}

/** One open case. Its times go along, so that the light on the screen stays true without asking again. */
export function openFeature(tile: Tile, one: OpenCase): TileFeature {
  const seconds = (ms: number) => (Number.isFinite(ms) ? Math.floor(ms / 1000) : undefined);
  return pointFeature(placed(tile, ...worldOf(one.lng, one.lat)), {
    no: one.no,
    procedure: one.procedure,
    state: one.state,
    final: false,
    warn: seconds(one.warn),
    due: seconds(one.due),
  });
}
