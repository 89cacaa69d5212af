import type { StyleSpecification } from "maplibre-gl";

const empty = { type: "geojson" as const, data: { type: "FeatureCollection" as const, features: [] } };

interface Ink {
  readonly ground: string;
  readonly land: string;
  readonly district: string;
  readonly town: string;
  readonly cell: string;
  readonly own: string;
}

const light: Ink = {
  ground: "#e9edf2",
  land: "#fbfcfd",
  district: "#7d8fa6",
  town: "#b9c4d1",
  cell: "#c7d2de",
  own: "#2a5ea8",
};
const dark: Ink = {
  ground: "#10161d",
  land: "#1d2732",
  district: "#7387a1",
  town: "#3d4c5e",
  cell: "#33414f",
  own: "#86b0ea",
};

/** Outlines alone, drawn from our own data: no tiles, no glyphs, nothing asked of anybody outside. */
export function mapStyle(isDark: boolean): StyleSpecification {
  const ink = isDark ? dark : light;
  return {
    version: 8,
    sources: { districts: empty, towns: empty, cells: empty },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": ink.ground } },
      { id: "land", type: "fill", source: "districts", paint: { "fill-color": ink.land } },
      {
        id: "cells",
        type: "line",
        source: "cells",
        minzoom: 13,
        paint: { "line-color": ink.cell, "line-width": 1 },
      },
      {
        id: "own-cell",
        type: "fill",
        source: "cells",
        filter: ["==", ["get", "code"], ""],
        paint: { "fill-color": ink.own, "fill-opacity": 0.16, "fill-outline-color": ink.own },
      },
      {
        id: "towns",
        type: "line",
        source: "towns",
        paint: { "line-color": ink.town, "line-width": ["interpolate", ["linear"], ["zoom"], 9, 0.5, 14, 1.5] },
      },
      {
        id: "districts",
        type: "line",
        source: "districts",
        paint: { "line-color": ink.district, "line-width": ["interpolate", ["linear"], ["zoom"], 9, 1.2, 14, 2.5] },
      },
    ],
  };
}
