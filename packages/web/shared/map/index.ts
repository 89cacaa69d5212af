export { inkOf, type Ink } from "./ink.ts";
export { boldFont, plainFont } from "./fonts.ts";
export { byZoom } from "./by-zoom.ts";
export { mapQuery } from "./map-query.ts";
export { useMap, type MadeMap, type MapStart, type Point } from "./use-map.ts";
