import type { Map as GlMap, MapGeoJSONFeature, MapMouseEvent } from "maplibre-gl";
import { useEffect, useEffectEvent } from "react";
import { pointLayerIds } from "./layers/point-layers.ts";
import { squareAround } from "./square.ts";

interface ClickHandlers {
  /** Cases that stand where one clicked. */
  readonly onCases: (numbers: readonly string[]) => void;
  /** A cluster that no zoom takes apart: the box that it stands for. */
  readonly onBox: (box: string) => void;
  /** While something is drawn, a click means a corner. */
  readonly busy: boolean;
}

/** Pixels around a click in which a sign counts as hit. */
const reach = 4;
/** From here on coming nearer takes no cluster apart. */
const nearest = 17.5;

/** A click on a case opens its card, one on a cluster comes nearer. */
export function useClicks(map: GlMap | undefined, handlers: ClickHandlers): void {
  const click = useEffectEvent((event: MapMouseEvent) => {
    if (!map || handlers.busy) return;
    const found = hit(map, event);
    const numbers = [
      ...new Set(found.flatMap(({ properties }) => (typeof properties["no"] === "string" ? [properties["no"]] : []))),
    ];
    const [cluster] = found.filter(({ properties }) => "count" in properties);
    if (numbers.length > 0) return handlers.onCases(numbers);
    if (!cluster || cluster.geometry.type !== "Point") return handlers.onCases([]);
    const [lng = 0, lat = 0] = cluster.geometry.coordinates;
    if (map.getZoom() >= nearest) return handlers.onBox(squareAround(lng, lat, Number(cluster.properties["level"])));
    map.easeTo({ center: [lng, lat], zoom: Math.min(map.getZoom() + 2, nearest + 0.5) });
  });
  const move = useEffectEvent((event: MapMouseEvent) => {
    if (map && !handlers.busy) map.getCanvas().style.cursor = hit(map, event).length > 0 ? "pointer" : "";
  });
  useEffect(() => {
    if (!map) return undefined;
    const clicked = (event: MapMouseEvent) => click(event);
    const moved = (event: MapMouseEvent) => move(event);
    map.on("click", clicked);
    map.on("mousemove", moved);
    return () => {
      map.off("click", clicked);
      map.off("mousemove", moved);
    };
  }, [map]);
}

function hit(map: GlMap, { point: { x, y } }: MapMouseEvent): MapGeoJSONFeature[] {
  const layers = pointLayerIds.filter((id) => map.getLayer(id));
  if (layers.length === 0) return [];
  return map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers },
  );
}
