import type { Map as GlMap } from "maplibre-gl";
import { useEffect } from "react";
import { inkOf, makePin } from "../../shared/map/index.ts";
import { useDark } from "../../shared/theme/index.ts";
import { circle } from "./circle.ts";
import type { FoundPlace } from "./map-state.ts";

/** A pin at the place, and a circle within which it most likely lies. */
export function usePlaceMark(map: GlMap | undefined, place: FoundPlace | undefined): void {
  const isDark = useDark();
  const { lng, lat, radius } = place ?? {};
  useEffect(() => {
    if (!map || lng === undefined || lat === undefined || radius === undefined) return undefined;
    const marker = makePin().setLngLat([lng, lat]).addTo(map);
    const { own } = inkOf(isDark);
    map.addSource("place", { type: "geojson", data: circle({ lng, lat }, radius) });
    map.addLayer({
      id: "place-fill",
      type: "fill",
      source: "place",
      paint: { "fill-color": own, "fill-opacity": 0.1 },
    });
    map.addLayer({
      id: "place-line",
      type: "line",
      source: "place",
      paint: { "line-color": own, "line-width": 1.5, "line-dasharray": [3, 2] },
    });
    return () => {
      marker.remove();
      if (!map.style) return;
      for (const id of ["place-fill", "place-line"]) if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource("place")) map.removeSource("place");
    };
  }, [map, lng, lat, radius, isDark]);
}
