import type { Map as GlMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useEffectEvent, useState } from "react";
import type { Shape } from "../map-state.ts";
import { addCorner, finish, removeCorner, type Corner, type Drawing } from "./drawing.ts";

export interface Draw {
  /** What is being drawn; undefined where nothing is. */
  readonly drawing: Drawing | undefined;
  /** Where the mouse is, for the side that is not clicked yet. */
  readonly tip: Corner | undefined;
  readonly start: (kind: Shape["kind"]) => void;
  readonly stop: () => void;
  /** The polygon is done. */
  readonly finish: () => void;
}

/** Draws a box or a polygon by clicks: Enter or a double click ends it, Backspace takes a corner back, Escape all. */
export function useDraw(map: GlMap | undefined, onDrawn: (shape: Shape) => void): Draw {
  const [drawing, setDrawing] = useState<Drawing>();
  const [tip, setTip] = useState<Corner>();
  const active = drawing !== undefined;

  const end = () => {
    const done = drawing && finish(drawing);
    if (!done) return;
    setDrawing(undefined);
    onDrawn(done.shape);
  };
  const click = useEffectEvent(({ lngLat }: MapMouseEvent) => {
    if (!drawing) return;
    const next = addCorner(drawing, [lngLat.lng, lngLat.lat]);
    setDrawing("shape" in next ? undefined : next.drawing);
    if ("shape" in next) onDrawn(next.shape);
  });
  const key = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") setDrawing(undefined);
    else if (event.key === "Enter") end();
    else if (event.key === "Backspace") setDrawing((old) => old && removeCorner(old));
    else return;
    event.preventDefault();
  });
  const twice = useEffectEvent((event: MapMouseEvent) => {
    event.preventDefault();
    // A double click clicked twice: the second corner on the same spot is not meant.
    const done = drawing && finish(removeCorner(drawing));
    if (!done) return;
    setDrawing(undefined);
    onDrawn(done.shape);
  });

  useEffect(() => {
    if (!map || !active) return undefined;
    const move = ({ lngLat }: MapMouseEvent) => setTip([lngLat.lng, lngLat.lat]);
    const clicked = (event: MapMouseEvent) => click(event);
    const doubled = (event: MapMouseEvent) => twice(event);
    const pressed = (event: KeyboardEvent) => key(event);
    map.on("click", clicked);
    map.on("dblclick", doubled);
    map.on("mousemove", move);
    addEventListener("keydown", pressed);
    map.getCanvas().style.cursor = "crosshair";
    return () => {
      map.off("click", clicked);
      map.off("dblclick", doubled);
      map.off("mousemove", move);
      removeEventListener("keydown", pressed);
      map.getCanvas().style.cursor = "";
      setTip(undefined);
    };
  }, [map, active]);

  return {
    drawing,
    tip,
    start: (kind) => setDrawing({ kind, corners: [] }),
    stop: () => setDrawing(undefined),
    finish: end,
  };
}
