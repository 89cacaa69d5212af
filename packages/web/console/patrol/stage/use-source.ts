import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as GlMap } from "maplibre-gl";
import { useEffect, useEffectEvent } from "react";

/** Keeps a source of features and its layers on the map for as long as the map stands. */
export function useSource(
  map: GlMap | undefined,
  id: string,
  data: FeatureCollection,
  layers: readonly LayerSpecification[],
): void {
  const now = useEffectEvent(() => ({ data, layers }));
  useEffect(() => {
    if (!map) return undefined;
    const made = now();
    map.addSource(id, { type: "geojson", data: made.data });
    for (const layer of made.layers) map.addLayer(layer);
    return () => {
      // The map of another look is gone with all its layers.
      if (!map.style) return;
      for (const layer of made.layers) if (map.getLayer(layer.id)) map.removeLayer(layer.id);
      if (map.getSource(id)) map.removeSource(id);
    };
  }, [map, id]);
  const text = JSON.stringify(data);
  useEffect(() => {
    map?.getSource<GeoJSONSource>(id)?.setData(now().data);
  }, [map, id, text]);
}
