import type { LayerSpecification } from "maplibre-gl";
import type { Ink } from "./ink.ts";
import { byZoom } from "./by-zoom.ts";

const areas = { source: "base", "source-layer": "areas" } as const;

/** Borders, the smaller areas below the larger. */
export function areaLayers(ink: Ink): LayerSpecification[] {
  return [
    {
      id: "communities",
      type: "line",
      ...areas,
      minzoom: 13,
      filter: ["==", ["get", "level"], "community"],
      paint: { "line-color": ink.subBorder, "line-width": 1, "line-dasharray": [2, 3] },
    },
    {
      id: "sub-districts",
      type: "line",
      ...areas,
      minzoom: 10,
      filter: ["==", ["get", "level"], "subDistrict"],
      paint: { "line-color": ink.subBorder, "line-width": byZoom([10, 0.7], [16, 2]) },
    },
    {
      id: "districts",
      type: "line",
      ...areas,
      filter: ["in", ["get", "level"], ["literal", ["district", "city"]]],
      paint: { "line-color": ink.border, "line-width": byZoom([8, 1], [14, 2.5], [18, 4]) },
    },
  ];
}

/** The unit grid, and one cell of it marked. */
export function cellLayers(ink: Ink): LayerSpecification[] {
  const cells = { source: "base", "source-layer": "cells", minzoom: 14 } as const;
  return [
    { id: "cells", type: "line", ...cells, paint: { "line-color": ink.cell, "line-width": 1 } },
    {
      id: "own-cell",
      type: "fill",
      ...cells,
      filter: ["==", ["get", "code"], ""],
      paint: { "fill-color": ink.own, "fill-opacity": 0.16, "fill-outline-color": ink.own },
    },
  ];
}
