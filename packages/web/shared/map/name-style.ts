import type { LayerSpecification } from "maplibre-gl";
import type { Language } from "../words/index.ts";
import { byZoom } from "./by-zoom.ts";
import { boldFont, plainFont } from "./fonts.ts";
import type { Ink } from "./ink.ts";

/** Names of roads, water, places, house numbers and areas. Those of later layers come first where room is scarce. */
export function nameLayers(ink: Ink, language: Language): LayerSpecification[] {
  const halo = { "text-halo-color": ink.halo, "text-halo-width": 1.4 };
  const area = (id: string, level: string, zooms: readonly [number, number], size: number): LayerSpecification => ({
    id,
    type: "symbol",
    source: "base",
    "source-layer": "areaNames",
    minzoom: zooms[0],
    maxzoom: zooms[1],
    filter: ["==", ["get", "level"], level],
    layout: {
      "text-field": ["get", language],
      "text-font": level === "district" ? boldFont : plainFont,
      "text-size": size,
      "text-letter-spacing": 0.08,
      "text-max-width": 8,
      // What stands on the map goes before its names: they make way for it.
      "text-variable-anchor": ["center", "top", "bottom"],
      "text-radial-offset": 1.4,
    },
    paint: { "text-color": level === "district" ? ink.text : ink.softText, ...halo },
  });
  return [
    {
      id: "door-numbers",
      type: "symbol",
      source: "base",
      "source-layer": "doors",
      minzoom: 17,
      layout: { "text-field": ["get", "number"], "text-font": plainFont, "text-size": 11 },
      paint: { "text-color": ink.softText, ...halo },
    },
    {
      id: "place-names",
      type: "symbol",
      source: "base",
      "source-layer": "places",
      minzoom: 14,
      layout: {
        "text-field": ["get", "name"],
        "text-font": plainFont,
        "text-size": byZoom([14, 11], [18, 13]),
        "text-max-width": 7,
        "text-padding": 6,
      },
      paint: { "text-color": ink.softText, ...halo },
    },
    {
      id: "water-names",
      type: "symbol",
      source: "base",
      "source-layer": "water",
      minzoom: 12,
      layout: {
        "symbol-placement": "line",
        "text-field": ["get", "name"],
        "text-font": plainFont,
        "text-size": 12,
        "text-letter-spacing": 0.2,
      },
      paint: { "text-color": ink.waterText, ...halo },
    },
    {
      id: "road-names",
      type: "symbol",
      source: "base",
      "source-layer": "roads",
      minzoom: 12,
      // Lanes are named close by; a main road already from afar.
      filter: ["<=", ["get", "rank"], ["step", ["zoom"], 2, 13.5, 3, 15, 4]],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 320,
        "symbol-sort-key": ["get", "rank"],
        "text-field": ["get", "name"],
        "text-font": plainFont,
        "text-size": byZoom([12, 11], [18, 14]),
        "text-letter-spacing": 0.06,
        "text-padding": 4,
      },
      paint: { "text-color": ink.roadText, ...halo },
    },
    {
      id: "grid-names",
      type: "symbol",
      source: "base",
      "source-layer": "gridNames",
      minzoom: 14,
      layout: {
        visibility: "none",
        "text-field": ["get", language],
        "text-font": boldFont,
        "text-size": 12,
        "text-max-width": 8,
        "text-padding": 20,
      },
      paint: { "text-color": ink.own, ...halo },
    },
    area("community-names", "community", [14, 17], 12),
    area("sub-district-names", "subDistrict", [11.5, 15], 13),
    area("district-names", "district", [8, 13], 15),
  ];
}
