export * from "./reading.ts";
export * from "./feature.ts";
export * from "./gazetteer.ts";
export { fold, format, parse, type Known, type KnownName } from "./grammar/index.ts";
export { makeGazetteer } from "./make.ts";
export * from "./world.ts";
