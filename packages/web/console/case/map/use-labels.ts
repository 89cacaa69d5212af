import { Marker, type Map as GlMap } from "maplibre-gl";
import { useEffect } from "react";
import { useLanguage } from "../../../shared/words/index.ts";
import { labelPoint } from "./bounds.ts";
import type { AreaOutlines } from "./places.ts";

/** Names of areas as elements over the map (a map without glyphs draws no text): towns only when one is near. */
export function useLabels(
  map: GlMap | undefined,
  level: "district" | "town",
  outlines: AreaOutlines | undefined,
): void {
  const language = useLanguage();
  useEffect(() => {
    if (!map || !outlines) return undefined;
    const markers = outlines.features.flatMap((feature) => {
      const at = labelPoint(feature.geometry);
      if (!at) return [];
      const element = document.createElement("span");
      element.className = `case-map-label case-map-label-${level}`;
      element.textContent = feature.properties.name[language];
      element.setAttribute("aria-label", feature.properties.name[language]);
      return [new Marker({ element }).setLngLat(at).addTo(map)];
    });
    const show = () => {
      const near = map.getZoom() >= 11.5;
      for (const marker of markers) marker.getElement().hidden = (level === "town") !== near;
    };
    show();
    map.on("zoom", show);
    return () => {
      map.off("zoom", show);
      for (const marker of markers) marker.remove();
    };
  }, [map, level, outlines, language]);
}
