import type { Map as GlMap } from "maplibre-gl";
import { useEffect } from "react";
import { useChanges } from "../../live/index.ts";

/** Milliseconds for which news are gathered before tiles are asked for again. */
const gatherMs = 2_000;
/** Counts by light move with the time alone. */
const lightsMs = 60_000;

/** Keeps the cases on the map true: asks for their tiles again when something moved, and as clocks run on. */
export function useLiveTiles(map: GlMap | undefined): void {
  const news = useChanges();
  useEffect(() => {
    if (!map || (news.cases.size === 0 && !news.missed)) return undefined;
    const timer = setTimeout(() => refresh(map), gatherMs);
    return () => clearTimeout(timer);
  }, [map, news]);
  useEffect(() => {
    if (!map) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") refresh(map);
    }, lightsMs);
    return () => clearInterval(timer);
  }, [map]);
}

function refresh(map: GlMap): void {
  if (map.getSource("cases")) map.refreshTiles("cases");
}
