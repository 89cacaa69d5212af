import type { Map as GlMap } from "maplibre-gl";
import { useEffect, useState } from "react";
import { heatWeight } from "./heat-layers.ts";

/** Weighs heat by the fullest square in sight. Returns its number of cases, for the legend. */
export function useHeatScale(map: GlMap | undefined, active: boolean): number | undefined {
  const [most, setMost] = useState<number>();
  useEffect(() => {
    if (!map || !active) return undefined;
    const scale = () => {
      if (!map.getLayer("case-heat")) return;
      const counts = map
        .querySourceFeatures("cases", { sourceLayer: "heat" })
        .map((one) => Number(one.properties["count"]));
      const found = Math.max(1, ...counts);
      map.setPaintProperty("case-heat", "heatmap-weight", heatWeight(found));
      setMost(found);
    };
    map.on("idle", scale);
    return () => void map.off("idle", scale);
  }, [map, active]);
  return active ? most : undefined;
}
