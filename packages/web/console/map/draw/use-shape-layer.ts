import type { GeoJSONSource, Map as GlMap } from "maplibre-gl";
import { useEffect } from "react";
import type { Feature, Position } from "geojson";
import { inkOf } from "../../../shared/map/index.ts";
import { useDark } from "../../../shared/theme/index.ts";
import type { Shape } from "../map-state.ts";
import { ringOf, type Corner, type Drawing } from "./drawing.ts";

const nothing: Feature = { type: "Feature", geometry: { type: "Polygon", coordinates: [] }, properties: {} };

/** Shows what is being drawn, or else what was. */
export function useShapeLayer(
  map: GlMap | undefined,
  shape: Shape | undefined,
  drawing: Drawing | undefined,
  tip: Corner | undefined,
): void {
  const isDark = useDark();
  useEffect(() => {
    if (!map) return undefined;
    const { own } = inkOf(isDark);
    map.addSource("shape", { type: "geojson", data: nothing });
    map.addLayer({
      id: "shape-fill",
      type: "fill",
      source: "shape",
      paint: { "fill-color": own, "fill-opacity": 0.08 },
    });
    map.addLayer({ id: "shape-line", type: "line", source: "shape", paint: { "line-color": own, "line-width": 2 } });
    map.addLayer({
      id: "shape-corners",
      type: "circle",
      source: "shape",
      filter: ["==", ["geometry-type"], "Point"],
      paint: { "circle-color": own, "circle-radius": 4 },
    });
    return () => {
      if (!map.style) return;
      for (const id of ["shape-fill", "shape-line", "shape-corners"]) if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource("shape")) map.removeSource("shape");
    };
  }, [map, isDark]);

  useEffect(() => {
    const features = drawing ? drawnSoFar(drawing, tip) : whole(shape);
    map?.getSource<GeoJSONSource>("shape")?.setData({ type: "FeatureCollection", features });
  }, [map, shape, drawing, tip, isDark]);
}

function whole(shape: Shape | undefined): Feature[] {
  const ring = shape && ringOf(shape);
  return ring ? [area(ring)] : [];
}

function drawnSoFar({ kind, corners }: Drawing, tip: Corner | undefined): Feature[] {
  const all = tip ? [...corners, tip] : corners;
  const [first, second] = all;
  const points = corners.map((corner): Feature => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [...corner] },
    properties: {},
  }));
  if (!first || !second) return points;
  if (kind === "box") {
    const ring = ringOf({ kind, text: [first[0], first[1], second[0], second[1]].join(",") });
    return ring ? [area(ring), ...points] : points;
  }
  const line: Position[] = [...all, first].map((corner) => [...corner]);
  return [{ type: "Feature", geometry: { type: "LineString", coordinates: line }, properties: {} }, ...points];
}

const area = (ring: readonly Corner[]): Feature => ({
  type: "Feature",
  geometry: { type: "Polygon", coordinates: [ring.map((corner) => [...corner])] },
  properties: {},
});
