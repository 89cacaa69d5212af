export { rounded, tellResolution, type ToldPoint, type ToldResolution } from "./told.ts";
