import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import { plainFont } from "./fonts.ts";
import type { Ink } from "./ink.ts";

/** What stands in the street; fetched only where it is shown. */
export const componentSource = (): SourceSpecification => ({
  type: "vector",
  tiles: [`${location.origin}/api/map/components/{z}/{x}/{y}.mvt`],
  minzoom: 16,
  maxzoom: 17,
});

export function componentLayers(ink: Ink): LayerSpecification[] {
  const components = { source: "components", "source-layer": "components", minzoom: 16 } as const;
  return [
    {
      id: "components",
      type: "circle",
      ...components,
      layout: { visibility: "none" },
      paint: {
        "circle-radius": 3.5,
        // Whole ones are filled, others are rings.
        "circle-color": ["case", ["==", ["get", "state"], "intact"], ink.own, ink.halo],
        "circle-stroke-color": ink.own,
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "component-names",
      type: "symbol",
      ...components,
      minzoom: 17,
      layout: {
        visibility: "none",
        "text-field": ["get", "name"],
        "text-font": plainFont,
        "text-size": 10.5,
        "text-anchor": "top",
        "text-offset": [0, 0.5],
      },
      paint: { "text-color": ink.softText, "text-halo-color": ink.halo, "text-halo-width": 1.2 },
    },
  ];
}
