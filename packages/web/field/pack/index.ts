export { packQuery } from "./pack.ts";
export { usePack } from "./use-pack.ts";
export { metresBetween, within, type Point, type Polygons } from "./within.ts";
