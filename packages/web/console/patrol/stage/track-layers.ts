import type { LayerSpecification } from "maplibre-gl";
import { plainFont, type Ink } from "../../../shared/map/index.ts";

/** One person's way of a day. */
export function trackLayers(ink: Ink): LayerSpecification[] {
  return [
    {
      id: "street-track",
      type: "line",
      source: "street-track",
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": ink.own, "line-width": 4, "line-opacity": 0.8 },
    },
    {
      id: "street-track-times",
      type: "symbol",
      source: "street-track",
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        "text-field": ["get", "text"],
        "text-font": plainFont,
        "text-size": 11,
        "text-anchor": "top",
        "text-offset": [0, 0.5],
      },
      paint: { "text-color": ink.softText, "text-halo-color": ink.halo, "text-halo-width": 1.5 },
    },
  ];
}
