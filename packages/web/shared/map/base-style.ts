import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { MapDescription } from "@xiuhua/server/api";
import type { Language } from "../words/index.ts";
import { areaLayers, cellLayers } from "./area-style.ts";
import { byZoom } from "./by-zoom.ts";
import { inkOf, type Ink } from "./ink.ts";
import { nameLayers } from "./name-style.ts";
import { roadLayers } from "./road-style.ts";

export interface StyleOptions {
  readonly map: MapDescription;
  readonly isDark: boolean;
  readonly language: Language;
}

/** The city's own map as a MapLibre style: everything from our own tiles, nothing asked of anybody outside. */
export function baseStyle({ map, isDark, language }: StyleOptions): StyleSpecification {
  const ink = inkOf(isDark);
  return {
    version: 8,
    sources: {
      base: {
        type: "vector",
        tiles: [`${location.origin}/api/map/base/{z}/{x}/{y}.mvt?v=${map.version}`],
        minzoom: 5,
        maxzoom: 17,
        ...(map.bounds ? { bounds: [...map.bounds] } : {}),
      },
    },
    layers: [...ground(ink), ...roadLayers(ink), ...cellLayers(ink), ...areaLayers(ink), ...nameLayers(ink, language)],
  };
}

function ground(ink: Ink): LayerSpecification[] {
  return [
    { id: "ground", type: "background", paint: { "background-color": ink.ground } },
    {
      id: "land",
      type: "fill",
      source: "base",
      "source-layer": "areas",
      filter: ["in", ["get", "level"], ["literal", ["city", "district"]]],
      paint: { "fill-color": ink.land },
    },
    {
      id: "water",
      type: "line",
      source: "base",
      "source-layer": "water",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": ink.water, "line-width": byZoom([10, 1], [14, 5], [18, 24]) },
    },
  ];
}
