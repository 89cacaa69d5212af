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

/** The unit grid, the responsibility grids that its cells make up, and one cell marked. */
export function cellLayers(ink: Ink): LayerSpecification[] {
  const cells = { source: "base", "source-layer": "cells", minzoom: 14 } as const;
  return [
    {
      id: "grid-tints",
      type: "fill",
      ...cells,
      filter: ["has", "grid"],
      layout: { visibility: "none" },
      paint: {
        "fill-color": [
          "match",
          ["get", "tint"],
          0,
          ink.tints[0],
          1,
          ink.tints[1],
          2,
          ink.tints[2],
          3,
          ink.tints[3],
          ink.tints[4],
        ],
        "fill-opacity": 0.22,
      },
    },
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
