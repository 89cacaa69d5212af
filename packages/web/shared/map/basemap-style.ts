import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Basemap } from "@xiuhua/server/api";
import type { Language } from "../words/index.ts";
import { byZoom } from "./by-zoom.ts";
import { plainFont } from "./fonts.ts";
import type { Ink } from "./ink.ts";

export interface BasemapStyle {
  readonly sources: Record<string, SourceSpecification>;
  /** Below the city's own borders. */
  readonly ground: LayerSpecification[];
  /** Above them. */
  readonly labels: LayerSpecification[];
}

/** Somebody else's map under the city's own lines; undefined where there is none, and our own streets are drawn. */
export function basemapStyle(
  basemap: Basemap,
  ink: Ink,
  isDark: boolean,
  language: Language,
): BasemapStyle | undefined {
  if (basemap.kind === "own") return undefined;
  const { attribution, nearest } = basemap;
  const addresses = (tiles: readonly string[]) =>
    tiles.map((one) => (one.startsWith("/") ? location.origin + one : one));
  if (basemap.kind === "vector")
    return {
      sources: { basemap: { type: "vector", tiles: addresses(basemap.tiles), maxzoom: nearest, attribution } },
      ground: streetLayers(ink),
      labels: [streetNames(ink, language)],
    };
  const raster = (tiles: readonly string[]): SourceSpecification => ({
    type: "raster",
    tiles: addresses(tiles),
    tileSize: 256,
    maxzoom: nearest,
    attribution,
  });
  // A map that was painted for paper is turned down for the night.
  const paint = isDark ? { "raster-brightness-max": 0.62, "raster-saturation": -0.35 } : {};
  const named = basemap.labels.length > 0;
  return {
    sources: { basemap: raster(basemap.tiles), ...(named ? { "basemap-labels": raster(basemap.labels) } : {}) },
    ground: [{ id: "basemap", type: "raster", source: "basemap", paint }],
    labels: named ? [{ id: "basemap-labels", type: "raster", source: "basemap-labels", paint }] : [],
  };
}

const source = "basemap";

/** The Protomaps basemap schema (version 4): earth, landuse, water, buildings, roads by kind. */
function streetLayers(ink: Ink): LayerSpecification[] {
  const main: ExpressionSpecification = ["in", ["get", "kind"], ["literal", ["highway", "major_road"]]];
  return [
    { id: "basemap-earth", type: "fill", source, "source-layer": "earth", paint: { "fill-color": ink.land } },
    { id: "basemap-water", type: "fill", source, "source-layer": "water", paint: { "fill-color": ink.water } },
    {
      id: "basemap-buildings",
      type: "fill",
      source,
      "source-layer": "buildings",
      minzoom: 14,
      paint: { "fill-color": ink.ground, "fill-outline-color": ink.subBorder },
    },
    {
      id: "basemap-road-edges",
      type: "line",
      source,
      "source-layer": "roads",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": ink.kerbs[2], "line-width": byZoom([10, 1], [14, 4], [18, 20]) },
    },
    {
      id: "basemap-roads",
      type: "line",
      source,
      "source-layer": "roads",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": ["case", main, ink.halo, ink.road], "line-width": byZoom([10, 0.4], [14, 2.6], [18, 18]) },
    },
  ];
}

function streetNames(ink: Ink, language: Language): LayerSpecification {
  const named: ExpressionSpecification = [
    "coalesce",
    ["get", `name:${language}`],
    ["get", "name:zh-Hans"],
    ["get", "name"],
  ];
  return {
    id: "basemap-labels",
    type: "symbol",
    source,
    "source-layer": "roads",
    minzoom: 13,
    layout: { "symbol-placement": "line", "text-field": named, "text-font": plainFont, "text-size": 12 },
    paint: { "text-color": ink.roadText, "text-halo-color": ink.halo, "text-halo-width": 1.4 },
  };
}
