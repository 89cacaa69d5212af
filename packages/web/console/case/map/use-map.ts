import { Map as GlMap, type GeoJSONSource } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import type { FeatureCollection } from "geojson";
import { useEffect, useEffectEvent, useState, type RefObject } from "react";
import { useDark } from "../../../shared/theme/index.ts";
import type { Point } from "./places.ts";
import { mapStyle } from "./style.ts";

interface Made {
  /** The map once its style is there; undefined before, and where it failed. */
  readonly map: GlMap | undefined;
  /** The browser cannot draw it (no WebGL). */
  readonly failed: boolean;
}

const nothing: Made = { map: undefined, failed: false };

interface Start {
  readonly center: Point;
  readonly zoom: number;
  /** What the map and a pin on it are called, for those who cannot see them. */
  readonly title: string;
  readonly pinTitle: string;
}

/** Puts a map into an element for as long as the element stands; the theme draws it anew. */
export function useMap(element: RefObject<HTMLElement | null>, start: Start): Made {
  const isDark = useDark();
  const [made, setMade] = useState<Made & { readonly isDark: boolean }>({ ...nothing, isDark });
  const begin = useEffectEvent(() => start);

  useEffect(() => {
    const container = element.current;
    if (!container) return undefined;
    const map = build(container, begin(), isDark);
    if (!map) {
      // eslint-disable-next-line react/set-state-in-effect -- whether WebGL works shows only when it is tried
      setMade({ map: undefined, failed: true, isDark });
      return undefined;
    }
    void map.once("load", () => setMade({ map, failed: false, isDark }));
    return () => {
      setMade({ ...nothing, isDark });
      map.remove();
    };
  }, [element, isDark]);

  // In the moment of the change the map of the other theme is already gone: nobody may still draw on it.
  return made.isDark === isDark ? made : nothing;
}

function build(container: HTMLElement, start: Start, isDark: boolean): GlMap | undefined {
  try {
    return new GlMap({
      container,
      style: mapStyle(isDark),
      center: [start.center.lng, start.center.lat],
      zoom: start.zoom,
      locale: { "Map.Title": start.title, "Marker.Title": start.pinTitle },
      minZoom: 8,
      maxZoom: 18,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
    });
  } catch {
    return undefined;
  }
}

/** Gives a source of the map its shapes, whenever they or the map change. */
export function useShapes(map: GlMap | undefined, source: "districts" | "towns" | "cells", data: unknown): void {
  useEffect(() => {
    const found = map?.getSource(source);
    if (isGeoJson(found) && isCollection(data)) found.setData(data);
  }, [map, source, data]);
}

function isGeoJson(source: unknown): source is GeoJSONSource {
  return typeof source === "object" && source !== null && Reflect.get(source, "type") === "geojson";
}

function isCollection(data: unknown): data is FeatureCollection {
  return typeof data === "object" && data !== null && Reflect.get(data, "type") === "FeatureCollection";
}
