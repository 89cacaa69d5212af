export * from "./reading.ts";
export * from "./feature.ts";
export * from "./gazetteer.ts";
export * from "./grammar/index.ts";
