import type { Map as GlMap } from "maplibre-gl";
import { useEffect } from "react";
import type { CoverageReport } from "@xiuhua/server/api";
import { inkOf } from "../../../shared/map/index.ts";
import { useDark } from "../../../shared/theme/index.ts";
import { coverageLayers } from "./coverage-layers.ts";

/** Tints what was walked, below the grid's lines. */
export function useCoverageLayer(map: GlMap | undefined, report: CoverageReport | undefined): void {
  const isDark = useDark();
  useEffect(() => {
    if (!map || !report) return undefined;
    const layers = coverageLayers(inkOf(isDark), report);
    for (const layer of layers) map.addLayer(layer, map.getLayer("cells") ? "cells" : undefined);
    return () => {
      if (!map.style) return;
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id);
    };
  }, [map, report, isDark]);
}
