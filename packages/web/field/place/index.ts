export { useGestures } from "./gestures.ts";
export { LittleMap } from "./little-map.tsx";
export { PlaceSheet } from "./place-sheet.tsx";
export { Sketch } from "./sketch.tsx";
export { RouteMap } from "./route-map.tsx";
export { usePlaceWords } from "./use-place-words.ts";
export { useSize } from "./use-size.ts";
export { aroundAll, toPixels, zoomed, type Size, type View } from "./view.ts";
