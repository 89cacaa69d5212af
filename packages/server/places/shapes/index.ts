export { boxOf, OutlineBuilder, outlineOf, outlinesOf, type Box, type Outlines } from "./outlines.ts";
export { metresToOutline } from "./distance.ts";
export { holds } from "./inside.ts";
export { indexShapes, type ShapeIndex } from "./shape-index.ts";
export { addWkb } from "./wkb.ts";
