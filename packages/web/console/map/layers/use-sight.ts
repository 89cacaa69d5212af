import type { Map as GlMap } from "maplibre-gl";
import { useEffect, useState } from "react";
import { groupsInSight, type LayerGroup } from "../../../shared/map/index.ts";
import type { Camera } from "../map-state.ts";

export interface Sight {
  readonly camera: Camera;
  /** What is in sight: west,south,east,north. */
  readonly box: string;
  /** No case is in sight. */
  readonly empty: boolean;
  /** Parts of the map of which something is. */
  readonly groups: readonly LayerGroup[];
}

/** What the map shows once it has come to rest. */
export function useSight(map: GlMap | undefined): Sight | undefined {
  const [sight, setSight] = useState<Sight>();
  useEffect(() => {
    if (!map) return undefined;
    const look = () => {
      const [bounds, center] = [map.getBounds(), map.getCenter()];
      const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
      const layers = ["case-points", "case-clusters", "case-heat"].filter((id) => map.getLayer(id));
      const sees = layers.includes("case-heat")
        ? map.querySourceFeatures("cases", { sourceLayer: "heat" }).length > 0
        : layers.length > 0 && map.queryRenderedFeatures({ layers }).length > 0;
      setSight({
        camera: { zoom: rounded(map.getZoom(), 2), lng: rounded(center.lng, 5), lat: rounded(center.lat, 5) },
        box: box.map((one) => one.toFixed(5)).join(","),
        empty: layers.length > 0 && !sees,
        groups: groupsInSight(map),
      });
    };
    look();
    map.on("idle", look);
    return () => void map.off("idle", look);
  }, [map]);
  return sight;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
