import { AimOutlined, MinusOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { makePin, useMap, type Point } from "../../../shared/map/index.ts";
import "./map.css";

interface PlaceMapProps {
  readonly point: Point | undefined;
  /** The unit grid cell to mark. */
  readonly cell?: string | undefined;
  /** Where given, a click on the map and a drag of the pin set the point. */
  readonly onPick?: (point: Point) => void;
  readonly label: string;
  readonly className?: string;
}

/** Near enough to tell the crossings about. */
const near = 15;

/** A map of one place: the city around it, its cell of the unit grid, and a pin. */
export function PlaceMap({ point, cell, onPick, label, className = "" }: PlaceMapProps) {
  const { t } = useTranslation("case");
  const element = useRef<HTMLDivElement>(null);
  const { map, description, failed } = useMap(element, {
    ...(point ? { center: point, zoom: near } : {}),
    title: label,
    pinTitle: t("map.marker"),
  });
  const pick = useEffectEvent((at: Point) => onPick?.(rounded(at)));
  const picks = onPick !== undefined;
  const { lng, lat } = point ?? {};

  useEffect(() => {
    if (!map || lng === undefined || lat === undefined) return undefined;
    const marker = makePin({ draggable: picks }).setLngLat([lng, lat]).addTo(map);
    marker.on("dragend", () => pick(marker.getLngLat()));
    if (!map.getBounds().contains([lng, lat])) map.jumpTo({ center: [lng, lat], zoom: Math.max(map.getZoom(), near) });
    return () => void marker.remove();
  }, [map, lng, lat, picks]);

  useEffect(() => {
    if (!map || !picks) return undefined;
    const click = (event: { lngLat: Point }) => pick(event.lngLat);
    map.on("click", click);
    map.getCanvas().style.cursor = "crosshair";
    return () => void map.off("click", click);
  }, [map, picks]);

  useEffect(() => {
    map?.setFilter("own-cell", ["==", ["get", "code"], cell ?? ""]);
  }, [map, cell]);

  const whole = description?.bounds;
  return (
    <section className={`case-map ${className}`} aria-label={label} data-ready={map !== undefined}>
      <div ref={element} className="case-map-canvas" />
      {failed && <div className="case-map-failed">{t("map.failed")}</div>}
      {!failed && (
        <div className="case-map-tools">
          <Button icon={<PlusOutlined />} aria-label={t("map.zoomIn")} onClick={() => map?.zoomIn()} />
          <Button icon={<MinusOutlined />} aria-label={t("map.zoomOut")} onClick={() => map?.zoomOut()} />
          <Button
            icon={<AimOutlined />}
            aria-label={point ? t("map.marker") : t("map.reset")}
            onClick={() => {
              if (point) map?.flyTo({ center: [point.lng, point.lat], zoom: near });
              else if (whole) map?.fitBounds([...whole], { padding: 12 });
            }}
          />
        </div>
      )}
      {description?.schematic && !failed && <div className="case-map-note">{t("map.schematic")}</div>}
    </section>
  );
}

/** Six decimals are a tenth of a metre. */
function rounded({ lng, lat }: Point): Point {
  return { lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 };
}
