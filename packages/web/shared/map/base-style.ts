import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { MapDescription } from "@xiuhua/server/api";
import type { Language } from "../words/index.ts";
import { areaLayers, cellLayers } from "./area-style.ts";
import { basemapStyle } from "./basemap-style.ts";
import { byZoom } from "./by-zoom.ts";
import { componentLayers, componentSource } from "./component-style.ts";
import { inkOf, type Ink } from "./ink.ts";
import { nameLayers } from "./name-style.ts";
import { roadLayers } from "./road-style.ts";

export interface StyleOptions {
  readonly map: MapDescription;
  readonly isDark: boolean;
  readonly language: Language;
}

/**
 * The city's map as a MapLibre style: everything from our own tiles, nothing asked of anybody outside, unless the city set
 * a base map. Then the streets and their names are its, and ours are the borders and the grid.
 */
export function baseStyle({ map, isDark, language }: StyleOptions): StyleSpecification {
  const ink = inkOf(isDark);
  const basemap = basemapStyle(map.basemap, ink, isDark, language);
  const own = basemap ? ["grid-names", "community-names", "sub-district-names", "district-names"] : undefined;
  return {
    version: 8,
    sources: {
      ...basemap?.sources,
      components: componentSource(),
      base: {
        type: "vector",
        tiles: [`${location.origin}/api/map/base/{z}/{x}/{y}.mvt?v=${map.version}`],
        minzoom: 5,
        maxzoom: 17,
        ...(map.bounds ? { bounds: [...map.bounds] } : {}),
      },
    },
    layers: [
      ...(basemap ? [background(ink), ...basemap.ground] : [background(ink), ...ground(ink), ...roadLayers(ink)]),
      ...cellLayers(ink),
      ...areaLayers(ink),
      ...(basemap?.labels ?? []),
      ...nameLayers(ink, language).filter(({ id }) => own === undefined || own.includes(id)),
      ...componentLayers(ink),
    ],
  };
}

const background = (ink: Ink): LayerSpecification => ({
  id: "ground",
  type: "background",
  paint: { "background-color": ink.ground },
});

function ground(ink: Ink): LayerSpecification[] {
  return [
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
