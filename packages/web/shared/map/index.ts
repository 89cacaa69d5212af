export { inkOf, type Ink } from "./ink.ts";
export { boldFont, plainFont } from "./fonts.ts";
export { byZoom } from "./by-zoom.ts";
export { mapQuery } from "./map-query.ts";
export { useMap, type MadeMap, type MapStart, type Point } from "./use-map.ts";
export { groupsFrom, groupsInSight, layerGroups, showGroups, usualGroups, type LayerGroup } from "./layer-groups.ts";
export { makePin } from "./pin.ts";
