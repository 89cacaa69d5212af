import { useQuery } from "@tanstack/react-query";
import { Map as GlMap, type MapOptions } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import type { MapDescription } from "@xiuhua/server/api";
import { useDark } from "../theme/index.ts";
import { useLanguage, type Language } from "../words/index.ts";
import { baseStyle } from "./base-style.ts";
import { mapQuery } from "./map-query.ts";

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

export interface MadeMap {
  /** The map once its style is there; undefined before, and where it failed. */
  readonly map: GlMap | undefined;
  /** What it is made of, once that is known. */
  readonly description: MapDescription | undefined;
  /** The browser cannot draw it (no WebGL), or the server does not say what it is made of. */
  readonly failed: boolean;
}

export interface MapStart {
  /** Where it looks first; the whole city where nothing is said. */
  readonly center?: Point | undefined;
  readonly zoom?: number | undefined;
  /** What the map and a pin on it are called, for those who cannot see them. */
  readonly title: string;
  readonly pinTitle: string;
}

interface Look {
  readonly map: MapDescription;
  readonly isDark: boolean;
  readonly language: Language;
}

/**
 * Puts the city's map into an element for as long as the element stands. Another theme or language draws it anew, where it
 * looked last.
 */
export function useMap(element: RefObject<HTMLElement | null>, start: MapStart): MadeMap {
  const isDark = useDark();
  const language = useLanguage();
  const { data: description, isError } = useQuery(mapQuery);
  const [made, setMade] = useState<{ map: GlMap; of: string }>();
  const [broken, setBroken] = useState(false);
  const looked = useRef<{ center: Point; zoom: number }>(undefined);
  const begin = useEffectEvent((): MapStart => ({ ...start, ...looked.current }));
  const version = description?.version;
  const look = `${version} ${isDark} ${language}`;
  const styled = useEffectEvent((): Look | undefined => description && { map: description, isDark, language });

  useEffect(() => {
    const container = element.current;
    const wanted = styled();
    if (!container || !wanted) return undefined;
    const map = build(container, begin(), wanted);
    if (!map) {
      // eslint-disable-next-line react/set-state-in-effect -- whether WebGL works shows only when it is tried
      setBroken(true);
      return undefined;
    }
    void map.once("load", () => setMade({ map, of: look }));
    return () => {
      looked.current = { center: map.getCenter(), zoom: map.getZoom() };
      setMade(undefined);
      map.remove();
    };
  }, [element, look]);

  // In the moment of the change the map of the other look is already gone: nobody may still draw on it.
  return { map: made?.of === look ? made.map : undefined, description, failed: broken || isError };
}

function build(container: HTMLElement, start: MapStart, look: Look): GlMap | undefined {
  try {
    return new GlMap({
      container,
      style: baseStyle(look),
      ...whereOf(start, look.map),
      locale: { "Map.Title": start.title, "Marker.Title": start.pinTitle },
      minZoom: 6,
      maxZoom: 18.5,
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

function whereOf({ center, zoom }: MapStart, { bounds }: MapDescription): Partial<MapOptions> {
  if (center) return { center: [center.lng, center.lat], zoom: zoom ?? 14 };
  if (!bounds) return { center: [105, 35], zoom: 3 };
  const [west, south, east, north] = bounds;
  return { bounds: [west, south, east, north], fitBoundsOptions: { padding: 12 } };
}
