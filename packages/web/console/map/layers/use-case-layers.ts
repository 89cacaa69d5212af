import type { Map as GlMap, VectorTileSource } from "maplibre-gl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { address } from "../../../shared/api/index.ts";
import { inkOf } from "../../../shared/map/index.ts";
import { useDark } from "../../../shared/theme/index.ts";
import { useNow } from "../../../shared/time/index.ts";
import { useLanguage } from "../../../shared/words/index.ts";
import { useNames } from "../../cases/table/names.ts";
import { tileQueryOf, type MapState } from "../map-state.ts";
import { heatLayers } from "./heat-layers.ts";
import { provideIcons } from "./icons.ts";
import { lightInk } from "./lights.ts";
import { pointIcon, pointLayers } from "./point-layers.ts";

/** Nearer tiles would only cut the same cases smaller. */
const nearestTile = { points: 17, heat: 15 } as const;

export type LayerNews = "loading" | "ready" | "failed";

/** Draws the cases that the map's state asks for, and tells how it goes. */
export function useCaseLayers(map: GlMap | undefined, state: MapState): LayerNews {
  const isDark = useDark();
  const language = useLanguage();
  const names = useNames();
  const now = useNow();
  const { view } = state;
  const tiles = `${location.origin}${address(`/map/cases/{z}/{x}/{y}.mvt`, { ...tileQueryOf(state) })}`;
  const [news, setNews] = useState<LayerNews>("loading");
  const states = names.procedures.flatMap(({ id, states: all }) =>
    Object.keys(all).map((name) => [`${id}/${name}`, names.state(id, name)] as const),
  );
  const layersNow = useEffectEvent(() =>
    view === "heat" ? heatLayers(isDark) : pointLayers(inkOf(isDark), language, states, now),
  );
  const tilesNow = useEffectEvent(() => tiles);
  /** What the source was told last: it does not say so itself before it has loaded. */
  const asked = useRef<string>(undefined);
  const named = states.length > 0;

  useEffect(() => {
    if (!map || !named) return undefined;
    const stopIcons = provideIcons(map, lightInk());
    asked.current = tilesNow();
    map.addSource("cases", { type: "vector", tiles: [asked.current], minzoom: 6, maxzoom: nearestTile[view] });
    const layers = layersNow();
    for (const layer of layers) map.addLayer(layer);
    return () => {
      stopIcons();
      // The map of another look is gone with all its layers.
      if (!map.style) return;
      for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource("cases")) map.removeSource("cases");
    };
  }, [map, view, named]);

  useEffect(() => {
    const source = map?.getSource<VectorTileSource>("cases");
    if (!source || asked.current === tiles) return;
    asked.current = tiles;
    source.setTiles([tiles]);
  }, [map, tiles]);

  useEffect(() => {
    if (map?.getLayer("case-points")) map.setLayoutProperty("case-points", "icon-image", pointIcon(now));
  }, [map, now]);

  useEffect(() => {
    if (!map) return undefined;
    const loading = (event: { sourceId?: string }) => {
      if (event.sourceId === "cases") setNews("loading");
    };
    const idle = () => setNews((old) => (old === "failed" ? old : "ready"));
    const failed = (event: { sourceId?: string }) => {
      if (event.sourceId === "cases") setNews("failed");
    };
    map.on("sourcedataloading", loading);
    map.on("idle", idle);
    map.on("error", failed);
    return () => {
      map.off("sourcedataloading", loading);
      map.off("idle", idle);
      map.off("error", failed);
    };
  }, [map]);

  return news;
}
