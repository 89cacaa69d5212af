import type { Map as GlMap } from "maplibre-gl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { showGroups, useMap, usualGroups, type Point } from "../../../../shared/map/index.ts";
import "../../map/map.css";

interface ComponentMapProps {
  readonly point: Point;
  /** The chosen one, drawn larger. */
  readonly code: string | undefined;
  readonly onPick: (code: string) => void;
}

/** From here on each stands by itself. */
const close = 17.5;
/** How far beside a component a finger may come down, in pixels. */
const reach = 10;

/** What stands around a point; a click takes the nearest one. */
export function ComponentMap({ point, code, onPick }: ComponentMapProps) {
  const { t } = useTranslation("case");
  const element = useRef<HTMLDivElement>(null);
  const label = t("form.component.onMap");
  const { map, failed } = useMap(element, { center: point, zoom: close, title: label, pinTitle: t("map.marker") });
  const pick = useEffectEvent((found: string) => onPick(found));

  useEffect(() => {
    if (!map) return undefined;
    showGroups(map, new Set([...usualGroups, "components"]));
    const click = (event: { point: { x: number; y: number } }) => {
      const found = nearest(map, event.point);
      if (found !== undefined) pick(found);
    };
    map.on("click", click);
    map.getCanvas().style.cursor = "pointer";
    return () => void map.off("click", click);
  }, [map]);
  useEffect(() => {
    map?.setPaintProperty("components", "circle-radius", ["case", ["==", ["get", "code"], code ?? ""], 8, 5]);
  }, [map, code]);
  useEffect(() => {
    if (map && !map.getBounds().contains([point.lng, point.lat])) map.jumpTo({ center: [point.lng, point.lat] });
  }, [map, point.lng, point.lat]);

  return (
    <section className="case-map case-component-map" aria-label={label} data-ready={map !== undefined}>
      <div ref={element} className="case-map-canvas" />
      {failed && <div className="case-map-failed">{t("map.failed")}</div>}
    </section>
  );
}

/** The code of the component drawn nearest to a point of the screen, if one is within reach. */
function nearest(map: GlMap, { x, y }: { readonly x: number; readonly y: number }): string | undefined {
  const around: [[number, number], [number, number]] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const far = map.queryRenderedFeatures(around, { layers: ["components"] }).flatMap(({ geometry, properties }) => {
    const code: unknown = properties["code"];
    if (geometry.type !== "Point" || typeof code !== "string") return [];
    const [lng = 0, lat = 0] = geometry.coordinates;
    const at = map.project([lng, lat]);
    return [{ code, away: Math.hypot(at.x - x, at.y - y) }];
  });
  return far.toSorted((one, other) => one.away - other.away)[0]?.code;
}
